import { describe, expect, it } from 'vitest';
import { expectedRows } from './expected-rows.ts';

describe('expectedRows', () => {
  it('adds up to the number of rows', () => {
    expect(expectedRows([1, 1, 1], 100)).toEqual([34, 33, 33]);
  });

  it('follows the weights', () => {
    expect(expectedRows([30, 25, 20, 15, 10], 200)).toEqual([60, 50, 40, 30, 20]);
  });

  it('gives no rows when no weight is above zero', () => {
    expect(expectedRows([0, -1, Number.NaN], 10)).toEqual([0, 0, 0]);
  });
});
