/**
 * `== != < <= > >= in` on any two values. Anything may be compared with `==`; order exists only between
 * two numbers or two texts, because a rule that silently compares `'9'` with `10` is a rule that lies.
 */
import { canonicalJson } from '#core/base/json.ts';
import type { ComparisonOperator } from './ast.ts';
import { mismatch } from './arithmetic.ts';
import { charge, chargeText, chargeValue } from './budget.ts';
import { problemAt } from './problem.ts';
import type { Site } from './signature.ts';
import { describeValue, isList, isMapping, numberOf, type Value } from './value.ts';

type Comparison = (left: Value, right: Value, site: Site) => boolean;

const comparisons: Readonly<Record<ComparisonOperator, Comparison>> = {
  '==': isEqual,
  '!=': (left, right, site) => !isEqual(left, right, site),
  '<': (left, right, site) => compareOrder(left, right, site) < 0,
  '<=': (left, right, site) => compareOrder(left, right, site) <= 0,
  '>': (left, right, site) => compareOrder(left, right, site) > 0,
  '>=': (left, right, site) => compareOrder(left, right, site) >= 0,
  in: isMember,
  'not in': (left, right, site) => !isMember(left, right, site),
};

/** The comparison of an operator. Throws `ExpressionError` at the site, whose name is the operator. */
export function comparisonOf(operator: ComparisonOperator): Comparison {
  return comparisons[operator];
}

/** Equality by content; booleans equal 0 and 1, as in Python. */
export function isEqual(left: Value, right: Value, site: Site): boolean {
  if (typeof left === 'string' && typeof right === 'string') {
    if (left.length !== right.length) return false;
    if (left.length > 64) chargeText(site.budget, left.length, site);
    return left === right;
  }
  const first = numberOf(left);
  if (first !== undefined) return first === numberOf(right);
  const isDeep = (isList(left) && isList(right)) || (isMapping(left) && isMapping(right));
  if (!isDeep || left === right) return left === right;
  chargeValue(site.budget, left, site);
  chargeValue(site.budget, right, site);
  return canonicalJson(left) === canonicalJson(right);
}

/** Negative, zero or positive. Throws `type-mismatch` unless both are numbers or both are texts. */
export function compareOrder(left: Value, right: Value, site: Site): number {
  const first = numberOf(left);
  const second = numberOf(right);
  if (first !== undefined && second !== undefined) return first - second;
  if (typeof left !== 'string' || typeof right !== 'string') throw mismatch([left, right], site);
  if (left.length > 64) chargeText(site.budget, Math.min(left.length, right.length), site);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Whether a list holds the value, a text contains the text, or an object owns the key. */
export function isMember(item: Value, container: Value, site: Site): boolean {
  if (isList(container)) {
    charge(site.budget, container.length, site);
    return container.some((candidate) => isEqual(candidate, item, site));
  }
  if (typeof container === 'string' && typeof item === 'string') {
    chargeText(site.budget, container.length, site);
    return container.includes(item);
  }
  if (isMapping(container) && typeof item === 'string') return Object.hasOwn(container, item);
  throw problemAt(
    site,
    'type-mismatch',
    `“in” cannot look for ${describeValue(item)} in ${describeValue(container)}.`,
  );
}
