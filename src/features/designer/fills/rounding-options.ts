/** The ways of rounding that a select offers; one that a design brings along is offered too. */
import type { Rounding } from '#core/design/fill.ts';
import type { SelectOption } from '#ui/fields/select-option.tsx';

const presets: readonly (SelectOption<string> & { readonly rounding?: Rounding })[] = [
  { value: 'none', label: 'as computed' },
  { value: 'whole', label: 'whole', rounding: { decimalPlaces: 0 } },
  { value: 'one', label: '1 decimal', rounding: { decimalPlaces: 1 } },
  { value: 'two', label: '2 decimals', rounding: { decimalPlaces: 2 } },
  { value: 'three', label: '3 decimals', rounding: { decimalPlaces: 3 } },
  { value: 'ninety-nine', label: 'whole, then .99', rounding: { decimalPlaces: 2, ending: 0.99 } },
];

export function roundingKey(rounding: Rounding | undefined): string {
  if (rounding === undefined) return 'none';
  const preset = presets.find(
    ({ rounding: known }) => known !== undefined && isSame(known, rounding),
  );
  return preset?.value ?? 'own';
}

export function roundingOptions(rounding: Rounding | undefined): readonly SelectOption<string>[] {
  const options = presets.map(({ value, label }) => ({ value, label }));
  if (rounding === undefined || roundingKey(rounding) !== 'own') return options;
  const ending = rounding.ending === undefined ? '' : `, then ${rounding.ending}`;
  return [...options, { value: 'own', label: `${rounding.decimalPlaces} decimals${ending}` }];
}

export function roundingOf(key: string, current: Rounding | undefined): Rounding | undefined {
  return key === 'own' ? current : presets.find(({ value }) => value === key)?.rounding;
}

function isSame(one: Rounding, other: Rounding): boolean {
  return one.decimalPlaces === other.decimalPlaces && one.ending === other.ending;
}
