import type { ErrorReport } from '#core/base/error-report.ts';
import { Button } from '#ui/actions/button.tsx';
import { useRun, useView } from '#state/react.tsx';
import { Roomy, Tight } from './fitting.ts';
import { hasCard, pauseTitle } from './pause-title.ts';

/** Why the run paused, while the card that says so is put away or another view is open. */
export function useHiddenReason(): ErrorReport | undefined {
  const problem = useRun(({ status, problem: why }) => (status === 'paused' ? why : undefined));
  const isShown = useView((view) => view.dataTab === 'rows' && view.hiddenProblem !== problem);
  return problem === undefined || isShown || !hasCard(problem) ? undefined : problem;
}

/** The way back to that card. In a narrow bar it is the reason itself that leads there. */
export function WhyButton() {
  const problem = useHiddenReason();
  const { set } = useView((view) => view.actions);
  if (problem === undefined) return null;
  return (
    <Button
      tone="link"
      size="small"
      onClick={() => set({ dataTab: 'rows', hiddenProblem: undefined })}
    >
      <Roomy>What to do</Roomy>
      <Tight>{pauseTitle({ ...problem, host: 'Provider' })}</Tight>
    </Button>
  );
}
