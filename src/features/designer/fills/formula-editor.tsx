import { styled } from '@mui/material/styles';
import type { FillOf } from '#core/design/fill.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { Line, Quiet } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { FirstValue } from './first-value.tsx';
import { NoiseFields } from './noise-fields.tsx';
import { roundingKey, roundingOf, roundingOptions } from './rounding-options.ts';
import { useSetFill } from './use-set-fill.ts';

/** Words that stay on one line with their field. */
const Group = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 6 });

type FormulaFill = FillOf<'formula'>;

export function FormulaEditor({ column, fill, path }: FillEditorProps<'formula'>) {
  const setFill = useSetFill(column.id);
  const place = [...path, 'expression'];
  const problem = useProblem(place);
  return (
    <>
      <Place path={place}>
        <TextArea
          label="Expression"
          labelAt="hidden"
          mono
          minRows={1}
          maxRows={8}
          value={fill.expression}
          placeholder="size * 12 if type == 'OLED' else size * 8"
          onChange={(expression) => setFill({ ...fill, expression }, 'expression')}
          {...problem}
        />
      </Place>
      <Line>
        <NoiseFields
          noise={fill.noise}
          path={[...path, 'noise', 'amount']}
          onChange={(noise, typing) =>
            setFill(withoutUndefined<FormulaFill>({ ...fill, noise }), typing)
          }
        />
        <Group>
          <Quiet>rounded to</Quiet>
          <Place path={[...path, 'rounding']}>
            <SelectField
              label="Rounded to"
              labelAt="hidden"
              width={134}
              value={roundingKey(fill.rounding)}
              options={roundingOptions(fill.rounding)}
              onChange={(key) =>
                setFill(
                  withoutUndefined<FormulaFill>({
                    ...fill,
                    rounding: roundingOf(key, fill.rounding),
                  }),
                )
              }
            />
          </Place>
        </Group>
      </Line>
      <FirstValue column={column} />
    </>
  );
}
