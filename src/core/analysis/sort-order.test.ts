import { describe, expect, it } from 'vitest';
import { quantile, rankNumbers, sortedNumbers } from './sort-order.ts';

describe('rankNumbers', () => {
  it('gives equal values their mean rank and missing ones none', () => {
    expect([...rankNumbers(Float64Array.of(10, 20, NaN, 10, 5))]).toEqual([2.5, 4, NaN, 2.5, 1]);
  });
});

describe('quantile', () => {
  it('interpolates as R does by default', () => {
    const sorted = Float64Array.of(1, 2, 3, 4);
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(sorted, share))).toEqual([
      1, 1.75, 2.5, 3.25, 4,
    ]);
  });

  it('of nothing is not a number', () => {
    expect(quantile(sortedNumbers(Float64Array.of(NaN)), 0.5)).toBeNaN();
  });
});
