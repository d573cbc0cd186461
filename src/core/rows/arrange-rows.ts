/**
 * Sorting and filtering as index arrays over the columnar store: no row is copied. Values are read once
 * into typed keys; texts are ranked once per distinct value, so that a million rows compare as numbers.
 */
import type { JsonValue } from '#core/base/json.ts';
import type { RowFilter, RowQuery } from './row-query.ts';
import type { RowStore } from './row-store.ts';

/**
 * Numbers of the rows that a query shows, in its order; undefined when that is every row as it stands.
 * Sorting is stable; cells without a value come last in either direction. Numbers sort as numbers,
 * everything else as text by code point, with upper and lower case alike.
 */
export function arrangeRows(
  store: RowStore,
  query: RowQuery,
  hidden: ReadonlySet<number>,
): Uint32Array | undefined {
  const tests = testsOf(store, query);
  const { sort } = query;
  if (sort === undefined && tests.length === 0 && hidden.size === 0) return undefined;
  const kept = keptRows(
    store.rowCount,
    (row) => !hidden.has(row) && tests.every((test) => test(row)),
  );
  return sort === undefined ? kept : sortRows(store, kept, sort);
}

function keptRows(rowCount: number, isKept: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row += 1)
    if (isKept(row)) {
      rows[count] = row;
      count += 1;
    }
  return rows.slice(0, count);
}

type RowTest = (row: number) => boolean;

function testsOf(store: RowStore, { filters, search, searched }: RowQuery): readonly RowTest[] {
  const tests = filters.map((filter) => testOf(store, filter));
  const words = search.trim();
  if (words === '') return tests;
  const finds = searched.map((columnId) => containsTest(store, columnId, words));
  return [...tests, (row) => finds.some((test) => test(row))];
}

function testOf(store: RowStore, filter: RowFilter): RowTest {
  switch (filter.kind) {
    case 'contains':
      return containsTest(store, filter.columnId, filter.text);
    case 'one-of': {
      const keys = new Set(filter.values.map(keyOf));
      const { columnId } = filter;
      return (row) => {
        const value = store.value(columnId, row);
        return value !== undefined && keys.has(keyOf(value));
      };
    }
    case 'range': {
      const { columnId, low = -Infinity, high = Infinity } = filter;
      return (row) => {
        const value = store.value(columnId, row);
        return typeof value === 'number' && value >= low && value <= high;
      };
    }
    case 'rows': {
      const rows = new Set(filter.rows);
      return (row) => rows.has(row);
    }
    case 'state': {
      const states = new Set(filter.states);
      const columnIds =
        filter.columnId === undefined ? store.columns.map(({ id }) => id) : [filter.columnId];
      return (row) => columnIds.some((id) => states.has(store.state(id, row)));
    }
  }
}

/** Each distinct text is searched once. */
function containsTest(store: RowStore, columnId: string, words: string): RowTest {
  const wanted = words.toLowerCase();
  const known = new Map<JsonValue, boolean>();
  return (row) => {
    const value = store.value(columnId, row);
    if (value === undefined || value === null) return false;
    if (typeof value === 'object') return textOf(value).toLowerCase().includes(wanted);
    const found = known.get(value);
    if (found !== undefined) return found;
    const isFound = textOf(value).toLowerCase().includes(wanted);
    known.set(value, isFound);
    return isFound;
  };
}

function sortRows(
  store: RowStore,
  rows: Uint32Array,
  { columnId, isDescending }: NonNullable<RowQuery['sort']>,
): Uint32Array {
  const keys = sortKeys(store, rows, columnId);
  const sign = isDescending ? -1 : 1;
  const order = Array.from(rows.keys());
  order.sort((a, b) => {
    const left = keys[a] ?? Number.NaN;
    const right = keys[b] ?? Number.NaN;
    if (left === right) return a - b;
    if (Number.isNaN(left)) return Number.isNaN(right) ? a - b : 1;
    if (Number.isNaN(right)) return -1;
    return sign * (left - right);
  });
  return Uint32Array.from(order, (place) => rows[place] ?? 0);
}

/** A number for every row, in the order of its value; NaN where there is none. */
function sortKeys(store: RowStore, rows: Uint32Array, columnId: string): Float64Array {
  const keys = new Float64Array(rows.length);
  const texts = new Map<string, number[]>();
  rows.forEach((row, place) => {
    const value = store.value(columnId, row);
    keys[place] = typeof value === 'number' ? value : Number.NaN;
    if (value === undefined || value === null || typeof value === 'number') return;
    const text = textOf(value);
    const places = texts.get(text);
    if (places === undefined) texts.set(text, [place]);
    else places.push(place);
  });
  // Texts come after all numbers.
  const greatest = keys.reduce((most, key) => (key > most ? key : most), 0);
  const ranked = [...texts].toSorted(([left], [right]) => compareTexts(left, right));
  ranked.forEach(([, places], rank) => {
    for (const place of places) keys[place] = greatest + 1 + rank;
  });
  return keys;
}

function compareTexts(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  if (a !== b) return a < b ? -1 : 1;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function textOf(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function keyOf(value: JsonValue): JsonValue {
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
