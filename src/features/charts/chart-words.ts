/** Laws and verdicts in words. */
import { counted } from '#core/base/counted.ts';
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import type { LinearFit } from '#core/base/linear-fit.ts';
import type { ScatterData } from '#core/analysis/scatter-data.ts';
import type { Constraint } from '#core/design/constraint.ts';
import { verdictTone } from '#state/rule-verdict.ts';
import type { TagTone } from '#ui/marks/tag.tsx';
import { digits } from './views/words.ts';

/** "price = 33.6 × size − 384": three digits, whole numbers where they are large. */
export function lawWords(
  fit: LinearFit,
  names: { readonly x: string; readonly y: string },
): string {
  const sign = fit.intercept < 0 ? '−' : '+';
  return `${names.y} = ${digits(fit.slope)} × ${names.x} ${sign} ${digits(Math.abs(fit.intercept))}`;
}

/** What was measured of a rule, and how it looks: a broken should-rule is a warning, no rows are no verdict. */
export function verdictOf(
  measure: ConstraintMeasure | undefined,
  rule: Constraint,
): { readonly tone: TagTone; readonly text: string } | undefined {
  if (measure === undefined) return undefined;
  return { tone: verdictTone(measure, rule), text: measure.label };
}

/** "200 points." or "2,000 of 10,000 points." */
export function shownWords(data: ScatterData): string {
  const shown = data.points.length.toLocaleString('en');
  const total = data.totalCount.toLocaleString('en');
  return data.points.length === data.totalCount
    ? `${counted(data.totalCount, 'point')}.`
    : `${shown} of ${total} points.`;
}
