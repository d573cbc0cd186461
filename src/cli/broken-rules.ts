/** What the rows say of the rules of their design, when a run has ended. */
import { measureConstraint } from '#core/analysis/measure-constraint.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import type { Dataset } from '#core/engine/dataset.ts';

/** One line for each rule that does not hold over the rows, with what was measured; in the order of the design. */
export function brokenRules({
  design,
  store,
  scopeOf,
}: Pick<Dataset, 'design' | 'store' | 'scopeOf'>): readonly string[] {
  return design.constraints.flatMap((rule) => {
    const { verdict, label } = measureConstraint(rule, store, { design, scopeOf });
    if (verdict !== 'broken') return [];
    const severity = rule.severity === 'must' ? 'Must hold' : 'Should hold';
    return [`${severity} and does not: ${constraintSentence(rule, design)} (${label}).`];
  });
}
