/** What every row store does, whatever it keeps its cells in. */
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { cellStates } from './cell.ts';
import type { RowStore, StoreColumn } from './row-store.ts';

const columns: readonly StoreColumn[] = [
  { id: 'price', storage: 'number' },
  { id: 'size', storage: 'text' },
  { id: 'tags', storage: 'json' },
  { id: 'flag', storage: 'coded' },
];

const fitting: Readonly<Record<string, readonly JsonValue[]>> = {
  price: [0, -0.5, 1e300, 12],
  size: ['', 'S', 'S', 'ünï', '\u0000'],
  flag: [true, false, true, 'yes', 7],
  tags: [['a', 1], { a: { b: null } }, true, false, 'text', 3],
};

const anything: readonly JsonValue[] = [null, true, 'text', 4.25, ['a'], { a: 1 }];

/** Runs the suite for stores made by `create`. */
export function describeRowStore(
  name: string,
  create: (columns: readonly StoreColumn[]) => RowStore,
): void {
  const storeOf = (rows: number): RowStore => {
    const store = create(columns);
    store.resize(rows);
    return store;
  };

  describe(`${name} as a row store`, () => {
    it('begins without rows', () => {
      expect(create(columns).rowCount).toBe(0);
    });

    it('grows with empty cells', () => {
      const store = storeOf(3);
      expect(store.rowCount).toBe(3);
      expect(store.state('price', 2)).toBe('empty');
      expect(store.value('price', 2)).toBeUndefined();
    });

    it('keeps values while it grows', () => {
      const store = storeOf(1);
      store.setValue('size', 0, 'S');
      store.setValue('price', 0, 5);
      for (let rows = 2; rows < 500; rows += 7) store.resize(rows);
      expect([store.value('size', 0), store.value('price', 0)]).toEqual(['S', 5]);
    });

    it('forgets rows that were cut off', () => {
      const store = storeOf(4);
      for (const { id } of columns) store.setValue(id, 3, null, 'edited');
      store.setState('size', 3, 'failed', 'Too long.');
      store.resize(2);
      store.resize(4);
      for (const { id } of columns)
        expect(store.cell(id, 3)).toEqual({ state: 'empty', value: undefined, reason: undefined });
    });

    it.for(columns.map(({ id }) => id))('returns the values of %s as they were', (id) => {
      const values = [...(fitting[id] ?? []), ...anything];
      const store = storeOf(values.length);
      values.forEach((value, row) => store.setValue(id, row, value));
      expect(values.map((_, row) => store.value(id, row))).toEqual(values);
      expect(store.state(id, 0)).toBe('done');
    });

    it.for(columns.map(({ id }) => id))('replaces any value of %s by any other', (id) => {
      const store = storeOf(1);
      for (const value of [...anything, ...(fitting[id] ?? []), ...anything]) {
        store.setValue(id, 0, value);
        expect(store.value(id, 0)).toEqual(value);
      }
    });

    it.for(['empty', 'waiting', 'failed', 'skipped'] as const)(
      'drops the value of a %s cell',
      (state) => {
        const store = storeOf(1);
        store.setValue('price', 0, 5);
        store.setState('price', 0, state);
        expect(store.cell('price', 0)).toEqual({ state, value: undefined, reason: undefined });
      },
    );

    it.for(['streaming', 'done', 'edited', 'locked', 'outdated'] as const)(
      'keeps the value of a %s cell',
      (state) => {
        const store = storeOf(1);
        store.setValue('price', 0, 'about 5');
        store.setState('price', 0, state);
        expect(store.cell('price', 0)).toEqual({ state, value: 'about 5', reason: undefined });
      },
    );

    it.for(columns.map(({ id }) => id))(
      'takes blocks of numbers, codes and computed values in %s',
      (id) => {
        const store = storeOf(8);
        const column = store.column(id);
        column.set(1, 'before');
        column.setState(2, 'failed', 'Too long.');
        column.setNumbers(0, 3, Float64Array.of(1.5, 2, 3, 99));
        column.setCodes(3, 3, { codes: Int32Array.of(1, 0, 1), valueOf: (code) => `v${code}` });
        column.setComputed(6, 2, (row) => `row ${row}`);
        const values = Array.from({ length: 8 }, (_, row) => store.value(id, row));
        expect(values).toEqual([1.5, 2, 3, 'v1', 'v0', 'v1', 'row 6', 'row 7']);
        expect(store.cell(id, 2)).toMatchObject({ state: 'done', reason: undefined });
        column.set(6, 'edited by hand', 'edited');
        expect([store.value(id, 6), store.value(id, 7)]).toEqual(['edited by hand', 'row 7']);
      },
    );

    it('refuses a block that goes beyond the last row', () => {
      const column = storeOf(2).column('price');
      expect(() => column.setNumbers(1, 2, Float64Array.of(1, 2))).toThrow();
      expect(() => column.setComputed(2, 1, () => 1)).toThrow();
    });

    it('says whether a range holds cells of the user', () => {
      const column = storeOf(4).column('price');
      column.set(2, 5, 'locked');
      expect([column.hasKept(0, 2), column.hasKept(1, 2)]).toEqual([false, true]);
    });

    it('keeps a reason until the next change of the cell', () => {
      const store = storeOf(1);
      store.setState('size', 0, 'failed', 'No answer.');
      expect(store.cell('size', 0).reason).toBe('No answer.');
      store.setValue('size', 0, 'S');
      expect(store.cell('size', 0).reason).toBeUndefined();
    });

    it('counts every change in its version', () => {
      const store = storeOf(1);
      const before = store.version;
      store.setValue('size', 0, 'S');
      store.setState('size', 0, 'locked');
      store.resize(2);
      expect(store.version).toBeGreaterThanOrEqual(before + 3);
    });

    it('refuses to write to a row that does not exist', () => {
      const store = storeOf(2);
      for (const row of [-1, 2, 0.5, Number.NaN])
        expect(() => store.setValue('size', row, 'S')).toThrow();
    });

    it('refuses to write to a column that does not exist', () => {
      expect(() => storeOf(2).setValue('colour', 0, 'red')).toThrow();
    });

    it('reads and writes through a column as through the store', () => {
      const store = storeOf(2);
      store.column('size').set(1, 'M', 'edited');
      expect(store.cell('size', 1)).toMatchObject({ state: 'edited', value: 'M' });
      expect(store.column('size').value(1)).toBe('M');
    });

    it('reads a column of numbers, with gaps where there is none', () => {
      const store = storeOf(4);
      store.setValue('price', 0, 1.5);
      store.setValue('price', 1, null);
      store.setValue('price', 2, 'dear');
      const numbers = store.numbers('price');
      expect([...(numbers ?? [])]).toEqual([1.5, Number.NaN, Number.NaN, Number.NaN]);
      for (const row of [1, 2, 3]) store.setValue('price', row, row);
      expect([...(store.numbers('price') ?? [])]).toEqual([1.5, 1, 2, 3]);
      expect(store.numbers('tags')).toBeUndefined();
    });

    it('codes a column of texts, whatever else it holds', () => {
      const store = storeOf(6);
      for (const [row, value] of ['S', 'M', 'S', 7, null].entries())
        store.setValue('size', row, value);
      const coded = store.codes('size');
      const values = [...(coded?.codes ?? [])].map((code) => coded?.values[code]);
      expect(values).toEqual(['S', 'M', 'S', 7, undefined, undefined]);
      expect(store.codes('price')).toBeUndefined();
    });

    it('cuts a window to the rows that exist', () => {
      const { start, end, rowCount } = storeOf(5).window(3, 100, ['size']);
      expect([start, end, rowCount]).toEqual([3, 5, 5]);
    });

    it('gives an empty window beyond the last row', () => {
      const { start, end, columns: shown } = storeOf(5).window(8, 12, ['size']);
      expect([start, end, shown[0]?.values]).toEqual([5, 5, []]);
    });

    it('shows rows that do not follow each other, in the order asked', () => {
      const store = storeOf(4);
      store.setValue('price', 3, 9);
      store.setState('price', 1, 'failed', 'No number.');
      const { rows, end, columns: shown } = store.windowOf([3, 9, 1], ['price']);
      expect([rows, end]).toEqual([[3, 1], 2]);
      expect(shown[0]?.values).toEqual([9, undefined]);
      expect(shown[0]?.reasons).toEqual({ 1: 'No number.' });
    });

    it('leaves columns it does not have out of a window', () => {
      const window = storeOf(1).window(0, 1, ['tags', 'colour', 'price']);
      expect(window.columns.map(({ columnId }) => columnId)).toEqual(['tags', 'price']);
    });

    it('shows values, states and reasons in a window', () => {
      const store = storeOf(4);
      store.setValue('price', 1, 7);
      store.setState('price', 2, 'failed', 'No number.');
      const column = store.window(1, 4, ['price']).columns[0];
      expect(column?.values).toEqual([7, undefined, undefined]);
      expect(Array.from(column?.states ?? [], (code) => cellStates[code])).toEqual([
        'done',
        'failed',
        'empty',
      ]);
      expect(column?.reasons).toEqual({ 2: 'No number.' });
    });

    it('gives a window that can be cloned and does not change with the store', () => {
      const store = storeOf(1);
      store.setValue('price', 0, 7);
      const window = store.window(0, 1, ['price']);
      store.setValue('price', 0, 8);
      expect(structuredClone(window).columns[0]?.values).toEqual([7]);
    });
  });
}
