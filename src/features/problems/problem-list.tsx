import { styled } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { placeWords } from './problem-place.ts';
import { SeverityMark } from './severity-mark.tsx';
import { useProblemActions } from './use-problem-actions.ts';
import { problemKey } from './use-problems.ts';

const List = styled('ul')({
  height: 110,
  margin: 0,
  padding: '4px 6px 6px',
  overflowY: 'auto',
  listStyle: 'none',
});

const Item = styled('li')({
  display: 'flex',
  alignItems: 'center',
  minHeight: 30,
  borderRadius: 5,
  '&:hover': { backgroundColor: tokenVar('hover') },
});

const Show = styled('button')({
  display: 'flex',
  flex: 1,
  alignItems: 'center',
  gap: 8,
  minWidth: 0,
  minHeight: 30,
  padding: '2px 8px',
  border: 0,
  borderRadius: 5,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  letterSpacing: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  '&:focus-visible': { outlineOffset: -2 },
});

const Place = styled('span')({ flexShrink: 0, color: tokenVar('ink-3') });

export function ProblemList({ problems }: { readonly problems: readonly Diagnostic[] }) {
  const design = useDesign((state) => state.design);
  const actions = useProblemActions();
  const list = useRef<HTMLUListElement>(null);
  const fixedAt = useRef<number>(undefined);
  useEffect(() => {
    if (fixedAt.current === undefined) return;
    // The line of the fix is gone: the keyboard goes on at the one that has taken its place.
    const left = list.current?.querySelectorAll<HTMLElement>('li > button:first-child') ?? [];
    left[Math.min(fixedAt.current, left.length - 1)]?.focus();
    fixedAt.current = undefined;
  }, [problems]);

  function fix(problem: Diagnostic, place: number) {
    fixedAt.current = place;
    actions.fix(problem);
    // With the last one the list goes too.
    if (problems.length === 1) actions.show(problem);
  }

  return (
    <List ref={list} aria-label="Problems">
      {problems.map((problem, place) => (
        <Item key={problemKey(problem)}>
          <Show type="button" onClick={() => actions.show(problem)}>
            <SeverityMark severity={problem.severity} />
            <span>{problem.message}</span>
            <Place>{placeWords(problem.path, design)}</Place>
          </Show>
          {problem.fix !== undefined && (
            <Button tone="link" size="small" onClick={() => fix(problem, place)}>
              {problem.fix.label}
            </Button>
          )}
        </Item>
      ))}
    </List>
  );
}
