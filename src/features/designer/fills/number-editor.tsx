import { useContext } from 'react';
import type { NumberProfile } from '#core/analysis/column-profile.ts';
import type { Distribution } from '#core/design/distribution.ts';
import { scipyNames } from '#core/design/scipy-names.ts';
import { columnAxis } from '#state/column-axis.ts';
import { useDataset } from '#state/react.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { Caption, FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { changeDistribution } from './change-distribution.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { LawParts } from './law-parts.tsx';
import { lawParameters, type LawParameter } from './law-parameters.ts';
import { LawPicker } from './law-picker.tsx';
import { LawPicture } from './law-picture.tsx';
import { FillTarget, useSetFill } from './use-set-fill.ts';

export function NumberEditor(props: FillEditorProps<'number'>) {
  const { column, fill, path } = props;
  const setFill = useSetFill(column.id);
  const { distribution } = fill;
  const problem = useProblem([...path, 'distribution']);
  const change = (next: Distribution, typing?: string) =>
    setFill({ ...fill, distribution: next }, typing);
  return (
    <>
      <Place path={[...path, 'distribution']}>
        <LawPicker
          value={distribution.kind}
          onChange={(kind) => change(changeDistribution(distribution, kind))}
        />
      </Place>
      <FieldRow>
        {'distName' in distribution && (
          <ScipyField {...props} distribution={distribution} onChange={change} />
        )}
        {lawParameters(distribution).map((parameter) => (
          <ParameterField
            key={`${distribution.kind}.${parameter.name}`}
            {...props}
            parameter={parameter}
          />
        ))}
        {distribution.kind !== 'integer' && <DecimalsField {...props} />}
      </FieldRow>
      <LawParts distribution={distribution} onChange={change} />
      <Drawn column={column} fill={fill} path={path} onChange={change} />
      {problem.error !== undefined && <Caption role="alert">{problem.error}</Caption>}
    </>
  );
}

interface ChangeProps {
  readonly onChange: (distribution: Distribution, typing?: string) => void;
}

interface ScipyFieldProps extends FillEditorProps<'number'>, ChangeProps {
  readonly distribution: Extract<Distribution, { readonly distName: string }>;
}

const scipyOptions = scipyNames.map((name) => ({ value: name, label: name }));

/** Parameters that the other law has too are kept, the rest begin at 1, where most laws have a shape. */
function ScipyField({ path, distribution, onChange }: ScipyFieldProps) {
  const { distName, distParams } = distribution;
  const isKnown = scipyOptions.some(({ value }) => value === distName);
  return (
    <Place path={[...path, 'distribution', 'distName']} style={{ gridColumn: 'span 2' }}>
      <SelectField
        label="Law"
        value={distName}
        options={isKnown ? scipyOptions : [...scipyOptions, { value: distName, label: distName }]}
        onChange={(name) => {
          const named = { ...distribution, distName: name };
          const entries = lawParameters(named).flatMap(({ path: [list, key = ''], isOptional }) =>
            list === 'distParams' && !(isOptional && distParams[key] === undefined)
              ? [[key, distParams[key] ?? starts[key] ?? 1] as const]
              : [],
          );
          onChange({ ...named, distParams: Object.fromEntries(entries) });
        }}
      />
    </Place>
  );
}

/** Shapes for which 1 is no good beginning. */
const starts: Readonly<Record<string, number>> = { c: 0.5, p: 0.5, df: 5, low: 0, high: 10 };

interface ParameterFieldProps extends FillEditorProps<'number'> {
  readonly parameter: LawParameter;
}

function ParameterField({ column, fill, path, parameter }: ParameterFieldProps) {
  const setFill = useSetFill(column.id);
  const place = [...path, 'distribution', ...parameter.path];
  const problem = useProblem(place);
  const { isOptional, isWhole, name } = parameter;
  return (
    <Place path={place}>
      <NumberField
        label={parameter.label}
        value={parameter.value}
        optional={isOptional}
        placeholder={isOptional ? (defaults[name] ?? 'none') : ''}
        integer={isWhole}
        onChange={(value) => setFill({ ...fill, distribution: parameter.change(value) }, name)}
        {...problem}
      />
    </Place>
  );
}

const defaults: Readonly<Record<string, string>> = { 'scipy loc': '0', 'scipy scale': '1' };

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

/** The values as drawn now, under the law they were drawn from. Those of several laws are drawn over none of them. */
function Drawn({ column, fill, onChange }: FillEditorProps<'number'> & ChangeProps) {
  const numbers = useDataset((state) => state.summary?.profiles[column.id]?.numbers);
  const isOwn = useContext(FillTarget) === undefined;
  const isMixed = (column.conditionalParams ?? []).length > 0;
  return (
    <figure style={{ margin: 0 }}>
      <LawPicture
        distribution={fill.distribution}
        drawn={isMixed ? undefined : numbers?.histogram}
        axis={columnAxis(column)}
        onChange={(next, parameter) => onChange(next, parameter)}
      />
      {numbers !== undefined && isOwn && (
        <Caption as="figcaption" style={{ marginTop: 4 }}>
          {drawnWords(numbers, column.unit, isMixed)}
        </Caption>
      )}
    </figure>
  );
}

function drawnWords(
  { low, high, mean, standardDeviation }: NumberProfile,
  unit: string | undefined,
  isMixed: boolean,
): string {
  const written = (value: number) => String(Number(value.toPrecision(4)));
  const range = `${written(low)} to ${written(high)}${unit === undefined ? '' : ` ${unit}`}`;
  const where = isMixed ? ', all rows together' : '';
  return `drawn ${range}, mean ${written(mean)}, stddev ${written(standardDeviation)}${where}`;
}
