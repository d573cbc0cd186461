import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Constraint, ConstraintKind, ConstraintOf } from '#core/design/constraint.ts';

/** Puts the rule in place of the old one. Edits under one `typing` key become one step of the history. */
export type RuleChange = (constraint: Constraint, typing?: string) => void;

export interface RuleProps<Kind extends ConstraintKind> {
  readonly rule: ConstraintOf<Kind>;
  readonly path: JsonPath;
  readonly onChange: RuleChange;
}
