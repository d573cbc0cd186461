import type { FillOf } from '#core/design/fill.ts';
import { useDesign } from '#state/react.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { columnOptions, isGrouping } from '#features/designer/shared/column-options.ts';
import { FieldRow } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import type { FillEditorProps } from './fill-editor-props.ts';
import { useSetFill } from './use-set-fill.ts';

type SeriesFill = FillOf<'series'>;

export function SeriesEditor(props: FillEditorProps<'series'>) {
  const { column, fill, path } = props;
  const setFill = useSetFill(column.id);
  const columns = useDesign((state) => state.design.columns);
  const groups = columnOptions(columns, (other) => other.id !== column.id && isGrouping(other));
  return (
    <>
      <FieldRow>
        <PartField {...props} part="level" label="Level" />
        <PartField {...props} part="trend" label="Trend a row" />
        <PartField {...props} part="noise" label="Noise" />
        <Place path={[...path, 'by']}>
          <SelectField
            label="For each"
            value={fill.by ?? ''}
            options={[{ value: '', label: 'all rows' }, ...groups]}
            onChange={(by) =>
              setFill(withoutUndefined<SeriesFill>({ ...fill, by: by === '' ? undefined : by }))
            }
          />
        </Place>
      </FieldRow>
      <FieldRow>
        <SeasonField {...props} part="period" label="Season, rows" />
        <SeasonField {...props} part="amplitude" label="Amplitude" />
        <SeasonField {...props} part="phase" label="Phase, rows" />
        <NumberField
          label="Decimals"
          optional
          integer
          min={0}
          max={12}
          placeholder="any"
          value={fill.decimalPlaces}
          onChange={(decimalPlaces) =>
            setFill(withoutUndefined<SeriesFill>({ ...fill, decimalPlaces }), 'decimals')
          }
        />
      </FieldRow>
    </>
  );
}

interface PartFieldProps extends FillEditorProps<'series'> {
  readonly part: 'level' | 'trend' | 'noise';
  readonly label: string;
}

function PartField({ column, fill, path, part, label }: PartFieldProps) {
  const setFill = useSetFill(column.id);
  const problem = useProblem([...path, part]);
  return (
    <Place path={[...path, part]}>
      <NumberField
        label={label}
        value={fill[part]}
        onChange={(value = 0) => setFill({ ...fill, [part]: value }, part)}
        {...problem}
      />
    </Place>
  );
}

interface SeasonFieldProps extends FillEditorProps<'series'> {
  readonly part: 'period' | 'amplitude' | 'phase';
  readonly label: string;
}

const noSeason = { period: 12, amplitude: 0, phase: 0 };

/** An empty period takes the season away. */
function SeasonField({ column, fill, path, part, label }: SeasonFieldProps) {
  const setFill = useSetFill(column.id);
  const problem = useProblem([...path, 'season', part]);
  return (
    <Place path={[...path, 'season', part]}>
      <NumberField
        label={label}
        optional
        placeholder="none"
        value={fill.season?.[part]}
        onChange={(value) => {
          const isGone = part === 'period' && value === undefined;
          const season = isGone
            ? undefined
            : { ...noSeason, ...fill.season, [part]: value ?? noSeason[part] };
          setFill(withoutUndefined<SeriesFill>({ ...fill, season }), part);
        }}
        {...problem}
      />
    </Place>
  );
}
