import Plus from 'lucide-react/icons/plus';
import type { Call } from '#core/design/design.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { Caption, LineList } from '#features/designer/shared/layout.ts';
import { ResourceRow } from '#features/designer/shared/resource-row.tsx';
import { useEditAll } from '#features/designer/shared/use-edit.ts';
import { CallEditor } from './call-editor.tsx';
import { newCall } from './new-call.ts';

export function CallSection() {
  const { stores } = useWorkbench();
  const editAll = useEditAll();
  const calls = useDesign((state) => state.design.calls);

  function add() {
    const commands = newCall(stores.design.getState().design);
    const last = commands.at(-1);
    if (last?.kind !== 'add-call' || !editAll(commands)) return;
    stores.view.getState().actions.set({ openEditor: { kind: 'call', id: last.call.id } });
  }

  return (
    <section aria-label="Calls">
      <SectionHead
        title="Calls"
        count={calls.length}
        actions={
          <Button tone="ghost" size="small" glyph={Plus} onClick={add}>
            Add call
          </Button>
        }
      />
      {calls.length === 0 ? (
        <Caption>
          A call is one kind of request to a model. It comes along with the first column a model
          writes.
        </Caption>
      ) : (
        <Card>
          <LineList>
            {calls.map((call, index) => (
              <ResourceRow
                key={call.id}
                editor={{ kind: 'call', id: call.id }}
                name={call.name}
                figure={<FillTile fillKind="generated" />}
                about={aboutCall(call)}
                path={['calls', index]}
              >
                <CallEditor call={call} index={index} />
              </ResourceRow>
            ))}
          </LineList>
        </Card>
      )}
    </section>
  );
}

function aboutCall({ model, output, rowsPerRequest }: Call): string {
  if (output.kind === 'text' && rowsPerRequest === 1) return `${model}, one text per row`;
  if (output.kind === 'conversation') return `${model}, one conversation per row`;
  return `${model}, ${rowsPerRequest} rows per request`;
}
