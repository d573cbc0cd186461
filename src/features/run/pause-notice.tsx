import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { useRun, useView } from '#state/react.tsx';
import { hasCard } from './pause-title.ts';

const PauseCard = lazyPart(async () => (await import('./pause-card.tsx')).PauseCard);

/** The card of a run that paused, until the run goes on or the user puts the card away. */
export function PauseNotice() {
  const problem = useRun(({ status, problem: why }) => (status === 'paused' ? why : undefined));
  const isHidden = useView((view) => view.hiddenProblem === problem);
  const { set } = useView((view) => view.actions);
  if (problem === undefined || isHidden || !hasCard(problem)) return null;
  return <PauseCard problem={problem} onHide={() => set({ hiddenProblem: problem })} />;
}
