/**
 * Sorting and filtering as index arrays over the columnar store: no row is copied. Values are read once
 * into typed keys; texts are ranked once per distinct value, so that a million rows compare as numbers.
 */
import { sortOrder } from '#core/base/number-order.ts';
import { eachRow, keptRows, testsOf } from './row-tests.ts';
import type { RowQuery } from './row-query.ts';
import type { RowStore } from './row-store.ts';
import { sortKeys } from './sort-keys.ts';

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
  const kept = keptRows(store.rowCount, [
    ...tests,
    ...(hidden.size === 0 ? [] : [eachRow((row) => !hidden.has(row))]),
  ]);
  return sort === undefined ? kept : sortRows(store, kept, sort);
}

function sortRows(
  store: RowStore,
  rows: Uint32Array,
  { columnId, isDescending }: NonNullable<RowQuery['sort']>,
): Uint32Array {
  const keys = sortKeys(store, rows, columnId);
  if (isDescending)
    for (let place = 0; place < keys.length; place += 1) keys[place] = -(keys[place] ?? 0);
  const order = sortOrder(keys);
  for (let place = 0; place < order.length; place += 1) order[place] = rows[order[place] ?? 0] ?? 0;
  return order;
}
