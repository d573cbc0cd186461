/** Visits trees without recursion over expressions, so that a tall tree can be measured before anything descends into it. */
import type { ExpressionNode, TemplatePart } from './ast.ts';

type Kind = ExpressionNode['kind'];
type Children = readonly (ExpressionNode | undefined)[];

const children: { readonly [K in Kind]: (node: Extract<ExpressionNode, { kind: K }>) => Children } =
  {
    literal: () => [],
    name: () => [],
    list: (node) => node.items,
    dictionary: (node) => node.entries.flatMap(({ key, value }) => [key, value]),
    attribute: (node) => [node.target],
    index: (node) => [node.target, node.index],
    slice: (node) => [node.target, node.from, node.to, node.step],
    unary: (node) => [node.operand],
    binary: (node) => [node.left, node.right],
    logic: (node) => node.operands,
    comparison: (node) => [node.first, ...node.links.map((link) => link.operand)],
    conditional: (node) => [node.consequent, node.test, node.alternative],
    filter: (node) => [node.target, ...argumentsOf(node)],
    test: (node) => [node.target, ...argumentsOf(node)],
    call: (node) => argumentsOf(node),
    format: (node) => [
      node.target,
      ...node.spec.map((part) => (part.kind === 'output' ? part.expression : undefined)),
    ],
  };

function argumentsOf(
  node: Extract<ExpressionNode, { kind: 'filter' | 'test' | 'call' }>,
): Children {
  return [...node.positional, ...node.named.map((argument) => argument.value)];
}

/** Direct children in source order. */
export function childrenOf(node: ExpressionNode): Children {
  const list = children[node.kind] as (node: ExpressionNode) => Children;
  return list(node);
}

/** Calls `visit` for the node and everything below it, parents first; `height` of the root is 0. */
export function visitExpression(
  root: ExpressionNode,
  visit: (node: ExpressionNode, height: number) => void,
): void {
  const stack: { readonly node: ExpressionNode; readonly height: number }[] = [];
  stack.push({ node: root, height: 0 });
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    visit(item.node, item.height);
    for (const child of childrenOf(item.node).toReversed())
      if (child !== undefined) stack.push({ node: child, height: item.height + 1 });
  }
}

/** Calls `visit` for every expression of a template, in source order. Depth is bounded by the parser. */
export function visitTemplate(
  parts: readonly TemplatePart[],
  visit: (expression: ExpressionNode) => void,
): void {
  for (const part of parts) {
    if (part.kind === 'output') visit(part.expression);
    else if (part.kind === 'set') visit(part.value);
    else if (part.kind === 'if') {
      for (const { test, body } of part.branches) {
        visit(test);
        visitTemplate(body, visit);
      }
      visitTemplate(part.otherwise, visit);
    } else if (part.kind === 'for') {
      visit(part.iterable);
      if (part.condition !== undefined) visit(part.condition);
      visitTemplate(part.body, visit);
      visitTemplate(part.otherwise, visit);
    }
  }
}

/** Number of nodes and texts of a template: the price of rendering it once. */
export function countNodes(parts: readonly TemplatePart[]): number {
  let count = parts.length;
  visitTemplate(parts, (expression) =>
    visitExpression(expression, () => {
      count += 1;
    }),
  );
  return count;
}
