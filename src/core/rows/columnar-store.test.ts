import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumnarStore } from './columnar-store.ts';
import { describeRowStore } from './row-store.contract.ts';
import { dictionarySize } from './value-storage.ts';

describeRowStore('the columnar store', createColumnarStore);

describe('the columnar store', () => {
  it('keeps every text when there are more than a dictionary holds', () => {
    const rows = dictionarySize + 10;
    const store = createColumnarStore([{ id: 'id', storage: 'text' }]);
    store.resize(rows);
    for (let row = 0; row < rows; row += 1) store.setValue('id', row, `row ${row}`);
    const wrong: number[] = [];
    for (let row = 0; row < rows; row += 1)
      if (store.value('id', row) !== `row ${row}`) wrong.push(row);
    expect(wrong).toEqual([]);
  });

  it('shows rows without a value as such after the dictionary is full', () => {
    const store = createColumnarStore([{ id: 'id', storage: 'text' }]);
    store.resize(dictionarySize + 2);
    for (let row = 1; row < dictionarySize + 2; row += 1) store.setValue('id', row, `row ${row}`);
    expect(store.value('id', 0)).toBeUndefined();
  });

  it('holds what an array of cells would hold after any changes', () => {
    const change = fc.record({
      row: fc.nat({ max: 5 }),
      value: fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.constant(null), fc.boolean()),
      drop: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.constantFrom('number', 'text', 'json'),
        fc.array(change),
        (storage, changes) => {
          const store = createColumnarStore([{ id: 'x', storage }]);
          store.resize(6);
          const model: unknown[] = new Array<unknown>(6).fill(undefined);
          for (const { row, value, drop } of changes) {
            if (drop) store.setState('x', row, 'waiting');
            else store.setValue('x', row, value);
            model[row] = drop ? undefined : value;
          }
          expect(store.window(0, 6, ['x']).columns[0]?.values).toEqual(model);
        },
      ),
    );
  });

  it('refuses two columns of one id', () => {
    const column = { id: 'x', storage: 'text' } as const;
    expect(() => createColumnarStore([column, column])).toThrow();
  });
});
