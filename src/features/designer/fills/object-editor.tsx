import { EntriesFields } from './entries-fields.tsx';
import type { FillEditorProps } from './fill-editor-props.ts';
import { RowPreview } from './row-preview.tsx';
import { useSetFill } from './use-set-fill.ts';

/** An object with one template for each key, and what it gives in a row. */
export function ObjectEditor({ column, fill, path }: FillEditorProps<'object'>) {
  const setFill = useSetFill(column.id);
  return (
    <>
      <EntriesFields
        columnId={column.id}
        path={[...path, 'entries']}
        entries={fill.entries}
        noun="Key"
        onChange={(entries, typing) => setFill({ ...fill, entries }, typing)}
      />
      <RowPreview parts={[{ label: 'The object', columnId: column.id }]} />
    </>
  );
}
