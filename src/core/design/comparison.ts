/** The comparisons that all have to hold where an expression is true. */
import type { ComparisonOperator, ExpressionNode, LogicNode } from '#core/expression/ast.ts';
import { parseExpressionGrammar } from '#core/expression/parse.ts';
import { expressionReferences } from '#core/expression/references.ts';
import type { Constraint } from './constraint.ts';

export interface Comparison {
  readonly left: ExpressionNode;
  readonly operator: ComparisonOperator;
  readonly right: ExpressionNode;
}

/** Those joined by `and`, and the links of chains such as `a < b < c`; whatever else is in the expression is left out. */
export function comparisonsIn(node: ExpressionNode): readonly Comparison[] {
  if (node.kind === 'logic' && node.operator === 'and') return node.operands.flatMap(comparisonsIn);
  if (node.kind !== 'comparison') return [];
  let left = node.first;
  return node.links.map(({ operator, operand }) => {
    const found = { left, operator, right: operand };
    left = operand;
    return found;
  });
}

/** As `comparisonsIn`, and those that have to hold where nothing is null, as in `a is none or a < b`. */
export function comparisonsOfValues(node: ExpressionNode): readonly Comparison[] {
  if (node.kind !== 'logic') return comparisonsIn(node);
  const operands = node.operator === 'and' ? node.operands : [valuePart(node)];
  return operands.flatMap((operand) => (operand ? comparisonsOfValues(operand) : []));
}

/** Whether the comparisons of values are all that the expression asks. */
export function isComparison(node: ExpressionNode): boolean {
  if (node.kind !== 'logic') return node.kind === 'comparison';
  if (node.operator === 'and') return node.operands.every(isComparison);
  const part = valuePart(node);
  return part !== undefined && isComparison(part);
}

/** Names of which the expression itself says that they may be null. */
export function namesThatMayBeNull(node: ExpressionNode): readonly string[] {
  if (node.kind !== 'logic') return [];
  return node.operands.flatMap((operand) => {
    const name = node.operator === 'or' ? nullTested(operand) : undefined;
    return name === undefined ? namesThatMayBeNull(operand) : [name];
  });
}

/** What is left of an `or` without tests for null of what it reads itself; undefined for any other `or`. */
function valuePart({ operands }: LogicNode): ExpressionNode | undefined {
  const [part, ...more] = operands.filter((operand) => nullTested(operand) === undefined);
  if (part === undefined || more.length > 0) return undefined;
  const read = new Set(expressionReferences(part).map(({ name }) => name));
  return operands.every((operand) => operand === part || read.has(nullTested(operand) ?? ''))
    ? part
    : undefined;
}

/** The name in `name is none`. */
function nullTested(node: ExpressionNode): string | undefined {
  if (node.kind !== 'test' || node.name !== 'none' || node.isNegated) return undefined;
  return node.target.kind === 'name' ? node.target.name : undefined;
}

/** Those of a must-rule that is an expression; none for other rules, and for what cannot be read. */
export function comparisonsOfRule(rule: Constraint): readonly Comparison[] {
  if (rule.kind !== 'expression' || rule.severity !== 'must') return [];
  const parsed = parseExpressionGrammar(rule.expression);
  return parsed.ok ? comparisonsOfValues(parsed.value) : [];
}

export function isOrderOperator(operator: ComparisonOperator): boolean {
  return ['<', '<=', '>', '>='].includes(operator);
}
