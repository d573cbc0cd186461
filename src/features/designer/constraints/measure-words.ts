import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import type { Constraint } from '#core/design/constraint.ts';
import type { TagTone } from '#ui/marks/tag.tsx';

type Severity = Constraint['severity'];

/** Green holds, red a broken must-rule, amber a broken should-rule, grey without rows. */
export function measureTone(
  verdict: ConstraintMeasure['verdict'] | undefined,
  severity: Severity,
): TagTone {
  if (verdict === 'holds') return 'ok';
  if (verdict === 'broken') return severity === 'must' ? 'bad' : 'warn';
  return 'plain';
}

/** The verdict in words, for those who do not see its colour. */
export function measureWords(measure: ConstraintMeasure | undefined, severity: Severity): string {
  if (measure === undefined || measure.verdict === 'no-rows') return 'Not measured yet: no rows';
  if (measure.verdict === 'holds') return `Holds: ${measure.label}`;
  return `${severity === 'must' ? 'Broken' : 'Broken, only reported'}: ${measure.label}`;
}
