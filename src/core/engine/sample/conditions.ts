/**
 * Which row of a conditional table a row of the dataset meets: the first whose condition is true. Each
 * condition is compiled once; where it reads one or two columns with a dictionary, it is evaluated once
 * for each pair of their values and looked up from then on.
 */
import type { ConditionalRow } from '#core/design/conditional-params.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { inputRefusal, Refusal, type Input, type RowView } from '#core/engine/cell-draw.ts';
import { textInputs } from '#core/engine/text-inputs.ts';
import { createBudget } from '#core/expression/budget.ts';
import { compileExpression } from '#core/expression/compile.ts';
import { parseExpression } from '#core/expression/parse.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { evaluateTest } from '#core/expression/value.ts';
import type { CodeReader, RowStore } from '#core/rows/row-store.ts';

export interface Conditions {
  /** Index of the first row of the table that is met, the table's length when none is, or why that cannot be told. */
  of(view: RowView): number | Refusal;
  /** The same from stored values by way of `view`, which shows the row. Faster where many rows are alike. */
  ofStored(row: number, view: RowView): number | Refusal;
}

export function createConditions(
  design: DatasetDesign,
  rows: readonly ConditionalRow[],
  store: RowStore,
): Conditions {
  const tests = rows.map(({ when }) => compileTest(design, when));
  const of = (view: RowView): number | Refusal => {
    for (const [index, test] of tests.entries()) {
      const isMet = test(view);
      if (isMet instanceof Refusal) return isMet;
      if (isMet) return index;
    }
    return rows.length;
  };
  const keyOf = createKey(design, rows, store);
  const known = new Map<number, number>();
  return {
    of,
    ofStored(row, view) {
      const key = keyOf(row);
      if (key === undefined) return of(view);
      const found = known.get(key);
      if (found !== undefined) return found;
      const index = of(view);
      if (!(index instanceof Refusal)) known.set(key, index);
      return index;
    },
  };
}

type Test = (view: RowView) => boolean | Refusal;

function compileTest(design: DatasetDesign, when: string): Test {
  const parsed = parseExpression(when);
  if (!parsed.ok) {
    const broken = new Refusal('failed', `Condition “${when}”: ${parsed.error.message}`);
    return () => broken;
  }
  const evaluate = compileExpression(parsed.value);
  const inputs = textInputs(design, { language: 'expression', text: when });
  return (view) => {
    const refusal = inputRefusal(inputs, view);
    if (refusal !== undefined) return refusal;
    try {
      return evaluateTest(evaluate(view.scope, createBudget()));
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return new Refusal('failed', `Condition “${when}”: ${error.message}`);
    }
  };
}

const mostColumns = 2;

/** One number for all rows with the same values in the columns read; undefined where a value has no code. */
function createKey(
  design: DatasetDesign,
  rows: readonly ConditionalRow[],
  store: RowStore,
): (row: number) => number | undefined {
  const inputs = new Map<string, Input>();
  for (const { when } of rows)
    for (const input of textInputs(design, { language: 'expression', text: when }))
      inputs.set(input.id, input);
  const readers = [...inputs.keys()].map((id) => ({ id, codes: store.column(id).codeReader() }));
  // The label of a subcategory's value depends on its parent too, which the code does not tell.
  const readsMore = [...inputs.keys()].some(
    (id) => design.columns.find((column) => column.id === id)?.fill.kind === 'subcategory',
  );
  const [first, second] = readers.map(({ codes }) => codes);
  if (first === undefined || readsMore || readers.length > mostColumns) return () => undefined;
  if (readers.length === 1) return (row) => coded(first, row);
  if (second === undefined) return () => undefined;
  return (row) => {
    const [one, other] = [first.codeAt(row), second.codeAt(row)];
    return one < 0 || other < 0 ? undefined : one * 65_536 + other;
  };
}

function coded(reader: CodeReader, row: number): number | undefined {
  const code = reader.codeAt(row);
  return code < 0 ? undefined : code;
}
