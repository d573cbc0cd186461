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

  it('holds every number exactly, however few bytes its neighbours need', () => {
    const number = fc.oneof(
      fc.integer({ min: -300, max: 300 }).map((cents) => cents / 100),
      fc.integer({ min: -9_999_999, max: 9_999_999 }).map((cents) => cents / 100),
      fc.double({ noNaN: true }),
      fc.constantFrom(-0, 0, 128, -129, 32_768, 2_147_483_648, 1.005, Number.MAX_VALUE),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(0, 2, 20, undefined),
        fc.array(fc.array(number, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        fc.boolean(),
        (decimalPlaces, blocks, isReadEarly) => {
          const store = createColumnarStore([{ id: 'x', storage: 'number', decimalPlaces }]);
          const model: number[] = [];
          for (const block of blocks) {
            store.resize(model.length + block.length);
            if (block.length > 1)
              store.column('x').setNumbers(model.length, block.length, Float64Array.from(block));
            else store.setValue('x', model.length, block[0] ?? 0);
            model.push(...block);
            if (isReadEarly) store.numbers('x');
          }
          const read = () => model.map((_, row) => store.value('x', row));
          expect(read()).toEqual(model);
          expect([...(store.numbers('x') ?? [])]).toEqual(model);
          expect(read()).toEqual(model);
        },
      ),
    );
  });

  it('keeps the codes of the first texts when there are more than a byte numbers', () => {
    const store = createColumnarStore([{ id: 'x', storage: 'text' }]);
    const texts = Array.from({ length: 600 }, (_, row) => `text ${Math.floor(row / 2)}`);
    store.resize(300);
    for (let row = 0; row < 300; row += 1) store.setValue('x', row, texts[row] ?? '');
    store.resize(600);
    const codes = Int32Array.from(texts, (_, row) => row);
    store.column('x').setCodes(300, 300, {
      codes: codes.subarray(300),
      valueOf: (code) => texts[code] ?? '',
    });
    expect(texts.map((_, row) => store.value('x', row))).toEqual(texts);
    const coded = store.codes('x');
    expect(Array.from(coded?.codes ?? [], (code) => coded?.values[code])).toEqual(texts);
  });

  it('refuses two columns of one id', () => {
    const column = { id: 'x', storage: 'text' } as const;
    expect(() => createColumnarStore([column, column])).toThrow();
  });
});
