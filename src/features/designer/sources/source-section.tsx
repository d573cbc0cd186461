import Plus from 'lucide-react/icons/plus';
import type { Source } from '#core/design/design.ts';
import { uniqueName } from '#core/design/column-names.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { Caption, LineList } from '#features/designer/shared/layout.ts';
import { ResourceRow } from '#features/designer/shared/resource-row.tsx';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { SourceEditor } from './source-editor.tsx';

export function SourceSection() {
  const { stores } = useWorkbench();
  const edit = useEdit();
  const sources = useDesign((state) => state.design.sources);

  function add() {
    const taken = new Set(
      stores.design.getState().design.sources.flatMap(({ id, name }) => [id, name]),
    );
    const id = uniqueName('source', taken);
    const source = { id, name: id, kind: 'inline', order: 'sequence', rows: [] } as const;
    if (!edit({ kind: 'add-source', source })) return;
    stores.view.getState().actions.set({ openEditor: { kind: 'source', id } });
  }

  return (
    <section aria-label="Sources">
      <SectionHead
        title="Sources"
        count={sources.length}
        actions={
          <Button tone="ghost" size="small" glyph={Plus} onClick={add}>
            Add source
          </Button>
        }
      />
      {sources.length === 0 ? (
        <Caption>Rows you bring: paste examples, and columns can take their fields.</Caption>
      ) : (
        <Card>
          <LineList>
            {sources.map((source, index) => (
              <ResourceRow
                key={source.id}
                editor={{ kind: 'source', id: source.id }}
                name={source.name}
                figure={<FillTile fillKind="source" />}
                about={aboutSource(source)}
                path={['sources', index]}
              >
                <SourceEditor source={source} index={index} />
              </ResourceRow>
            ))}
          </LineList>
        </Card>
      )}
    </section>
  );
}

function aboutSource(source: Source): string {
  if (source.kind !== 'inline' && source.rows.length === 0) return 'file not attached';
  return `${source.rows.length.toLocaleString('en')} rows`;
}
