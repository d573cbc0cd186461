/** Must-rules over sums of columns, such as `a + 2 * b <= 100`, as they are written. */
import { comparisonsOfRule, isOrderOperator, type Comparison } from '#core/design/comparison.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { difference, linearForm } from '#core/design/linear-form.ts';
import type { LinearRule } from './elimination.ts';

export interface WrittenRule extends LinearRule {
  /** Place of the rule in the design. */
  readonly constraint: number;
  /** Place among the comparisons of the rule. */
  readonly comparison: number;
}

/** Rules that compare two columns or one with a number, without factors, are not read here. */
export function linearRulesOf(design: DatasetDesign): readonly WrittenRule[] {
  const ids = new Map(design.columns.map(({ id, name }) => [name, id]));
  return design.constraints.flatMap((rule, constraint) =>
    comparisonsOfRule(rule).flatMap((written, comparison): readonly WrittenRule[] => {
      const read = readComparison(written, ids);
      if (read === undefined) return [];
      const isStrict = written.operator.length === 1;
      return [{ ...read, isStrict, written, constraint, comparison }];
    }),
  );
}

function readComparison(
  { left, operator, right }: Comparison,
  ids: ReadonlyMap<string, string>,
): Pick<LinearRule, 'factors' | 'constant'> | undefined {
  const [one, other] = [linearForm(left), linearForm(right)];
  if (one === undefined || other === undefined || !isOrderOperator(operator)) return undefined;
  const form = operator.startsWith('<') ? difference(one, other) : difference(other, one);
  const named = [...form.factors].flatMap(([name, factor]): (readonly [string, number])[] => {
    const id = ids.get(name);
    return id === undefined ? [] : [[id, factor]];
  });
  if (named.length < form.factors.size || named.length === 0) return undefined;
  const factors = named.map(([, factor]) => factor);
  const isPlain =
    factors.every((factor) => Math.abs(factor) === 1) &&
    factors.length < 3 &&
    factors.reduce((total, factor) => total + factor, 0) ===
      (factors.length === 1 ? factors[0] : 0);
  return isPlain ? undefined : { factors: named, constant: form.constant };
}
