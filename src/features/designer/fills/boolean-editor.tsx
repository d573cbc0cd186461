import { NumberField } from '#ui/fields/number-field.tsx';
import { FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { useSetFill } from './use-set-fill.ts';

export function BooleanEditor({ column, fill, path }: FillEditorProps<'boolean'>) {
  const setFill = useSetFill(column.id);
  const place = [...path, 'probability'];
  const problem = useProblem(place);
  return (
    <FieldRow>
      <Place path={place}>
        <NumberField
          label="Share of true"
          value={Number((fill.probability * 100).toPrecision(12))}
          min={0}
          max={100}
          unit="%"
          width={120}
          onChange={(percent = 0) =>
            setFill({ ...fill, probability: percent / 100 }, 'probability')
          }
          {...problem}
        />
      </Place>
    </FieldRow>
  );
}
