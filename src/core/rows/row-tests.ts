/**
 * The filters of a query as tests of a few thousand rows at a time. Numbers are compared where they stand,
 * and each entry of a dictionary is tested once.
 */
import type { JsonValue } from '#core/base/json.ts';
import type { RowFilter, RowQuery } from './row-query.ts';
import type { RowStore } from './row-store.ts';
import { textOf } from './sort-keys.ts';
import { dictionarySize } from './value-storage.ts';

/** Rows that are tested at a time; `rows` holds `count` of them, ascending, none before `start`. */
interface Block {
  readonly start: number;
  readonly rows: Uint32Array;
  count: number;
}

/** Leaves the rows in the block that hold. */
export type BlockTest = (block: Block) => void;

const blockRows = 4_096;

/** Rows [0, rowCount) that pass all tests, ascending. */
export function keptRows(rowCount: number, tests: readonly BlockTest[]): Uint32Array {
  // Memory is taken as it is written to, so room for all rows costs no more than room for those that are kept.
  const kept = new Uint32Array(rowCount);
  let total = 0;
  const rows = new Uint32Array(blockRows);
  for (let start = 0; start < rowCount; start += blockRows) {
    const block = { start, rows, count: Math.min(blockRows, rowCount - start) };
    for (let index = 0; index < block.count; index += 1) rows[index] = start + index;
    for (const test of tests) test(block);
    kept.set(rows.subarray(0, block.count), total);
    total += block.count;
  }
  return kept.subarray(0, total);
}

/** One for each filter, and one for the words searched for. */
export function testsOf(
  store: RowStore,
  { filters, search, searched }: RowQuery,
): readonly BlockTest[] {
  const tests = filters.map((filter) => testOf(store, filter));
  const words = search.trim();
  if (words === '') return tests;
  const finds = createSearch(words);
  return [...tests, eachRow((row) => searched.some((id) => finds(store.value(id, row))))];
}

function testOf(store: RowStore, filter: RowFilter): BlockTest {
  switch (filter.kind) {
    case 'contains':
      return valueTest(store, filter.columnId, createSearch(filter.text));
    case 'one-of': {
      const keys = new Set(filter.values.map(keyOf));
      return valueTest(
        store,
        filter.columnId,
        (value) => value !== undefined && keys.has(keyOf(value)),
      );
    }
    case 'range':
      return rangeTest(store, filter);
    case 'rows': {
      const rows = new Set(filter.rows);
      return eachRow((row) => rows.has(row));
    }
    case 'state': {
      const states = new Set(filter.states);
      const columnIds =
        filter.columnId === undefined ? store.columns.map(({ id }) => id) : [filter.columnId];
      return eachRow((row) => columnIds.some((id) => states.has(store.state(id, row))));
    }
  }
}

/** A test that has no faster way than row by row. */
export function eachRow(holds: (row: number) => boolean): BlockTest {
  return (block) => {
    const { rows } = block;
    let kept = 0;
    for (let index = 0; index < block.count; index += 1) {
      const row = rows[index] ?? 0;
      if (!holds(row)) continue;
      rows[kept] = row;
      kept += 1;
    }
    block.count = kept;
  };
}

type ValueTest = (value: JsonValue | undefined) => boolean;

/** What is known of a code. Only the one for held codes is odd, so that rows are counted without a question. */
const [isUnknown, isHeld, isRefused] = [0, 1, 2];

function valueTest(store: RowStore, columnId: string, holds: ValueTest): BlockTest {
  const hasColumn = store.columns.some(({ id }) => id === columnId);
  const reader = hasColumn ? store.column(columnId).codeReader() : undefined;
  if (reader === undefined) return eachRow((row) => holds(store.value(columnId, row)));
  const codes = new Int32Array(blockRows);
  const known = new Uint8Array(dictionarySize);
  const answer = (row: number, code: number): number => {
    const found = holds(store.value(columnId, row)) ? isHeld : isRefused;
    if (code >= 0) known[code] = found;
    return found;
  };
  return (block) => {
    const { start, rows, count } = block;
    reader.read(start, count === 0 ? 0 : (rows[count - 1] ?? start) - start + 1, codes);
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      const code = codes[row - start] ?? -1;
      let found = known[code] ?? isUnknown;
      if (found === isUnknown) found = answer(row, code);
      rows[kept] = row;
      kept += found & isHeld;
    }
    block.count = kept;
  };
}

function rangeTest(
  store: RowStore,
  { columnId, low = -Infinity, high = Infinity }: Extract<RowFilter, { kind: 'range' }>,
): BlockTest {
  const numbers = store.numbers(columnId);
  if (numbers === undefined)
    return valueTest(
      store,
      columnId,
      (value) => typeof value === 'number' && value >= low && value <= high,
    );
  return (block) => {
    const { rows, count } = block;
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      const value = numbers[row] ?? Number.NaN;
      rows[kept] = row;
      // A question for each row would take three times as long: its answer is anybody's guess.
      kept += Number(value >= low) & Number(value <= high);
    }
    block.count = kept;
  };
}

/** Whether a value holds the words, upper and lower case alike. Each distinct text is searched once. */
function createSearch(words: string): ValueTest {
  const wanted = words.toLowerCase();
  const known = new Map<JsonValue, boolean>();
  return (value) => {
    if (value === undefined || value === null) return false;
    if (typeof value === 'object') return textOf(value).toLowerCase().includes(wanted);
    const found = known.get(value);
    if (found !== undefined) return found;
    const isFound = textOf(value).toLowerCase().includes(wanted);
    known.set(value, isFound);
    return isFound;
  };
}

function keyOf(value: JsonValue): JsonValue {
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
