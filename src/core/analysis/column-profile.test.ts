import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileColumn } from './column-profile.ts';
import { readColumns } from '#core/rows/row-reader.ts';

describe('profileColumn', () => {
  it('counts values, nulls and empty cells apart', () => {
    const profile = profileColumn(readColumns({ a: ['x', null, undefined, 'x', 'y'] }), 'a');
    expect(profile).toMatchObject({ count: 3, nullCount: 1, emptyCount: 1, distinctCount: 2 });
    expect(profile.top).toEqual([
      { value: 'x', count: 2, share: 2 / 3 },
      { value: 'y', count: 1, share: 1 / 3 },
    ]);
  });

  it('describes numbers by range, mean, spread and bins', () => {
    const { numbers } = profileColumn(readColumns({ a: [2, 4, 4, 4, 5, 5, 7, 9] }), 'a');
    expect(numbers).toMatchObject({ low: 2, high: 9, mean: 5 });
    expect(numbers?.standardDeviation).toBeCloseTo(2.138, 3);
    expect(numbers?.histogram.counts).toEqual([1, 0, 3, 2, 0, 1, 0, 1]);
  });

  it('has no numbers when one value is no number', () => {
    expect(profileColumn(readColumns({ a: [1, 'x'] }), 'a').numbers).toBeUndefined();
  });

  it('describes texts by their number of words', () => {
    const rows = readColumns({ a: ['one', 'one two – three', 7, null, 'one'] });
    expect(profileColumn(rows, 'a').words).toEqual({
      low: 1,
      high: 3,
      mean: 5 / 3,
      histogram: { start: 1, binWidth: 1, counts: [2, 0, 1] },
    });
  });

  it('keeps the number 1 and the text 1 apart', () => {
    expect(profileColumn(readColumns({ a: [1, '1'] }), 'a').distinctCount).toBe(2);
  });

  it('describes an empty column', () => {
    expect(profileColumn(readColumns({ a: [undefined] }), 'a')).toEqual({
      count: 0,
      nullCount: 0,
      emptyCount: 1,
      distinctCount: 0,
      top: [],
    });
  });

  it('says the same of a column that is kept as numbers', () => {
    const cell = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -10, max: 10 }),
      fc.constantFrom(null, undefined, 0.1, -0),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        (a, maxTop) => {
          const plain = readColumns({ a });
          const numbers = Float64Array.from(a, (value) => value ?? Number.NaN);
          const typed = { ...plain, rowCount: plain.rowCount, numbers: () => numbers };
          // As JSON, which knows one zero.
          expect(JSON.stringify(profileColumn(typed, 'a', { maxTop }))).toBe(
            JSON.stringify(profileColumn(plain, 'a', { maxTop })),
          );
        },
      ),
    );
  });

  it('reads a column of numbers cell by cell where something else stands in it', () => {
    const a = [1, 'two', 3];
    const numbers = Float64Array.of(1, Number.NaN, 3);
    expect(profileColumn({ ...readColumns({ a }), numbers: () => numbers }, 'a')).toEqual(
      profileColumn(readColumns({ a }), 'a'),
    );
  });
});
