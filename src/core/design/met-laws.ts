/** Which laws two sampled numbers have in the same row, as far as the document tells. */
import { compileExpression } from '#core/expression/compile.ts';
import { createBudget } from '#core/expression/budget.ts';
import { parseExpression } from '#core/expression/parse.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { evaluateTest } from '#core/expression/value.ts';
import { assignmentsOf, type Assignment } from './assignments.ts';
import { conditionsKey, tableReads } from './coupled-tables.ts';
import type { ConditionalRow } from './conditional-params.ts';
import type { Column, DatasetDesign } from './design.ts';
import type { Fill, FillOf } from './fill.ts';

export interface MetLaws {
  readonly x: FillOf<'number'>;
  readonly y: FillOf<'number'>;
  /** The rows, such as ` where kind is b`; empty where they are all rows. */
  readonly where: string;
}

/**
 * Each pair of laws once, with the first values that lead to it, where the conditions read tables of
 * values alone. Else each law of the one with each of the other; some of these may never meet. Rows in
 * which one of them is no number of a law are left out.
 */
export function metLaws(x: Column, y: Column, design: DatasetDesign): readonly MetLaws[] {
  const ids = new Set([x, y].flatMap((column) => [...tableReads(column, design)]));
  const deciding = design.columns.filter(({ id }) => ids.has(id));
  const rows = assignmentsOf(deciding);
  return (rows && tried(x, y, rows)) ?? allPairs(x, y);
}

/** Undefined when a condition cannot be told from the values alone. */
function tried(x: Column, y: Column, rows: readonly Assignment[]): readonly MetLaws[] | undefined {
  const [ofX, ofY] = [createChoice(x), createChoice(y)];
  const found = new Map<string, readonly MetLaws[]>();
  for (const row of rows) {
    const [one, other] = [ofX(row), ofY(row)];
    if (one === undefined || other === undefined) return undefined;
    const key = `${one} ${other}`;
    if (!found.has(key)) found.set(key, pairOf(lawAt(x, one), lawAt(y, other), whereOf(row)));
  }
  return [...found.values()].flat();
}

function lawAt({ fill, conditionalParams = [] }: Column, index: number): Fill {
  return conditionalParams[index]?.fill ?? fill;
}

function pairOf(x: Fill, y: Fill, where: string): readonly MetLaws[] {
  return x.kind === 'number' && y.kind === 'number' ? [{ x, y, where }] : [];
}

function whereOf(row: Assignment): string {
  const words = [...row].map(([name, value]) => `${name} is ${String(value)}`);
  return words.length === 0 ? '' : ` where ${words.join(' and ')}`;
}

/** The index of the condition that values meet first; as many as there are when none is met. */
function createChoice({ conditionalParams = [] }: Column): (row: Assignment) => number | undefined {
  const tests = conditionalParams.map(({ when }) => {
    const parsed = parseExpression(when);
    return parsed.ok ? compileExpression(parsed.value) : undefined;
  });
  return (row) => {
    try {
      for (const [index, test] of tests.entries()) {
        if (test === undefined) return undefined;
        if (evaluateTest(test(row, createBudget()))) return index;
      }
      return tests.length;
    } catch (error) {
      if (error instanceof ExpressionError) return undefined;
      throw error;
    }
  };
}

function allPairs(x: Column, y: Column): readonly MetLaws[] {
  const [rowsX = [], rowsY = []] = [x.conditionalParams, y.conditionalParams];
  const isTogether = conditionsKey(rowsX) === conditionsKey(rowsY);
  return [...rowsX, undefined].flatMap((rowX, index) =>
    [...rowsY, undefined].flatMap((rowY, place) => {
      if (isTogether && index !== place) return [];
      const words = [x, y].map(
        ({ name }, at) => `${name} is drawn ${drawnWords([rowX, rowY][at])}`,
      );
      return pairOf(lawAt(x, index), lawAt(y, place), ` where ${words.join(' and ')}`);
    }),
  );
}

function drawnWords(row: ConditionalRow | undefined): string {
  return row === undefined ? 'by its own fill' : `for “${row.when}”`;
}
