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
    expect(stepTo({ row: 2, column: 0 }, 'ArrowDown', size)).toEqual({ row: 2, column: 0 });
    expect(stepTo({ row: 2, column: 0 }, 'ArrowRight', size)).toEqual({ row: 2, column: 1 });
  });

  it('knows arrows only', () => {
    expect(stepTo({ row: 0, column: 0 }, 'Enter', size)).toBeUndefined();
    expect(stepTo({ row: 0, column: 0 }, 'toString', size)).toBeUndefined();
  });
});
