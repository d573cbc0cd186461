import Plus from 'lucide-react/icons/plus';
import type { Source } from '#core/design/design.ts';
import { uniqueName } from '#core/design/column-names.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { Caption, LineList } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
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
      <LostOriginals />
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

/** Rows that the dataset is to begin with, of a source that is gone. */
function LostOriginals() {
  const edit = useEdit();
  const lost = useDesign(({ design: { originals, sources } }) =>
    originals === undefined || sources.some(({ id }) => id === originals.source)
      ? undefined
      : originals.source,
  );
  if (lost === undefined) return null;
  return (
    <Place path={['originals']}>
      <Caption>{`The dataset is to begin with the rows of “${lost}”, which is not there.`}</Caption>
      <Button
        tone="ghost"
        size="small"
        onClick={() => edit({ kind: 'set-field', field: 'originals', value: undefined })}
      >
        Begin without them
      </Button>
    </Place>
  );
}

function aboutSource(source: Source): string {
  if (source.kind !== 'inline' && source.rows.length === 0) return 'file not attached';
  return `${source.rows.length.toLocaleString('en')} rows`;
}
