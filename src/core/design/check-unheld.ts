/** Findings on must-rules that drawn rows may break: nothing turns such a row away, so it is said before. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { listWords } from '#core/base/list-words.ts';
import type { ExpressionNode } from '#core/expression/ast.ts';
import { createBudget } from '#core/expression/budget.ts';
import { compileExpression } from '#core/expression/compile.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { expressionReferences } from '#core/expression/references.ts';
import { evaluateTest } from '#core/expression/value.ts';
import { assignmentsOf } from './assignments.ts';
import {
  comparisonsOfValues,
  isComparison,
  isOrderOperator,
  namesThatMayBeNull,
  type Comparison,
} from './comparison.ts';
import { columnDependencies, reaches, type ColumnDependencies } from './dependencies.ts';
import type { Column, DatasetDesign } from './design.ts';
import { fillGroup } from './fill-group.ts';
import { warningAt } from './finding.ts';
import { createNodeRange } from './interval.ts';
import type { Range } from './law/law.ts';
import type { Narrowings } from './narrowing.ts';

/** Of one must-rule; undefined where its rows keep to it, or wait for a model, whose answers are turned away. */
export type CheckUnheld = (node: ExpressionNode, constraint: number) => Diagnostic | undefined;

export function createCheckUnheld(
  design: DatasetDesign,
  { held }: Pick<Narrowings, 'held'>,
): CheckUnheld {
  const rangeOf = createNodeRange(design);
  const byName = new Map(design.columns.map((column) => [column.name, column]));
  let dependencies: ColumnDependencies | undefined;
  const written = new Set(
    design.columns.filter(({ fill }) => fill.kind === 'generated').map(({ id }) => id),
  );
  const isHeld = (constraint: number, place: number): boolean =>
    held.some((one) => one.constraint === constraint && one.comparison === place);
  return (node, constraint) => {
    const names = [...new Set(expressionReferences(node).map(({ name }) => name))];
    const columns = names.flatMap((name) => byName.get(name) ?? []);
    if (columns.length < names.length) return undefined;
    const groups = new Set(columns.map(({ fill }) => fillGroup(fill.kind)));
    // A formula is written by whoever wrote the rule; what its rows do is measured.
    if (!groups.has('sampled') || groups.has('derived')) return undefined;
    const reads = (dependencies ??= columnDependencies(design));
    if (columns.some(({ id }) => reaches(id, written, reads))) return undefined;
    const isKept =
      isComparison(node) &&
      comparisonsOfValues(node).every(
        (comparison, place) => isHeld(constraint, place) || followsFrom(comparison, rangeOf),
      );
    const excused = namesThatMayBeNull(node);
    const empty = columns.find((column) => canBeNull(column) && !excused.includes(column.name));
    if (empty !== undefined && isOrder(node))
      return warningAt(
        ['constraints', constraint],
        'null-breaks-rule',
        `${empty.name} is null in some rows. This rule cannot be told there, so they break it. Write “${empty.name} is none or …” where null is fine.`,
      );
    if (isKept || holdsForAll(node, columns)) return undefined;
    return warningAt(
      ['constraints', constraint],
      'not-drawn-to-rule',
      `${listWords(columns.map(({ name }) => name))} ${columns.length === 1 ? 'is' : 'are'} not drawn so that every row keeps this rule. Rows are checked against it and may break it.`,
    );
  };
}

function canBeNull({ nullRate }: Column): boolean {
  return nullRate > 0;
}

/** True when null is no value that the rule can be told of. */
function isOrder(node: ExpressionNode): boolean {
  return (
    isComparison(node) &&
    comparisonsOfValues(node).some(({ operator }) => isOrderOperator(operator))
  );
}

function followsFrom(
  { left, operator, right }: Comparison,
  rangeOf: (node: ExpressionNode) => Range,
): boolean {
  const [one, other] = [rangeOf(left), rangeOf(right)];
  switch (operator) {
    case '<':
      return one.high < other.low;
    case '<=':
      return one.high <= other.low;
    case '>':
      return one.low > other.high;
    case '>=':
      return one.low >= other.high;
    case '!=':
      return one.high < other.low || one.low > other.high;
    default:
      return false;
  }
}

/** Tried out, where the columns are tables of few values. */
function holdsForAll(node: ExpressionNode, columns: readonly Column[]): boolean {
  const rows = assignmentsOf(columns);
  if (rows === undefined || columns.some(({ convertTo }) => convertTo !== undefined)) return false;
  const test = compileExpression(node);
  try {
    return rows.every((row) => evaluateTest(test(row, createBudget())));
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}
