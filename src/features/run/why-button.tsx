import { Button } from '#ui/actions/button.tsx';
import { useRun, useView } from '#state/react.tsx';
import { hasCard } from './pause-title.ts';

/** The way back to the card of a paused run, where it is put away or another view is open. */
export function WhyButton() {
  const problem = useRun(({ status, problem: why }) => (status === 'paused' ? why : undefined));
  const isShown = useView((view) => view.dataTab === 'rows' && view.hiddenProblem !== problem);
  const { set } = useView((view) => view.actions);
  if (problem === undefined || isShown || !hasCard(problem)) return null;
  return (
    <Button
      tone="link"
      size="small"
      onClick={() => set({ dataTab: 'rows', hiddenProblem: undefined })}
    >
      What to do
    </Button>
  );
}
