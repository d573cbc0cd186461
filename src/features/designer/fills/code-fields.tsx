import { codeLanguages, hasSyntaxCheck, languageLabel } from '#core/design/code-language.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { SwitchField } from '#ui/fields/switch-field.tsx';
import { Caption } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { useSetFill } from './use-set-fill.ts';

/** No language has this name. */
const prose = 'prose';

const options = [
  { value: prose, label: 'Prose' },
  ...codeLanguages.map((language) => ({ value: language, label: languageLabel(language) })),
];

/** Whether the text is code, in which language, and whether its syntax is checked. */
export function CodeFields({ column, fill, path }: FillEditorProps<'generated'>) {
  const setFill = useSetFill(column.id);
  const { code } = fill;
  const hasCheck = code !== undefined && hasSyntaxCheck(code);
  return (
    <Place path={[...path, 'code']}>
      <SelectField
        label="Written in"
        labelAt="left"
        value={code ?? prose}
        options={options}
        onChange={(choice) =>
          setFill(
            withoutUndefined({
              ...fill,
              code: codeLanguages.find((language) => language === choice),
              isCodeChecked: undefined,
            }),
          )
        }
      />
      {hasCheck && (
        <SwitchField
          label="Code with a fault in its syntax is written again"
          checked={fill.isCodeChecked !== false}
          onChange={(isChecked) =>
            setFill(withoutUndefined({ ...fill, isCodeChecked: isChecked ? undefined : false }))
          }
        />
      )}
      {hasCheck && code !== 'json' && (
        <Caption>
          The check knows most of the language, not all of it. Turn it off where it refuses code
          that is right.
        </Caption>
      )}
    </Place>
  );
}
