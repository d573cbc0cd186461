/** What the must-rules of a design say about the order of two numbers or moments, in one form: lower + gap ≤ upper. */
import type { ExpressionNode } from '#core/expression/ast.ts';
import { comparisonsOfRule, isOrderOperator, type Comparison } from './comparison.ts';
import type { Constraint } from './constraint.ts';
import type { Column, DatasetDesign } from './design.ts';
import { momentGap } from './order/moment-gap.ts';
import { writtenMoment } from './order/drawn-moments.ts';
import type { Term } from './order/term.ts';

export interface Inequality {
  readonly lower: Term;
  readonly upper: Term;
  readonly isStrict: boolean;
  /** Where its ends are moments: the least distance in milliseconds that the rule asks for between their texts. */
  readonly momentGap?: number | undefined;
  /** Place of the rule in the design. */
  readonly constraint: number;
  /** Place among the comparisons of the rule. */
  readonly comparison: number;
  /** The column that stands on the left as written: it is the one to give way. */
  readonly target: string | undefined;
}

/** Comparisons of columns with numbers, moments and each other, as far as sums with numbers; rules joined by `and` give several. */
export function inequalitiesOf(design: DatasetDesign): readonly Inequality[] {
  const context: Context = {
    columns: new Map(design.columns.map((column) => [column.id, column])),
    idByName: new Map(design.columns.map(({ id, name }) => [name, id])),
  };
  return design.constraints.flatMap((rule, constraint): readonly Inequality[] => {
    if (rule.kind === 'range')
      return rule.severity === 'must' ? rangeInequalities(rule, constraint) : [];
    return comparisonsOfRule(rule).flatMap((comparison, place) => {
      const found = compare(comparison, context);
      return found === undefined ? [] : [{ ...found, constraint, comparison: place }];
    });
  });
}

function rangeInequalities(
  { column, low, high }: Extract<Constraint, { kind: 'range' }>,
  constraint: number,
): readonly Inequality[] {
  const own: Term = { columnId: column, offset: 0 };
  const common = { isStrict: false, constraint, comparison: 0, target: column };
  const bound = (offset: number): Term => ({ columnId: undefined, offset });
  return [
    ...(low === undefined ? [] : [{ ...common, lower: bound(low), upper: own }]),
    ...(high === undefined ? [] : [{ ...common, lower: own, upper: bound(high) }]),
  ];
}

interface Context {
  readonly columns: ReadonlyMap<string, Column>;
  readonly idByName: ReadonlyMap<string, string>;
}

function compare(
  { left, operator, right }: Comparison,
  { columns, idByName }: Context,
): Omit<Inequality, 'constraint' | 'comparison'> | undefined {
  if (!isOrderOperator(operator)) return undefined;
  const one = termOf(left, idByName);
  const other = termOf(right, idByName);
  if (one === undefined || other === undefined || one.columnId === other.columnId) return undefined;
  const [lower, upper] = operator.startsWith('<') ? [one, other] : [other, one];
  const isStrict = operator.length === 1;
  const gap = momentGap({ lower, upper, isStrict }, columns);
  if (gap === 'mixed') return undefined;
  const target = one.columnId ?? other.columnId;
  return { lower, upper, isStrict: gap === undefined && isStrict, target, momentGap: gap };
}

function termOf(node: ExpressionNode, ids: ReadonlyMap<string, string>): Term | undefined {
  const number = numberOf(node);
  if (number !== undefined) return { columnId: undefined, offset: number };
  if (node.kind === 'literal' && typeof node.value === 'string') {
    const moment = writtenMoment(node.value);
    return moment && { columnId: undefined, offset: moment.timeMs, length: moment.length };
  }
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
  if (left.length !== undefined || right.length !== undefined) return undefined;
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
