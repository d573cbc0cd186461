/** What happens to a row that breaks a rule. */
import type { Constraint } from './constraint.ts';

export type OnFailure = 'mark' | 'retry' | 'drop';

/** The author's choice; without one a must-rule asks again and a should-rule only marks. */
export function onFailureOf({
  severity,
  onFailure,
}: Pick<Constraint, 'severity' | 'onFailure'>): OnFailure {
  return onFailure ?? (severity === 'must' ? 'retry' : 'mark');
}
