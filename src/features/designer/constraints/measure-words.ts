import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import type { Constraint } from '#core/design/constraint.ts';

type Severity = Constraint['severity'];

/** The verdict in words, for those who do not see its colour. */
export function measureWords(measure: ConstraintMeasure | undefined, severity: Severity): string {
  if (measure === undefined || measure.verdict === 'no-rows') return 'Not measured yet: no rows';
  if (measure.verdict === 'holds') return `Holds: ${measure.label}`;
  return `${severity === 'must' ? 'Broken' : 'Broken, only reported'}: ${measure.label}`;
}
