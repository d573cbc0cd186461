/** Closures for comparisons, with the common cases written out: numbers by order, anything by equality. */
import type { ComparisonNode, ComparisonOperator } from './ast.ts';
import { comparisonOf } from './comparison.ts';
import { siteOf, variable, type Compiled, type Compiler, type Context } from './evaluate.ts';
import type { Value } from './value.ts';

type Compare = (left: Value, right: Value, context: Context) => boolean;

/** A single comparison, or a chain that stops at its first false link. */
export function compileComparison(node: ComparisonNode, compiler: Compiler): Compiled {
  const first = compiler.compile(node.first).evaluate;
  const operands = node.links.map((link) => compiler.compile(link.operand).evaluate);
  const compares = node.links.map((link) => compareOf(node, link.operator));
  const [compare] = compares;
  const [second] = operands;
  if (compare !== undefined && second !== undefined && compares.length === 1)
    return variable((context) => compare(first(context), second(context), context));
  return variable((context) => {
    let left = first(context);
    for (const [index, operand] of operands.entries()) {
      const right = operand(context);
      if (compares[index]?.(left, right, context) !== true) return false;
      left = right;
    }
    return true;
  });
}

function compareOf(node: ComparisonNode, operator: ComparisonOperator): Compare {
  const comparison = comparisonOf(operator);
  const slow: Compare = (left, right, context) =>
    comparison(left, right, siteOf(context, node, operator));
  return fastCompares[operator]?.(slow) ?? slow;
}

/** Texts up to this length are compared without charge. */
const freeTextLength = 64;

function isShort(left: Value, right: Value): boolean {
  return typeof left === 'string' && typeof right === 'string' && left.length <= freeTextLength;
}

const fastCompares: Partial<Record<ComparisonOperator, (slow: Compare) => Compare>> = {
  '==': (slow) => (left, right, context) =>
    isShort(left, right) ? left === right : slow(left, right, context),
  '!=': (slow) => (left, right, context) =>
    isShort(left, right) ? left !== right : slow(left, right, context),
  '<': (slow) => (left, right, context) =>
    typeof left === 'number' && typeof right === 'number'
      ? left < right
      : slow(left, right, context),
  '<=': (slow) => (left, right, context) =>
    typeof left === 'number' && typeof right === 'number'
      ? left <= right
      : slow(left, right, context),
  '>': (slow) => (left, right, context) =>
    typeof left === 'number' && typeof right === 'number'
      ? left > right
      : slow(left, right, context),
  '>=': (slow) => (left, right, context) =>
    typeof left === 'number' && typeof right === 'number'
      ? left >= right
      : slow(left, right, context),
};
