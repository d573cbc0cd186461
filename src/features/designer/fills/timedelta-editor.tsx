import type { Column } from '#core/design/design.ts';
import { useDesign } from '#state/react.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { columnOptions } from '#features/designer/shared/column-options.ts';
import { FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { distanceUnits, UnitField } from './unit-field.tsx';
import { useSetFill } from './use-set-fill.ts';

export function TimedeltaEditor(props: FillEditorProps<'timedelta'>) {
  const { column, fill, path } = props;
  const setFill = useSetFill(column.id);
  const columns = useDesign((state) => state.design.columns);
  const options = columnOptions(columns, (other) => other.id !== column.id && isMoment(other));
  const known = options.some(({ value }) => value === fill.reference);
  const problem = useProblem([...path, 'reference']);
  return (
    <FieldRow style={{ gridTemplateColumns: '2fr 1fr 1fr 92px' }}>
      <Place path={[...path, 'reference']}>
        <SelectField
          label="Counted from"
          value={fill.reference}
          options={known ? options : [...options, { value: fill.reference, label: fill.reference }]}
          onChange={(reference) => setFill({ ...fill, reference })}
          {...problem}
        />
      </Place>
      <DistanceField {...props} end="dtMin" label="From" />
      <DistanceField {...props} end="dtMax" label="To, not incl." />
      <UnitField
        path={[...path, 'unit']}
        value={fill.unit}
        choices={distanceUnits}
        onChange={(unit) => setFill({ ...fill, unit })}
      />
    </FieldRow>
  );
}

function isMoment({ type }: Column): boolean {
  return type === 'date' || type === 'datetime';
}

interface DistanceFieldProps extends FillEditorProps<'timedelta'> {
  readonly end: 'dtMin' | 'dtMax';
  readonly label: string;
}

function DistanceField({ column, fill, path, end, label }: DistanceFieldProps) {
  const setFill = useSetFill(column.id);
  const problem = useProblem([...path, end]);
  return (
    <Place path={[...path, end]}>
      <NumberField
        label={label}
        integer
        value={fill[end]}
        onChange={(value = 0) => setFill({ ...fill, [end]: value }, end)}
        {...problem}
      />
    </Place>
  );
}
