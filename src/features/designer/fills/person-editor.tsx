import type { FillOf } from '#core/design/fill.ts';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Caption, FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { FirstValue } from './first-value.tsx';
import { LocaleField } from './locale-field.tsx';
import { useSetFill } from './use-set-fill.ts';

const sexes = [
  { value: 'any', label: 'any' },
  { value: 'Female', label: 'Female' },
  { value: 'Male', label: 'Male' },
] as const;

export function PersonEditor(props: FillEditorProps<'person'>) {
  const { column, fill, path } = props;
  const setFill = useSetFill(column.id);
  return (
    <>
      <FieldRow>
        <LocaleField
          locale={fill.locale}
          path={path}
          onChange={(locale) => setFill({ ...fill, locale })}
        />
        <Place path={[...path, 'sex']}>
          <SelectField
            label="Sex"
            value={fill.sex ?? 'any'}
            options={sexes}
            onChange={(sex) =>
              setFill(
                withoutUndefined<FillOf<'person'>>({
                  ...fill,
                  sex: sex === 'any' ? undefined : sex,
                }),
              )
            }
          />
        </Place>
        <AgeField {...props} end={0} label="Youngest" />
        <AgeField {...props} end={1} label="Oldest" />
      </FieldRow>
      <Place path={[...path, 'city']}>
        <TextField
          label="Cities"
          placeholder="any of the country, or a list: Leeds, York"
          value={(fill.city ?? []).join(', ')}
          onChange={(text) =>
            setFill(withoutUndefined<FillOf<'person'>>({ ...fill, city: citiesOf(text) }), 'city')
          }
        />
      </Place>
      <FirstValue column={column} />
      <Caption>{`In templates: {{ ${column.name}.first_name }}, ${column.name}.email, .city, .age`}</Caption>
    </>
  );
}

function citiesOf(text: string): readonly string[] | undefined {
  const cities = text.split(',').map((city) => city.trimStart());
  return cities.every((city) => city === '') ? undefined : cities;
}

interface AgeFieldProps extends FillEditorProps<'person'> {
  readonly end: 0 | 1;
  readonly label: string;
}

function AgeField({ column, fill, path, end, label }: AgeFieldProps) {
  const setFill = useSetFill(column.id);
  const place = [...path, 'ageRange'];
  const problem = useProblem(place);
  return (
    <Place path={place}>
      <NumberField
        label={label}
        integer
        min={0}
        max={150}
        value={fill.ageRange[end]}
        onChange={(age = 0) =>
          setFill({ ...fill, ageRange: fill.ageRange.with(end, age) }, `age ${end}`)
        }
        {...(end === 0 ? problem : {})}
      />
    </Place>
  );
}
