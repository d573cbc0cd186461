import { useDesign, useView } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { Caption, FieldRow, Line } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { sourceFields } from '#state/parse-source-text.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { SourceChoice } from './source-choice.tsx';
import { useSetFill } from './use-set-fill.ts';

export function SourceFillEditor({ column, fill, path }: FillEditorProps<'source'>) {
  const setFill = useSetFill(column.id);
  const sources = useDesign((state) => state.design.sources);
  const actions = useView((state) => state.actions);
  const fieldProblem = useProblem([...path, 'field']);
  const source = sources.find(({ id }) => id === fill.source);
  const fields = sourceFields(source?.rows ?? []);
  return (
    <>
      <FieldRow>
        <SourceChoice
          path={path}
          value={fill.source}
          onChange={(sourceId) => setFill({ ...fill, source: sourceId })}
        />
        <Place path={[...path, 'field']}>
          <SelectField
            label="Field"
            value={fill.field}
            options={fields.map((field) => ({ value: field, label: field }))}
            placeholder="choose a field"
            onChange={(field) => setFill({ ...fill, field })}
            {...fieldProblem}
          />
        </Place>
      </FieldRow>
      {source === undefined ? (
        <Caption>Add the rows under Sources below, then choose one of their fields.</Caption>
      ) : (
        <Line>
          <Button
            tone="link"
            size="small"
            onClick={() => actions.set({ openEditor: { kind: 'source', id: source.id } })}
          >
            {`Edit the ${source.rows.length} rows of ${source.name}`}
          </Button>
        </Line>
      )}
    </>
  );
}
