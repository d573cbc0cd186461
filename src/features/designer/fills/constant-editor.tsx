import { TextField } from '#ui/fields/text-field.tsx';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { readScalar } from './read-scalar.ts';
import { useSetFill } from './use-set-fill.ts';

export function ConstantEditor({ column, fill, path }: FillEditorProps<'constant'>) {
  const setFill = useSetFill(column.id);
  const place = [...path, 'value'];
  const problem = useProblem(place);
  return (
    <Place path={place}>
      <TextField
        label="Value in every row"
        value={String(fill.value)}
        onChange={(text) => setFill({ ...fill, value: readScalar(text, column.type) }, 'value')}
        {...problem}
      />
    </Place>
  );
}
