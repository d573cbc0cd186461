import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { arrangeRows } from './arrange-rows.ts';
import { createColumnarStore } from './columnar-store.ts';
import { everyRow, type RowQuery } from './row-query.ts';
import type { RowStore } from './row-store.ts';

const none = new Set<number>();

function storeOf(columns: Readonly<Record<string, readonly (JsonValue | undefined)[]>>): RowStore {
  const entries = Object.entries(columns);
  const store = createColumnarStore(
    entries.map(([id, values]) => ({
      id,
      storage: typeof values[0] === 'number' ? ('number' as const) : ('text' as const),
    })),
  );
  store.resize(Math.max(...entries.map(([, values]) => values.length)));
  for (const [id, values] of entries)
    values.forEach((value, row) => {
      if (value !== undefined) store.setValue(id, row, value);
    });
  return store;
}

function arranged(store: RowStore, query: Partial<RowQuery>, hidden = none): readonly number[] {
  return [...(arrangeRows(store, { ...everyRow, ...query }, hidden) ?? [])];
}

const shop = storeOf({
  size: [55, 48, undefined, 60, 48],
  brand: ['Halden', 'avora', 'Norrvik', null, 'Avora'],
});

describe('arrangeRows', () => {
  it('gives no order when every row is shown as it stands', () => {
    expect(arrangeRows(shop, everyRow, none)).toBeUndefined();
  });

  it('sorts numbers as numbers, ties by row, and what is missing last', () => {
    expect(arranged(shop, { sort: { columnId: 'size', isDescending: false } })).toEqual([
      1, 4, 0, 3, 2,
    ]);
    expect(arranged(shop, { sort: { columnId: 'size', isDescending: true } })).toEqual([
      3, 0, 1, 4, 2,
    ]);
  });

  it('sorts texts with upper and lower case together', () => {
    expect(arranged(shop, { sort: { columnId: 'brand', isDescending: false } })).toEqual([
      4, 1, 0, 2, 3,
    ]);
  });

  it('filters by words, by values, by range and by state', () => {
    expect(
      arranged(shop, { filters: [{ kind: 'contains', columnId: 'brand', text: 'AVO' }] }),
    ).toEqual([1, 4]);
    expect(
      arranged(shop, {
        filters: [{ kind: 'one-of', columnId: 'brand', values: ['Halden', null] }],
      }),
    ).toEqual([0, 3]);
    expect(
      arranged(shop, { filters: [{ kind: 'range', columnId: 'size', low: 48, high: 55 }] }),
    ).toEqual([0, 1, 4]);
    expect(arranged(shop, { filters: [{ kind: 'state', states: ['empty'] }] })).toEqual([2]);
  });

  it('searches all the columns it is given', () => {
    expect(arranged(shop, { search: ' 48 ', searched: ['size', 'brand'] })).toEqual([1, 4]);
    expect(arranged(shop, { search: 'halden', searched: ['size'] })).toEqual([]);
  });

  it('leaves hidden rows out, also without a query', () => {
    expect(arranged(shop, {}, new Set([0, 3]))).toEqual([1, 2, 4]);
  });

  it('shows every row once, in an order that a plain sort agrees with', () => {
    const cell = fc.option(fc.double({ noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.boolean(), (values, isDescending) => {
        const store = storeOf({ n: [0, ...values] });
        const rows = arranged(store, { sort: { columnId: 'n', isDescending } });
        const all = [0, ...values];
        const present = all.flatMap((value, row) => (value === undefined ? [] : [row]));
        const sign = isDescending ? -1 : 1;
        const expected = present.toSorted(
          (a, b) => sign * (Math.sign((all[a] ?? 0) - (all[b] ?? 0)) || 0) || a - b,
        );
        const missing = all.flatMap((value, row) => (value === undefined ? [row] : []));
        expect(rows).toEqual([...expected, ...missing]);
      }),
    );
  });
});
