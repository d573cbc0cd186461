import { counted } from '#core/base/counted.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { Button } from '#ui/actions/button.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { useDataset, useDesign, useView } from '#state/react.tsx';

/** Says that the rows follow an older design while the newest one has errors. */
export function StaleBanner() {
  const errors = useDesign((state) => countErrors(state.diagnostics));
  const unsampled = useDataset((state) => state.diagnostics.length);
  const hasRows = useDataset((state) => (state.summary?.rowCount ?? 0) > 0);
  const codeProblems = useView((view) => countErrors(view.codeProblems));
  const actions = useView((view) => view.actions);
  // What the evaluator found counts only where the check of the design found nothing.
  const count = errors + codeProblems || unsampled;
  if (count === 0) return null;
  const words = counted(count, 'error');
  return (
    <Banner
      tone="warn"
      actions={
        <Button
          tone="link"
          onClick={() => {
            actions.showProblems();
          }}
        >
          Show problems
        </Button>
      }
    >
      The design has {words}.{' '}
      {hasRows ? 'Rows follow the last valid design.' : 'Rows come once it has none.'}
    </Banner>
  );
}

function countErrors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
