import Trash2 from 'lucide-react/icons/trash-2';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { AddLine } from '#features/designer/shared/add-line.tsx';
import { Line } from '#features/designer/shared/layout.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { RowPreview } from './row-preview.tsx';
import { TemplateItem } from './template-item.tsx';
import { useSetFill } from './use-set-fill.ts';

/** A list with one template for each item, and what it gives in a row. */
export function ListEditor({ column, fill, path }: FillEditorProps<'list'>) {
  const setFill = useSetFill(column.id);
  return (
    <>
      {fill.items.map((item, index) => (
        <Line key={index} style={{ flexWrap: 'nowrap', alignItems: 'start' }}>
          <TemplateItem
            label={`Item ${index + 1}`}
            columnId={column.id}
            path={[...path, 'items', index]}
            value={item}
            onChange={(text) =>
              setFill({ ...fill, items: fill.items.with(index, text) }, `items.${index}`)
            }
          />
          <IconButton
            label={`Delete item ${index + 1}`}
            glyph={Trash2}
            size="small"
            onClick={() => setFill({ ...fill, items: fill.items.toSpliced(index, 1) })}
          />
        </Line>
      ))}
      <AddLine noun="Item" onAdd={() => setFill({ ...fill, items: [...fill.items, ''] })} />
      <RowPreview parts={[{ label: 'The list', columnId: column.id }]} />
    </>
  );
}
