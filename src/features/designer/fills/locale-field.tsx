import type { JsonPath } from '#core/base/diagnostic.ts';
import { countryOf, localeNames, localeOf } from '#core/design/locales.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';

const options = localeNames.map((name) => ({
  value: name,
  label: `${name}, ${countryOf(name)}`,
}));

interface LocaleFieldProps {
  readonly locale: string;
  readonly path: JsonPath;
  readonly onChange: (locale: string) => void;
}

/** Where names and words come from. */
export function LocaleField({ locale, path, onChange }: LocaleFieldProps) {
  const place = [...path, 'locale'];
  const problem = useProblem(place);
  const known = localeOf(locale);
  return (
    <Place path={place}>
      <SelectField
        label="Locale"
        value={known ?? locale}
        options={known === undefined ? [...options, { value: locale, label: locale }] : options}
        onChange={onChange}
        {...problem}
      />
    </Place>
  );
}
