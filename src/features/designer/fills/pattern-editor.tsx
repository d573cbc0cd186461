import { TextField } from '#ui/fields/text-field.tsx';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { FirstValue } from './first-value.tsx';
import { useSetFill } from './use-set-fill.ts';

export function PatternEditor({ column, fill, path }: FillEditorProps<'pattern'>) {
  const setFill = useSetFill(column.id);
  const place = [...path, 'pattern'];
  const problem = useProblem(place);
  return (
    <>
      <Place path={place}>
        <TextField
          label="Regular expression"
          mono
          value={fill.pattern}
          placeholder="[A-Z]{2}-[0-9]{4}"
          onChange={(pattern) => setFill({ ...fill, pattern }, 'pattern')}
          {...problem}
        />
      </Place>
      <FirstValue column={column} />
    </>
  );
}
