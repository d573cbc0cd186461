/**
 * Which row of a conditional table a row of the dataset meets: the first whose condition is true. Each
 * condition is compiled once; where all that is read are columns with a dictionary, it is evaluated once
 * for each combination of their values and looked up from then on.
 */
import type { ConditionalRow } from '#core/design/conditional-params.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { inputRefusal, Refusal, type RowView } from '#core/engine/cell-draw.ts';
import { createRowViews } from '#core/engine/row-view.ts';
import { textInputs } from '#core/engine/text-inputs.ts';
import { createBudget } from '#core/expression/budget.ts';
import { compileExpression } from '#core/expression/compile.ts';
import { parseExpression } from '#core/expression/parse.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { evaluateTest } from '#core/expression/value.ts';
import type { CodeReader, RowStore } from '#core/rows/row-store.ts';
import { createConditionTable } from './condition-table.ts';

export interface Conditions {
  /** Index of the first row of the table that is met, the table's length when none is, or why that cannot be told. */
  of(view: RowView): number | Refusal;
  /** The same from stored values; faster where many rows are alike. */
  ofStored(row: number): number | Refusal;
  /**
   * Writes the index for rows [start, start + count), at most `blockRows`, from stored values to the front of
   * `out`. False when one of them cannot be told; `out` is then undefined.
   */
  ofRows(start: number, count: number, out: Int32Array): boolean;
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
  const views = createRowViews(design, store);
  const readers = readersOf(design, rows, store);
  const ofStored = remembered((row) => of(views.moveTo(row)), keyOf(readers));
  const table =
    readers &&
    createConditionTable(readers, (row) => {
      const index = of(views.moveTo(row));
      return index instanceof Refusal ? undefined : index;
    });
  return {
    of,
    ofStored,
    ofRows(start, count, out) {
      if (table?.read(start, count, out) === true) return true;
      for (let index = 0; index < count; index += 1) {
        const met = ofStored(start + index);
        if (met instanceof Refusal) return false;
        out[index] = met;
      }
      return true;
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

type OfRow = (row: number) => number | Refusal;

/** Asks once for all rows that have one key. */
function remembered(ofRow: OfRow, key: (row: number) => number | undefined): OfRow {
  const known = new Map<number, number>();
  return (row) => {
    const rowKey = key(row);
    const found = rowKey === undefined ? undefined : known.get(rowKey);
    if (found !== undefined) return found;
    const index = ofRow(row);
    if (rowKey !== undefined && !(index instanceof Refusal)) known.set(rowKey, index);
    return index;
  };
}

/** The codes of all columns that are read, where they tell which row of the table is met. */
function readersOf(
  design: DatasetDesign,
  rows: readonly ConditionalRow[],
  store: RowStore,
): readonly CodeReader[] | undefined {
  const ids = new Set(
    rows.flatMap(({ when }) =>
      textInputs(design, { language: 'expression', text: when }).map(({ id }) => id),
    ),
  );
  // The label of a subcategory's value depends on its parent too, which the code does not tell.
  const readsMore = design.columns.some(
    ({ id, fill }) => ids.has(id) && fill.kind === 'subcategory',
  );
  const readers = [...ids].flatMap((id) => store.column(id).codeReader() ?? []);
  return readsMore || readers.length < ids.size ? undefined : readers;
}

/** One number for all rows with the same values in the columns read; undefined where a value has no code or they are more than two. */
function keyOf(readers: readonly CodeReader[] | undefined): (row: number) => number | undefined {
  const [first, second, ...more] = readers ?? [];
  if (first === undefined || more.length > 0) return () => undefined;
  return (row) => {
    const [one, other] = [first.codeAt(row), second?.codeAt(row) ?? 0];
    return one < 0 || other < 0 ? undefined : one * 65_536 + other;
  };
}
