import Plus from 'lucide-react/icons/plus';
import { createCallWithColumn, type CallKind } from '#core/design/create-call.ts';
import type { Call } from '#core/design/design.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { fillGlyphOf } from '#ui/marks/fill-kinds.ts';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { Caption, LineList } from '#features/designer/shared/layout.ts';
import { ResourceRow } from '#features/designer/shared/resource-row.tsx';
import { useEditAll } from '#features/designer/shared/use-edit.ts';
import { CallEditor } from './call-editor.tsx';
import { callKinds } from './call-kinds.ts';

export function CallSection() {
  const calls = useDesign((state) => state.design.calls);
  const entries = useAddEntries();

  return (
    <section aria-label="Calls">
      <SectionHead
        title="Calls"
        count={calls.length}
        actions={
          <MenuButton label="Add call" glyph={Plus} size="small" align="right" entries={entries} />
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
                figure={<FillTile fillKind={call.output.kind} />}
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

function useAddEntries(): readonly MenuEntry[] {
  const { stores } = useWorkbench();
  const editAll = useEditAll();
  const add = (kind: CallKind): void => {
    const { callId, commands } = createCallWithColumn(stores.design.getState().design, kind);
    if (editAll(commands))
      stores.view.getState().actions.set({ openEditor: { kind: 'call', id: callId } });
  };
  return callKinds.map(({ kind, label, about }) => ({
    kind: 'action',
    label,
    secondary: about,
    glyph: fillGlyphOf(kind),
    onSelect: () => add(kind),
  }));
}

function aboutCall({ model, output, rowsPerRequest }: Call): string {
  if (output.kind === 'text' && rowsPerRequest === 1) return `${model}, one text per row`;
  if (output.kind === 'conversation') return `${model}, one conversation per row`;
  if (output.kind === 'judge') return `${model}, judges ${rowsPerRequest} rows per request`;
  return `${model}, ${rowsPerRequest} rows per request`;
}
