import ListTodo from 'lucide-react/icons/list-todo';
import type { Call } from '#core/design/design.ts';
import { planCommands } from '#core/design/plan-commands.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { ColumnChip } from '#ui/marks/column-chip.tsx';
import { Line, Quiet } from '#features/designer/shared/layout.ts';
import { useEditAll } from '#features/designer/shared/use-edit.ts';
import { useCallEdit } from './use-call-edit.ts';

interface PlanProps {
  readonly call: Call;
}

function usePlan({ plan }: Call) {
  return useDesign((state) => state.design.columns.find(({ id }) => id === plan));
}

/** The step before: one line for each row on what it is to be about, written and made different first. */
export function PlanOffer({ call }: PlanProps) {
  const { stores } = useWorkbench();
  const editAll = useEditAll();
  if (usePlan(call) !== undefined) return null;
  return (
    <Button
      tone="ghost"
      size="small"
      glyph={ListTodo}
      onClick={() => editAll(planCommands(stores.design.getState().design, call))}
    >
      Plan rows first
    </Button>
  );
}

/** The plan that a call follows. */
export function PlanLine({ call }: PlanProps) {
  const edit = useCallEdit(call.id);
  const plan = usePlan(call);
  if (plan === undefined) return null;
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
