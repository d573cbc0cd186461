/** An order: the rows to come are told which values belong to small, middling and great ones. */
import { spearman } from '#core/base/correlation.ts';
import type { ConstraintOf } from '#core/design/constraint.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { groupWords, openGroups, type OpenGroup } from './open-groups.ts';
import {
  correlations,
  countWords,
  lackOf,
  nameOf,
  short,
  type OpenRows,
  type Residual,
} from './residual.ts';

/** One for each group that breaks the rule so far, or nearly does: the rows to come are told what belongs to a small, a middling and a great x. */
export function monotoneResidual(
  rule: ConstraintOf<'monotone'>,
  rows: OpenRows,
  design: DatasetDesign,
): readonly Residual[] {
  const [x, y] = [nameOf(rule.x, design), nameOf(rule.y, design)];
  const isRising = rule.direction === 'increasing';
  return openGroups(rows, rule).flatMap((open) => {
    const rho = spearman(open.pairs) ?? 0;
    const lack = lackOf(
      isRising ? rho : -rho,
      { low: rule.minRho, high: 1 },
      { possible: correlations },
    );
    if (lack <= 0) return [];
    const by = groupWords(rule, open.group, design);
    const steps = stepsOf(open, isRising).map(
      (step) => `${short(step.y)} at ${x} ${short(step.x)}`,
    );
    return [
      {
        standing: `${y} ${isRising ? 'rises' : 'falls'} with ${x} in rank by ${rho.toFixed(2)} over ${countWords(open.pairs.length, rows)}${by}, wanted ${isRising ? 'at least' : 'at most'} ${isRising ? rule.minRho : -rule.minRho}`,
        advice: `in the rows to come${by} let ${y} be about ${steps.join(', ')}, and in order between`,
        lack,
        group: open.group,
      },
    ];
  });
}

/** The values so far, put in order: what each part of them would be if the order were perfect. */
function stepsOf(
  { pairs }: OpenGroup,
  isRising: boolean,
): readonly { readonly x: number; readonly y: number }[] {
  const xs = pairs.map(({ x }) => x).sort((one, other) => one - other);
  const ys = pairs.map(({ y }) => y).sort((one, other) => (isRising ? one - other : other - one));
  return [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const place = Math.round(part * (pairs.length - 1));
    return { x: xs[place] ?? 0, y: ys[place] ?? 0 };
  });
}
