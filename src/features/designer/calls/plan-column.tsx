import type { ConversationOutput } from '#core/design/conversation.ts';
import { planColumnCommands } from '#core/design/create-call.ts';
import type { Call } from '#core/design/design.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { ColumnChip } from '#ui/marks/column-chip.tsx';
import { Line, Quiet } from '#features/designer/shared/layout.ts';
import { useEditAll } from '#features/designer/shared/use-edit.ts';

interface PlanColumnProps {
  readonly call: Call;
  readonly output: ConversationOutput;
}

/** The plan of each conversation, kept in a column or thrown away. */
export function PlanColumn({ call, output }: PlanColumnProps) {
  const { stores } = useWorkbench();
  const editAll = useEditAll();
  const { planColumn } = output;
  const column = useDesign(({ design }) => design.columns.find(({ id }) => id === planColumn));
  if (planColumn === undefined || column === undefined)
    return (
      <Line style={{ marginLeft: -8 }}>
        <Button
          tone="ghost"
          size="small"
          onClick={() => editAll(planColumnCommands(stores.design.getState().design, call))}
        >
          Keep the plan in a column
        </Button>
      </Line>
    );
  return (
    <Line>
      <Quiet>plan kept in</Quiet>
      <ColumnChip name={column.name} fillKind={column.fill.kind} withGlyph />
      <Button
        tone="ghost"
        size="small"
        onClick={() =>
          editAll([
            {
              kind: 'update-call',
              callId: call.id,
              change: { output: { ...output, planColumn: undefined } },
            },
            { kind: 'delete-column', columnId: planColumn },
          ])
        }
      >
        Without the plan
      </Button>
    </Line>
  );
}
