import { styled } from '@mui/material/styles';
import type { FillOf } from '#core/design/fill.ts';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { Line, Quiet } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { FirstValue } from './first-value.tsx';
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
        <NoiseFields column={column} fill={fill} path={path} />
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

const noiseOptions = [
  { value: 'none', label: 'none' },
  { value: 'gaussian', label: 'normal' },
  { value: 'uniform', label: 'uniform' },
] as const;

const scaleOptions = [
  { value: 'relative', label: '%' },
  { value: 'absolute', label: 'units' },
] as const;

function NoiseFields({ column, fill, path }: FillEditorProps<'formula'>) {
  const setFill = useSetFill(column.id);
  const { noise } = fill;
  const amountPlace = [...path, 'noise', 'amount'];
  const problem = useProblem(amountPlace);
  const scale = noise?.relative === false ? 1 : 100;

  function handleKind(kind: 'none' | 'gaussian' | 'uniform') {
    if (kind !== 'none') {
      setFill({ ...fill, noise: { amount: 0.05, relative: true, ...noise, kind } });
      return;
    }
    const { noise: _, ...rest } = fill;
    setFill(rest);
  }

  return (
    <>
      <Quiet>noise</Quiet>
      <SelectField
        label="Noise"
        labelAt="hidden"
        width={92}
        value={noise?.kind ?? 'none'}
        options={noiseOptions}
        onChange={handleKind}
      />
      {noise !== undefined && (
        <>
          <Place path={amountPlace}>
            <NumberField
              label="Amount of noise"
              labelAt="hidden"
              width={62}
              min={0}
              prefix="±"
              value={Number((noise.amount * scale).toPrecision(12))}
              onChange={(amount = 0) =>
                setFill({ ...fill, noise: { ...noise, amount: amount / scale } }, 'noise')
              }
              {...problem}
            />
          </Place>
          <SelectField
            label="Noise is given in"
            labelAt="hidden"
            width={72}
            value={noise.relative ? 'relative' : 'absolute'}
            options={scaleOptions}
            onChange={(next) =>
              setFill({ ...fill, noise: { ...noise, relative: next === 'relative' } })
            }
          />
        </>
      )}
    </>
  );
}
