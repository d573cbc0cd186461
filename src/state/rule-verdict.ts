/** What was measured of a rule, and how bad that is: one reading for forms, charts, reports and commands. */
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import type { Constraint } from '#core/design/constraint.ts';

/** `ok` holds, `bad` is a broken must-rule, `warn` a broken should-rule, `plain` is without rows. */
export type VerdictTone = 'ok' | 'bad' | 'warn' | 'plain';

export function verdictTone(
  measure: ConstraintMeasure | undefined,
  { severity }: Pick<Constraint, 'severity'>,
): VerdictTone {
  if (measure === undefined || measure.verdict === 'no-rows') return 'plain';
  if (measure.verdict === 'holds') return 'ok';
  return severity === 'must' ? 'bad' : 'warn';
}
