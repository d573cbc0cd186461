import type { Distribution } from '#core/design/distribution.ts';
import { useDataset } from '#state/react.tsx';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { Caption, FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import { changeDistribution } from './change-distribution.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { DrawnBars } from './drawn-bars.tsx';
import { useSetFill } from './use-set-fill.ts';

type Parameter = 'mean' | 'stddev' | 'low' | 'high';

const distributions = [
  { value: 'uniform', label: 'Uniform' },
  { value: 'integer', label: 'Whole numbers' },
  { value: 'gaussian', label: 'Normal' },
] as const;

export function NumberEditor({ column, fill, path }: FillEditorProps<'number'>) {
  const setFill = useSetFill(column.id);
  const { distribution } = fill;
  const isNormal = distribution.kind === 'gaussian';
  const parameters: readonly Parameter[] = isNormal
    ? ['mean', 'stddev', 'low', 'high']
    : ['low', 'high'];
  const place = { column, fill, path };
  return (
    <>
      <SegmentedControl
        label="Distribution"
        fullWidth
        value={distribution.kind}
        options={distributions}
        onChange={(kind) =>
          setFill({ ...fill, distribution: changeDistribution(distribution, kind) })
        }
      />
      <FieldRow>
        {parameters.map((parameter) => (
          <ParameterField
            key={`${distribution.kind}.${parameter}`}
            parameter={parameter}
            {...place}
          />
        ))}
        {distribution.kind !== 'integer' && <DecimalsField {...place} />}
      </FieldRow>
      <Drawn columnId={column.id} unit={column.unit ?? ''} />
    </>
  );
}

interface ParameterFieldProps extends FillEditorProps<'number'> {
  readonly parameter: Parameter;
}

function ParameterField({ column, fill, path, parameter }: ParameterFieldProps) {
  const setFill = useSetFill(column.id);
  const { distribution } = fill;
  const place = [...path, 'distribution', parameter];
  const problem = useProblem(place);
  const isOptional =
    distribution.kind === 'gaussian' && (parameter === 'low' || parameter === 'high');
  const values: Partial<Record<Parameter, number | undefined>> = distribution;
  return (
    <Place path={place}>
      <NumberField
        label={labels[parameter]}
        value={values[parameter]}
        optional={isOptional}
        placeholder={isOptional ? 'none' : ''}
        integer={distribution.kind === 'integer'}
        onChange={(value) =>
          setFill(
            {
              ...fill,
              // The parameter belongs to the distribution it was read from.
              distribution: withoutUndefined<Record<string, unknown>>({
                ...distribution,
                [parameter]: value,
              }) as unknown as Distribution,
            },
            parameter,
          )
        }
        {...problem}
      />
    </Place>
  );
}

function DecimalsField({ column, fill, path }: FillEditorProps<'number'>) {
  const setFill = useSetFill(column.id);
  const place = [...path, 'decimalPlaces'];
  const problem = useProblem(place);
  const { decimalPlaces: _, ...rest } = fill;
  return (
    <Place path={place}>
      <NumberField
        label="Decimals"
        value={fill.decimalPlaces}
        optional
        integer
        min={0}
        max={12}
        placeholder="any"
        onChange={(decimalPlaces) =>
          setFill(decimalPlaces === undefined ? rest : { ...rest, decimalPlaces }, 'decimals')
        }
        {...problem}
      />
    </Place>
  );
}

const labels: Readonly<Record<Parameter, string>> = {
  mean: 'Mean',
  stddev: 'Stddev',
  low: 'Low',
  high: 'High',
};

/** The values as drawn now, next to the law they were drawn from. */
function Drawn({ columnId, unit }: { readonly columnId: string; readonly unit: string }) {
  const numbers = useDataset((state) => state.summary?.profiles[columnId]?.numbers);
  if (numbers === undefined) return null;
  const { low, high, mean, standardDeviation } = numbers;
  const written = (value: number) => String(Number(value.toPrecision(4)));
  return (
    <figure style={{ margin: 0 }}>
      <DrawnBars counts={numbers.histogram.counts} />
      <Caption as="figcaption" style={{ marginTop: 4 }}>
        {`drawn ${written(low)} to ${written(high)} ${unit}, mean ${written(mean)}, stddev ${written(standardDeviation)}`}
      </Caption>
    </figure>
  );
}
