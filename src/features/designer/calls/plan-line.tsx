import type { Call } from '#core/design/design.ts';
import { planCommands } from '#core/design/plan-commands.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { ColumnChip } from '#ui/marks/column-chip.tsx';
import { Line, Quiet } from '#features/designer/shared/layout.ts';
import { useEditAll } from '#features/designer/shared/use-edit.ts';
import { useCallEdit } from './use-call-edit.ts';

/** The step before: one line for each row on what it is to be about, written and made different first. */
export function PlanLine({ call }: { readonly call: Call }) {
  const { stores } = useWorkbench();
  const editAll = useEditAll();
  const edit = useCallEdit(call.id);
  const plan = useDesign((state) => state.design.columns.find(({ id }) => id === call.plan));
  if (plan === undefined)
    return (
      <Line>
        <Button
          tone="ghost"
          size="small"
          onClick={() => editAll(planCommands(stores.design.getState().design, call))}
        >
          Plan rows first
        </Button>
      </Line>
    );
  return (
    <Line>
      <Quiet>planned by</Quiet>
      <ColumnChip name={plan.name} fillKind={plan.fill.kind} withGlyph />
      <Button tone="ghost" size="small" onClick={() => edit({ plan: undefined })}>
        Without plan
      </Button>
    </Line>
  );
}
