import { useDesign } from '#state/react.tsx';
import { AttributeTable } from './attribute-table.tsx';
import type { FillEditorProps } from './fill-editor-props.ts';
import { useSetFill } from './use-set-fill.ts';

export function CategoryEditor({ column, fill, path }: FillEditorProps<'category'>) {
  const setFill = useSetFill(column.id);
  const rowCount = useDesign((state) => state.design.rows);
  return (
    <AttributeTable
      label={`Values of ${column.name}`}
      values={fill.values}
      type={column.type}
      rowCount={rowCount}
      path={[...path, 'values']}
      onChange={(values, typing) => setFill({ ...fill, values }, typing)}
    />
  );
}
