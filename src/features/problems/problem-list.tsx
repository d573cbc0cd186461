import { styled } from '@mui/material/styles';
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
  return (
    <List aria-label="Problems">
      {problems.map((problem) => (
        <Item key={problemKey(problem)}>
          <Show type="button" onClick={() => actions.show(problem)}>
            <SeverityMark severity={problem.severity} />
            <span>{problem.message}</span>
            <Place>{placeWords(problem.path, design)}</Place>
          </Show>
          {problem.fix !== undefined && (
            <Button tone="link" size="small" onClick={() => actions.fix(problem)}>
              {problem.fix.label}
            </Button>
          )}
        </Item>
      ))}
    </List>
  );
}
