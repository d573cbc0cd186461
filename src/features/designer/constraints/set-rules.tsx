import { groupValues } from '#core/design/column-facts.ts';
import type { ConstraintOf } from '#core/design/constraint.ts';
import { useDesign } from '#state/react.tsx';
import { isGrouping } from '#features/designer/shared/column-options.ts';
import { Line } from '#features/designer/shared/layout.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import { ChoicePart, ColumnField, NumberPart, ScalarPart } from './rule-fields.tsx';
import { Grouping, PairColumn } from './pair-parts.tsx';
import type { RuleProps } from './rule-props.ts';

export function CorrelationRule({ rule, path, onChange }: RuleProps<'correlation'>) {
  const place = { rule, path, onChange };
  const put = (change: { low?: number | undefined; high?: number | undefined }, typing: string) =>
    onChange(withoutUndefined<ConstraintOf<'correlation'>>({ ...rule, ...change }), typing);
  const limits = { optional: true, min: -1, max: 1 } as const;
  return (
    <Line>
      r of
      <PairColumn {...place} end="y" />
      and
      <PairColumn {...place} end="x" />
      is
      <NumberPart
        label="Least r"
        path={[...path, 'low']}
        value={rule.low}
        onChange={(low) => put({ low }, 'low')}
        {...limits}
      />
      to
      <NumberPart
        label="Greatest r"
        path={[...path, 'high']}
        value={rule.high}
        onChange={(high) => put({ high }, 'high')}
        {...limits}
      />
      <Grouping {...place} />
    </Line>
  );
}

const directions = [
  { value: 'increasing', label: 'rises with' },
  { value: 'decreasing', label: 'falls with' },
] as const;

export function MonotoneRule({ rule, path, onChange }: RuleProps<'monotone'>) {
  const place = { rule, path, onChange };
  return (
    <Line>
      <PairColumn {...place} end="y" />
      <ChoicePart
        label="Direction"
        path={[...path, 'direction']}
        value={rule.direction}
        options={directions}
        onChange={(direction) => onChange({ ...rule, direction })}
      />
      <PairColumn {...place} end="x" />
      <Grouping {...place} />
      with rho at least
      <NumberPart
        label="Least rho"
        path={[...path, 'minRho']}
        value={rule.minRho}
        min={0}
        max={1}
        onChange={(minRho = 0) => onChange({ ...rule, minRho }, 'minRho')}
      />
    </Line>
  );
}

export function ShareRule({ rule, path, onChange }: RuleProps<'share'>) {
  const column = useDesign((state) => state.design.columns.find(({ id }) => id === rule.column));
  const columns = useDesign((state) => state.design.columns);

  function handleColumn(columnId: string) {
    const [value = rule.value] = groupValues(columns.find(({ id }) => id === columnId));
    onChange({ ...rule, column: columnId, value });
  }

  return (
    <Line>
      <NumberPart
        label="Share of the rows"
        path={[...path, 'share']}
        value={percentOf(rule.share)}
        min={0}
        max={100}
        unit="%"
        onChange={(percent = 0) => onChange({ ...rule, share: percent / 100 }, 'share')}
      />
      of rows have
      <ColumnField
        label="Column"
        path={[...path, 'column']}
        value={rule.column}
        accepts={isGrouping}
        onChange={handleColumn}
      />
      <ScalarPart
        label="Value"
        path={[...path, 'value']}
        value={rule.value}
        values={groupValues(column)}
        onChange={(value) => onChange({ ...rule, value })}
      />
      give or take
      <NumberPart
        label="Tolerance"
        path={[...path, 'tolerance']}
        value={percentOf(rule.tolerance)}
        min={0}
        max={100}
        unit="%"
        onChange={(percent = 0) => onChange({ ...rule, tolerance: percent / 100 }, 'tolerance')}
      />
    </Line>
  );
}

/** A part of one as a percentage without floating-point dust. */
function percentOf(part: number): number {
  return Number((part * 100).toPrecision(12));
}
