/** The comparisons that all have to hold where an expression is true. */
import type { ComparisonOperator, ExpressionNode } from '#core/expression/ast.ts';

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

export function isOrderOperator(operator: ComparisonOperator): boolean {
  return ['<', '<=', '>', '>='].includes(operator);
}
