import { TextField } from '#ui/fields/text-field.tsx';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { ColumnField } from './column-field.tsx';
import type { FillEditorProps } from './fill-editor-props.ts';
import { RowPreview } from './row-preview.tsx';
import { useSetFill } from './use-set-fill.ts';

/** One part of a nested value. */
export function PickEditor({ column, fill, path }: FillEditorProps<'pick'>) {
  const setFill = useSetFill(column.id);
  const place = [...path, 'path'];
  const problem = useProblem(place);
  return (
    <>
      <ColumnField
        column={column}
        path={path}
        value={fill.column}
        onChange={(columnId) => setFill({ ...fill, column: columnId })}
      />
      <Place path={place}>
        <TextField
          label="Way to the part"
          placeholder="such as [0].title"
          mono
          value={fill.path}
          onChange={(text) => setFill({ ...fill, path: text }, 'path')}
          {...problem}
        />
      </Place>
      <RowPreview
        parts={[
          { label: 'The whole', columnId: fill.column },
          { label: 'The part', columnId: column.id },
        ]}
      />
    </>
  );
}
