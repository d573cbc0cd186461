import type { JsonPath } from '#core/base/diagnostic.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { Place } from '#features/designer/shared/place.tsx';

const units = [
  { value: 'Y', label: 'years' },
  { value: 'M', label: 'months' },
  { value: 'D', label: 'days' },
  { value: 'h', label: 'hours' },
  { value: 'm', label: 'minutes' },
  { value: 's', label: 'seconds' },
] as const;

type Unit = (typeof units)[number]['value'];

/** A distance between two moments is counted in these: years and months are not all of one length. */
export const distanceUnits = ['D', 'h', 'm', 's'] as const;
export const momentUnits = ['Y', 'M', ...distanceUnits] as const;

interface UnitFieldProps<Choice extends Unit> {
  readonly value: Choice;
  readonly choices: readonly Choice[];
  readonly path: JsonPath;
  readonly onChange: (unit: Choice) => void;
}

/** The step that moments of a column keep to. */
export function UnitField<Choice extends Unit>(props: UnitFieldProps<Choice>) {
  const { value, choices, path, onChange } = props;
  const options = choices.map((choice) => ({
    value: choice,
    label: units.find((unit) => unit.value === choice)?.label ?? choice,
  }));
  return (
    <Place path={path}>
      <SelectField label="In whole" value={value} options={options} onChange={onChange} />
    </Place>
  );
}
