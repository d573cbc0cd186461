import { describe, expect, it } from 'vitest';
import { isInRange, rangeBetween, stepTo } from './grid-range.ts';

const size = { rows: 3, columns: 2 };

describe('rangeBetween', () => {
  it('is the same rectangle from whichever corner it is drawn', () => {
    const one = { row: 4, column: 1 };
    const other = { row: 2, column: 3 };
    expect(rangeBetween(one, other)).toEqual({ top: 2, bottom: 4, left: 1, right: 3 });
    expect(rangeBetween(other, one)).toEqual(rangeBetween(one, other));
  });

  it('holds its edges and nothing beyond them', () => {
    const range = rangeBetween({ row: 1, column: 1 }, { row: 2, column: 1 });
    expect([isInRange(range, 1, 1), isInRange(range, 2, 1)]).toEqual([true, true]);
    expect([isInRange(range, 0, 1), isInRange(range, 1, 2)]).toEqual([false, false]);
  });
});

describe('stepTo', () => {
  it('stays within the table', () => {
    expect(stepTo({ row: 2, column: 0 }, { key: 'ArrowDown' }, size)).toEqual({
      row: 2,
      column: 0,
    });
    expect(stepTo({ row: 2, column: 0 }, { key: 'ArrowRight' }, size)).toEqual({
      row: 2,
      column: 1,
    });
  });

  it('goes to the edge when it is to go far', () => {
    const from = { row: 1, column: 0 };
    expect(stepTo(from, { key: 'ArrowDown', isFar: true }, { rows: 90, columns: 4 })).toEqual({
      row: 89,
      column: 0,
    });
    expect(stepTo(from, { key: 'End' }, { rows: 90, columns: 4 })).toEqual({ row: 1, column: 3 });
    expect(stepTo(from, { key: 'End', isFar: true }, { rows: 90, columns: 4 })).toEqual({
      row: 89,
      column: 3,
    });
  });

  it('knows keys that move only', () => {
    expect(stepTo({ row: 0, column: 0 }, { key: 'Enter' }, size)).toBeUndefined();
    expect(stepTo({ row: 0, column: 0 }, { key: 'toString' }, size)).toBeUndefined();
  });
});
