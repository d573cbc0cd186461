import { TextField } from '#ui/fields/text-field.tsx';
import { FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { momentUnits, UnitField } from './unit-field.tsx';
import { useSetFill } from './use-set-fill.ts';

export function DatetimeEditor(props: FillEditorProps<'datetime'>) {
  const { column, fill, path } = props;
  const setFill = useSetFill(column.id);
  return (
    <FieldRow style={{ gridTemplateColumns: '1fr 1fr 92px' }}>
      <MomentField {...props} end="start" label="From" />
      <MomentField {...props} end="end" label="To, not included" />
      <UnitField
        path={[...path, 'unit']}
        value={fill.unit}
        choices={momentUnits}
        onChange={(unit) => setFill({ ...fill, unit })}
      />
    </FieldRow>
  );
}

interface MomentFieldProps extends FillEditorProps<'datetime'> {
  readonly end: 'start' | 'end';
  readonly label: string;
}

function MomentField({ column, fill, path, end, label }: MomentFieldProps) {
  const setFill = useSetFill(column.id);
  const place = [...path, end];
  const problem = useProblem(place);
  return (
    <Place path={place}>
      <TextField
        label={label}
        value={fill[end]}
        placeholder="2026-01-31T09:00"
        onChange={(text) => setFill({ ...fill, [end]: text }, end)}
        {...problem}
      />
    </Place>
  );
}
