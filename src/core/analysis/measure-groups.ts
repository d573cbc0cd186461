/** Set rules over pairs of columns: correlation, linear law and order, measured within each group, judged by the weakest. */
import type { ConstraintOf } from '#core/design/constraint.ts';
import { slopeBeyond } from '#core/design/linear-law.ts';
import { pearson, spearman } from '#core/base/correlation.ts';
import type { ConstraintMeasure, GroupMeasure } from './constraint-measure.ts';
import { noRows } from './constraint-measure.ts';
import { linearFit, type LinearFit } from '#core/base/linear-fit.ts';
import { pairsByGroup, type NumberPair, type RowReader } from '#core/rows/row-reader.ts';

type PairConstraint = ConstraintOf<'correlation' | 'linear' | 'monotone'>;

/** Fewest points of a group that say anything; two always lie on a line. */
const minPoints = 3;

/** Groups with fewer than three points, or without any spread in x, are left out. */
export function measureGroups(constraint: PairConstraint, rows: RowReader): ConstraintMeasure {
  const groups = [...pairsByGroup(rows, constraint)].flatMap(
    ([group, pairs]) => measureGroup(constraint, group, pairs) ?? [],
  );
  const weakest = groups.toSorted((left, right) => left.margin - right.margin)[0];
  if (weakest === undefined) return noRows;
  return {
    verdict: weakest.margin >= 0 ? 'holds' : 'broken',
    label:
      weakest.label ??
      `${constraint.kind === 'monotone' ? 'ρ' : 'r'} ${signed(weakest.measure.value)}`,
    brokenRows: [],
    groups: groups.map(({ measure }) => measure),
  };
}

interface MeasuredGroup {
  readonly measure: GroupMeasure;
  /** How far inside the rule the group is; negative when it breaks it. */
  readonly margin: number;
  /** What is wrong, where it is not the measured value. */
  readonly label?: string;
}

function measureGroup(
  constraint: PairConstraint,
  group: string,
  pairs: readonly NumberPair[],
): MeasuredGroup | undefined {
  const fit = linearFit(pairs);
  if (fit === undefined || pairs.length < minPoints) return undefined;
  const common = { group, count: pairs.length, fit };
  switch (constraint.kind) {
    case 'linear':
      return {
        measure: { ...common, value: fit.r },
        margin: Math.abs(fit.r) - constraint.minR,
        ...slopeFault(constraint, group, fit),
      };
    case 'correlation': {
      const { low = -1, high = 1 } = constraint;
      const value = pearson(pairs) ?? 0;
      return { measure: { ...common, value }, margin: Math.min(value - low, high - value) };
    }
    case 'monotone': {
      const value = spearman(pairs) ?? 0;
      const sign = constraint.direction === 'increasing' ? 1 : -1;
      return { measure: { ...common, value }, margin: sign * value - constraint.minRho };
    }
  }
}

/** The slope of a group against its law. */
function slopeFault(
  { law }: ConstraintOf<'linear'>,
  group: string,
  fit: LinearFit,
): Pick<MeasuredGroup, 'margin' | 'label'> | undefined {
  const beyond = law === undefined ? 0 : slopeBeyond(law, group, fit);
  if (!(beyond > 0)) return undefined;
  return { margin: -beyond, label: `slope ${Number(fit.slope.toPrecision(3))}` };
}

/** Two decimals with a real minus sign, and never `-0.00`. Rounds towards zero, so that 0.996 is no 1.00. */
function signed(value: number): string {
  const cut = Math.trunc(value * 100 + Math.sign(value) * 1e-9) / 100;
  return `${cut < 0 ? '−' : ''}${Math.abs(cut).toFixed(2)}`;
}
