/** What the must-rules of a design say about the order of two numbers, in one form: lower + gap ≤ upper. */
import type { ComparisonOperator, ExpressionNode } from '#core/expression/ast.ts';
import { parseExpressionGrammar } from '#core/expression/parse.ts';
import type { Constraint } from './constraint.ts';
import type { DatasetDesign } from './design.ts';

/** A column, or nothing, plus a number. */
export interface Term {
  readonly columnId: string | undefined;
  readonly offset: number;
}

export interface Inequality {
  readonly lower: Term;
  readonly upper: Term;
  readonly isStrict: boolean;
  /** Place of the rule in the design. */
  readonly constraint: number;
  /** The column that stands on the left as written: it is the one to give way. */
  readonly target: string | undefined;
}

/** Comparisons of columns with numbers and with each other, as far as sums with numbers; rules joined by `and` give several. */
export function inequalitiesOf(design: DatasetDesign): readonly Inequality[] {
  const idByName = new Map(design.columns.map(({ id, name }) => [name, id]));
  return design.constraints.flatMap((rule, constraint): readonly Inequality[] => {
    if (rule.severity !== 'must') return [];
    if (rule.kind === 'range') return rangeInequalities(rule, constraint);
    if (rule.kind !== 'expression') return [];
    const parsed = parseExpressionGrammar(rule.expression);
    return parsed.ok ? fromNode(parsed.value, { idByName, constraint }) : [];
  });
}

function rangeInequalities(
  { column, low, high }: Extract<Constraint, { kind: 'range' }>,
  constraint: number,
): readonly Inequality[] {
  const own: Term = { columnId: column, offset: 0 };
  const common = { isStrict: false, constraint, target: column };
  const bound = (offset: number): Term => ({ columnId: undefined, offset });
  return [
    ...(low === undefined ? [] : [{ ...common, lower: bound(low), upper: own }]),
    ...(high === undefined ? [] : [{ ...common, lower: own, upper: bound(high) }]),
  ];
}

interface Context {
  readonly idByName: ReadonlyMap<string, string>;
  readonly constraint: number;
}

function fromNode(node: ExpressionNode, context: Context): readonly Inequality[] {
  if (node.kind === 'logic' && node.operator === 'and')
    return node.operands.flatMap((operand) => fromNode(operand, context));
  if (node.kind !== 'comparison') return [];
  let left = node.first;
  return node.links.flatMap(({ operator, operand }) => {
    const found = compare([left, operator, operand], context);
    left = operand;
    return found;
  });
}

function compare(
  [left, operator, right]: readonly [ExpressionNode, ComparisonOperator, ExpressionNode],
  { idByName, constraint }: Context,
): readonly Inequality[] {
  const one = termOf(left, idByName);
  const other = termOf(right, idByName);
  if (one === undefined || other === undefined || one.columnId === other.columnId) return [];
  const common = { constraint, target: one.columnId ?? other.columnId };
  switch (operator) {
    case '<':
    case '<=':
      return [{ ...common, lower: one, upper: other, isStrict: operator === '<' }];
    case '>':
    case '>=':
      return [{ ...common, lower: other, upper: one, isStrict: operator === '>' }];
    default:
      return [];
  }
}

function termOf(node: ExpressionNode, ids: ReadonlyMap<string, string>): Term | undefined {
  const number = numberOf(node);
  if (number !== undefined) return { columnId: undefined, offset: number };
  if (node.kind === 'name') {
    const columnId = ids.get(node.name);
    return columnId === undefined ? undefined : { columnId, offset: 0 };
  }
  return node.kind === 'binary' ? sumOf(node, ids) : undefined;
}

function sumOf(
  node: Extract<ExpressionNode, { kind: 'binary' }>,
  ids: ReadonlyMap<string, string>,
): Term | undefined {
  const left = termOf(node.left, ids);
  const right = termOf(node.right, ids);
  if (left === undefined || right === undefined) return undefined;
  if (node.operator === '-' && right.columnId === undefined)
    return { ...left, offset: left.offset - right.offset };
  const isOneColumn = left.columnId === undefined || right.columnId === undefined;
  if (node.operator !== '+' || !isOneColumn) return undefined;
  return { columnId: left.columnId ?? right.columnId, offset: left.offset + right.offset };
}

function numberOf(node: ExpressionNode): number | undefined {
  if (node.kind === 'literal') return typeof node.value === 'number' ? node.value : undefined;
  if (node.kind !== 'unary' || node.operator === 'not') return undefined;
  const value = numberOf(node.operand);
  return node.operator === '-' && value !== undefined ? -value : value;
}
