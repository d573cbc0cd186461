import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, quantilesOf, rankNumbers, sortedNumbers } from './sort-order.ts';

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

describe('quantilesOf', () => {
  const shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

  it('gives what sorting would', () => {
    const value = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), (list) => {
        const values = Float64Array.from(list, (one) => one + 0);
        const sorted = values.toSorted();
        expect(quantilesOf(values, shares)).toEqual(shares.map((share) => quantile(sorted, share)));
      }),
    );
  });

  it.for([
    ['even', (place: number) => Math.sin(place)],
    ['with a few far out', (place: number) => Math.exp(30 * Math.sin(place))],
    ['close together', (place: number) => 1 + ((place * 7_919) % 5_000) * 2 ** -52],
    ['of either end of the range', (place: number) => (place % 3 === 0 ? -1e308 : 1e308)],
    ['mostly the same', (place: number) => (place % 3_001 === 1 ? place : 7)],
    ['beyond all scales', (place: number) => 10 ** (300 * Math.sin(place))],
    ['of two values', (place: number) => Number(place % 3 === 0)],
  ] as const)('gives what sorting would for many values %s', ([, valueAt]) => {
    const values = Float64Array.from({ length: 20_000 }, (_, place) => valueAt(place));
    const sorted = values.toSorted();
    expect(quantilesOf(values, shares)).toEqual(shares.map((share) => quantile(sorted, share)));
  });

  it('takes many equal and sorted values as well', () => {
    const rising = Float64Array.from({ length: 10_000 }, (_, place) => Math.floor(place / 2_500));
    expect(quantilesOf(rising, [0.1, 0.5, 0.9])).toEqual([0, 1.5, 3]);
    expect(quantilesOf(rising.toReversed(), [0.1, 0.5, 0.9])).toEqual([0, 1.5, 3]);
  });
});
