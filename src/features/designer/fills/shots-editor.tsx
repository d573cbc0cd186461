import { NumberField } from '#ui/fields/number-field.tsx';
import { FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { RowPreview } from './row-preview.tsx';
import { SourceChoice } from './source-choice.tsx';
import { useSetFill } from './use-set-fill.ts';

/** Several different rows of a source for each row, as a list. */
export function ShotsEditor({ column, fill, path }: FillEditorProps<'shots'>) {
  const setFill = useSetFill(column.id);
  const countProblem = useProblem([...path, 'count']);
  return (
    <>
      <FieldRow>
        <SourceChoice
          path={path}
          value={fill.source}
          onChange={(source) => setFill({ ...fill, source })}
        />
        <Place path={[...path, 'count']}>
          <NumberField
            label="Rows in each list"
            value={fill.count}
            integer
            min={1}
            max={1_000}
            onChange={(count = 1) => setFill({ ...fill, count }, 'count')}
            {...countProblem}
          />
        </Place>
      </FieldRow>
      <RowPreview parts={[{ label: 'The list', columnId: column.id }]} />
    </>
  );
}
