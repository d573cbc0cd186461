import { fakerMethods, isFakerMethod } from '#core/design/faker-methods.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { FirstValue } from './first-value.tsx';
import { LocaleField } from './locale-field.tsx';
import { useSetFill } from './use-set-fill.ts';

const options = fakerMethods.map((method) => ({ value: method, label: method }));

export function FakerEditor({ column, fill, path }: FillEditorProps<'faker'>) {
  const setFill = useSetFill(column.id);
  const place = [...path, 'method'];
  const problem = useProblem(place);
  const known = isFakerMethod(fill.method)
    ? options
    : [...options, { value: fill.method, label: fill.method }];
  return (
    <>
      <FieldRow>
        <Place path={place}>
          <SelectField
            label="Method"
            value={fill.method}
            options={known}
            onChange={(method) => setFill({ ...fill, method })}
            {...problem}
          />
        </Place>
        <LocaleField
          locale={fill.locale}
          path={path}
          onChange={(locale) => setFill({ ...fill, locale })}
        />
      </FieldRow>
      <FirstValue column={column} />
    </>
  );
}
