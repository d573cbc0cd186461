import { styled } from '@mui/material/styles';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import CircleX from 'lucide-react/icons/circle-x';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { counted } from '#core/base/counted.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { useDesign, useView } from '#state/react.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { placeWords } from './problem-place.ts';
import { ProblemList } from './problem-list.tsx';
import { savedWords } from './saved-words.ts';
import { useProblemActions } from './use-problem-actions.ts';
import { useProblems } from './use-problems.ts';

const Strip = styled('footer')({ backgroundColor: tokenVar('bg'), minWidth: 0 });

const Bar = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 16,
  height: 30,
  padding: '0 14px',
  fontSize: '0.78125rem',
});

const Opened = styled('div')({
  margin: '0 8px',
  borderRadius: 8,
  backgroundColor: tokenVar('sheet'),
  boxShadow: tokenVar('shadow-1'),
});

const Count = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  flexShrink: 0,
  color: tokenVar('ink-2'),
  fontVariantNumeric: 'tabular-nums',
  '& > svg': { color: tokenVar('ink-3') },
  '&[data-tone=red], &[data-tone=red] > svg': { color: tokenVar('red'), fontWeight: 500 },
  '&[data-tone=amber], &[data-tone=amber] > svg': { color: tokenVar('amber'), fontWeight: 500 },
});

const First = styled('button')({
  minWidth: 0,
  height: 24,
  padding: '0 4px',
  border: 0,
  borderRadius: 5,
  background: 'none',
  color: tokenVar('ink'),
  font: 'inherit',
  letterSpacing: 'inherit',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  '&:hover': { textDecoration: 'underline' },
  '& > b': { marginRight: 6, fontWeight: 600 },
});

const Saved = styled('span')({
  marginLeft: 'auto',
  // A long problem gives way first: it is told in full in the list.
  flexShrink: 0,
  maxWidth: '60%',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  color: tokenVar('ink-3'),
  '&[data-failed=true]': { color: tokenVar('amber'), fontWeight: 500 },
});

/** The bottom strip: what is wrong, the way there, and where the work is stored. */
export function ProblemsStrip() {
  const { all, errorCount, warningCount } = useProblems();
  const isOpen = useView((view) => view.isProblemsOpen);
  const actions = useView((view) => view.actions);
  const saved = useDesign((state) => state.saved);
  const isListShown = isOpen && all.length > 0;
  const [first] = all;
  return (
    <Strip aria-label="Problems">
      {isListShown && (
        <Opened>
          <ProblemList problems={all} />
        </Opened>
      )}
      <Bar>
        <Count data-tone={errorCount > 0 ? 'red' : 'none'}>
          <Icon glyph={CircleX} size={15} />
          {errorCount > 0 ? counted(errorCount, 'error') : 'No errors'}
        </Count>
        <Count data-tone={warningCount > 0 ? 'amber' : 'none'}>
          <Icon glyph={TriangleAlert} size={15} />
          {counted(warningCount, 'warning')}
        </Count>
        {first !== undefined && !isListShown && <FirstProblem problem={first} />}
        <Saved data-failed={saved === 'not-saved' || saved === 'conflict'}>
          {savedWords(saved)}
        </Saved>
        {all.length > 0 && (
          <IconButton
            label="All problems"
            glyph={isListShown ? ChevronDown : ChevronUp}
            size="small"
            expanded={isListShown}
            onClick={() => actions.set({ isProblemsOpen: !isListShown })}
          />
        )}
      </Bar>
      <VisuallyHidden role="status">
        {errorCount > 0 ? counted(errorCount, 'error') : ''}
      </VisuallyHidden>
    </Strip>
  );
}

function FirstProblem({ problem }: { readonly problem: Diagnostic }) {
  const design = useDesign((state) => state.design);
  const { show } = useProblemActions();
  const place = placeWords(problem.path, design);
  return (
    <First type="button" title={problem.message} onClick={() => show(problem)}>
      {place !== '' && <b>{place}</b>}
      {problem.message}
    </First>
  );
}
