import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { counted } from '#core/base/counted.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { Source } from '#core/design/design.ts';
import { useWorkbench } from '#state/react.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { ColumnChip } from '#ui/marks/column-chip.tsx';
import { CommittedField } from '#features/designer/shared/committed-field.tsx';
import { Line, Quiet, Spacer } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useDeletion, useEdit } from '#features/designer/shared/use-edit.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { FileSourceFields } from './file-source-fields.tsx';
import { OriginalsFields } from './originals-fields.tsx';
import { parseSourceText, sourceFields, sourceText } from '#state/parse-source-text.ts';

const orders = [
  { value: 'sequence', label: 'In order' },
  { value: 'shuffle', label: 'Shuffled' },
] as const;

interface SourceEditorProps {
  readonly source: Source;
  readonly index: number;
}

export function SourceEditor({ source, index }: SourceEditorProps) {
  const { stores } = useWorkbench();
  const edit = useEdit();
  const deletion = useDeletion();
  const { id: sourceId, name } = source;
  const rename = (text: string): string | undefined => {
    if (text === '') return 'A source needs a name.';
    const { sources } = stores.design.getState().design;
    if (sources.some((other) => other.id !== sourceId && other.name === text))
      return `There is already a source “${text}”.`;
    edit({ kind: 'update-source', sourceId, change: { name: text } });
    return undefined;
  };
  return (
    <>
      <Line style={{ flexWrap: 'nowrap' }}>
        <Place path={['sources', index, 'name']} style={{ flex: 1 }}>
          <CommittedField label="Name" labelAt="hidden" value={name} onCommit={rename} />
        </Place>
        <SegmentedControl
          label="Order of rows"
          value={source.order}
          options={orders}
          onChange={(order) => edit({ kind: 'update-source', sourceId, change: { order } })}
        />
        <IconButton
          label={`Delete source ${name}`}
          glyph={Trash2}
          size="small"
          onClick={() => deletion({ kind: 'delete-source', sourceId }, `Source ${name} deleted`)}
        />
      </Line>
      {source.kind !== 'inline' && <FileSourceFields source={source} />}
      {(source.kind === 'inline' || source.rows.length > 0) && (
        <RowsField source={source} index={index} />
      )}
      <OriginalsFields source={source} />
    </>
  );
}

interface Draft {
  readonly text: string;
  /** The rows the text was read as; other rows, as after an undo, end the draft. */
  readonly rows: readonly JsonObject[];
}

/** Text that cannot be read stays in the field with its line; the last good rows stay in the design. */
function RowsField({ source, index }: SourceEditorProps) {
  const edit = useEdit();
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  const place = ['sources', index, 'rows'];
  const problem = useProblem(place);
  const rows: readonly JsonObject[] = source.rows;
  const live = draft?.rows === rows ? draft : undefined;
  const parsed = live === undefined ? undefined : parseSourceText(live.text);
  const trouble =
    parsed?.ok === false ? `Line ${parsed.error.line}: ${parsed.error.message}` : problem.error;

  function handleText(text: string) {
    const read = parseSourceText(text);
    setDraft({ text, rows: read.ok ? read.value : rows });
    if (read.ok)
      edit(
        { kind: 'update-source', sourceId: source.id, change: { rows: read.value } },
        { coalesce: `${source.id}.rows` },
      );
  }

  const fields = sourceFields(rows);
  return (
    <>
      <Place path={place}>
        <TextArea
          label="Rows"
          mono
          minRows={3}
          maxRows={10}
          placeholder="Paste CSV with a header, a JSON array, or one JSON object per line"
          value={live?.text ?? sourceText(rows)}
          error={trouble}
          onChange={handleText}
        />
      </Place>
      <Line>
        <Quiet>{counted(rows.length, 'row')}</Quiet>
        {fields.map((field) => (
          <ColumnChip key={field} name={field} fillKind="source" withGlyph />
        ))}
        <Spacer />
      </Line>
    </>
  );
}
