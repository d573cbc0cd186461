import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Noise } from '#core/design/fill.ts';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { Quiet } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';

const noiseOptions = [
  { value: 'none', label: 'none' },
  { value: 'gaussian', label: 'normal' },
  { value: 'uniform', label: 'uniform' },
] as const;

const scaleOptions = [
  { value: 'relative', label: '%' },
  { value: 'absolute', label: 'units' },
] as const;

interface NoiseFieldsProps {
  readonly noise: Noise | undefined;
  /** Place of the amount. */
  readonly path: JsonPath;
  readonly onChange: (noise: Noise | undefined, typing?: string) => void;
}

/** Scatter around a computed number: its kind, and how much of it. */
export function NoiseFields({ noise, path, onChange }: NoiseFieldsProps) {
  const problem = useProblem(path);
  const scale = noise?.relative === false ? 1 : 100;

  function handleKind(kind: 'none' | 'gaussian' | 'uniform') {
    onChange(kind === 'none' ? undefined : { amount: 0.05, relative: true, ...noise, kind });
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
          <Place path={path}>
            <NumberField
              label="Amount of noise"
              labelAt="hidden"
              width={62}
              min={0}
              prefix="±"
              value={Number((noise.amount * scale).toPrecision(12))}
              onChange={(amount = 0) => onChange({ ...noise, amount: amount / scale }, 'noise')}
              {...problem}
            />
          </Place>
          <SelectField
            label="Noise is given in"
            labelAt="hidden"
            width={72}
            value={noise.relative ? 'relative' : 'absolute'}
            options={scaleOptions}
            onChange={(next) => onChange({ ...noise, relative: next === 'relative' })}
          />
        </>
      )}
    </>
  );
}
