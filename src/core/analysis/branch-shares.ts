/** Which parts of the rows each row of a conditional table was drawn for, told from the rows themselves. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { createBudget } from '#core/expression/budget.ts';
import { compileExpression } from '#core/expression/compile.ts';
import { parseExpression } from '#core/expression/parse.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { expressionReferences } from '#core/expression/references.ts';
import { evaluateTest } from '#core/expression/value.ts';
import type { RowReader } from '#core/rows/row-reader.ts';

/** More rows than this are counted by every so many. */
const mostCounted = 20_000;

/**
 * The share of each condition, first met first, and of the rows that meet none, last; they add up to 1.
 * Counted over rows in which the column and what its conditions read hold a value. Undefined without
 * conditions, where no row holds those values, and where a condition needs more than those values, such as the label of a table value.
 */
export function branchShares(
  rows: RowReader,
  design: DatasetDesign,
  column: Column,
): readonly number[] | undefined {
  const { conditionalParams = [] } = column;
  if (conditionalParams.length === 0) return undefined;
  const table = compileTable(
    design,
    conditionalParams.map(({ when }) => when),
  );
  if (table === undefined) return undefined;
  const counts = Array.from({ length: conditionalParams.length + 1 }, () => 0);
  const step = Math.max(1, Math.ceil(rows.rowCount / mostCounted));
  let total = 0;
  for (let row = 0; row < rows.rowCount; row += step) {
    if ((rows.value(column.id, row) ?? null) === null) continue;
    const branch = table(rows, row);
    if (branch === 'unknown') return undefined;
    if (branch === 'empty') continue;
    counts[branch] = (counts[branch] ?? 0) + 1;
    total += 1;
  }
  return total === 0 ? undefined : counts.map((count) => count / total);
}

type Branch = number | 'empty' | 'unknown';

function compileTable(
  design: DatasetDesign,
  conditions: readonly string[],
): ((rows: RowReader, row: number) => Branch) | undefined {
  const tests: ReturnType<typeof compileExpression>[] = [];
  const names = new Set<string>();
  for (const condition of conditions) {
    const parsed = parseExpression(condition);
    if (!parsed.ok) return undefined;
    for (const { name } of expressionReferences(parsed.value)) names.add(name);
    tests.push(compileExpression(parsed.value));
  }
  const read = design.columns.filter(({ name }) => names.has(name));
  const known = new Map<string, Branch>();
  return (rows, row) => {
    const values = new Map(read.map(({ id, name }) => [name, rows.value(id, row)]));
    if ([...values.values()].includes(undefined)) return 'empty';
    const key = JSON.stringify([...values.values()]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const branch = branchOf(tests, { get: (name) => values.get(name) });
    if (known.size < mostCounted) known.set(key, branch);
    return branch;
  };
}

function branchOf(
  tests: readonly ReturnType<typeof compileExpression>[],
  scope: Parameters<ReturnType<typeof compileExpression>>[0],
): Branch {
  try {
    const met = tests.findIndex((test) => evaluateTest(test(scope, createBudget())));
    return met < 0 ? tests.length : met;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return 'unknown';
  }
}
