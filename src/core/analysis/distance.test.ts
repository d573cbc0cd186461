import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapToLaw, ksDistance, totalVariation } from './distance.ts';
import { outlierRows, summariseNumbers } from './number-summary.ts';

const sorted = fc
  .array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 })
  .map((list) => Float64Array.from(list).sort());

describe('ksDistance', () => {
  it('is the greatest gap between the steps', () => {
    // After 2 all of a and a third of b have come.
    expect(ksDistance(Float64Array.of(1, 2), Float64Array.of(2, 3, 4))).toBeCloseTo(2 / 3, 12);
    expect(ksDistance(Float64Array.of(1, 2), Float64Array.of(5))).toBe(1);
  });

  it('is symmetric, between 0 and 1, and 0 for the same set', () => {
    fc.assert(
      fc.property(sorted, sorted, (a, b) => {
        const distance = ksDistance(a, b);
        expect(distance).toBe(ksDistance(b, a));
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(1);
        expect(ksDistance(a, a)).toBe(0);
      }),
    );
  });

  it('does not change when both are counted twice', () => {
    fc.assert(
      fc.property(sorted, sorted, (a, b) => {
        const twice = Float64Array.from([...a, ...a]).sort();
        expect(ksDistance(twice, b)).toBeCloseTo(ksDistance(a, b), 12);
      }),
    );
  });
});

describe('gapToLaw', () => {
  it('is small for values that follow the law and large for others', () => {
    const even = Float64Array.from({ length: 100 }, (_, index) => (index + 1) / 100);
    const share = (x: number) => Math.min(1, Math.max(0, x));
    const law = { atMost: share, below: share };
    // Each value ends a hundredth.
    expect(gapToLaw(even, law)).toBeCloseTo(0.01, 12);
    expect(
      gapToLaw(
        even.map((x) => x / 2),
        law,
      ),
    ).toBeCloseTo(0.5, 12);
    expect(gapToLaw(Float64Array.of(1, 1, 1), law)).toBe(1);
  });

  it('allows the steps that a law takes itself', () => {
    const die = {
      atMost: (x: number) => Math.floor(x) / 6,
      below: (x: number) => (Math.ceil(x) - 1) / 6,
    };
    expect(gapToLaw(Float64Array.of(1, 2, 3, 4, 5, 6), die)).toBeCloseTo(0, 12);
  });
});

describe('totalVariation', () => {
  it('is half the sum of the differences of shares', () => {
    const a = new Map([
      ['x', 3],
      ['y', 1],
    ]);
    const b = new Map([
      ['x', 1],
      ['z', 1],
    ]);
    // |0.75 − 0.5| + |0.25 − 0| + |0 − 0.5| = 1.
    expect(totalVariation(a, b)).toBeCloseTo(0.5, 12);
    expect(totalVariation(a, a)).toBe(0);
  });
});

describe('summariseNumbers', () => {
  it('finds quartiles and what lies beyond one and a half of their distance', () => {
    const values = Float64Array.of(5, 7, 7, 8, 8, 9, 10, 40, NaN);
    const summary = summariseNumbers(values);
    // Quartiles 7 and 9.25: the fences are 3.625 and 12.625.
    expect(summary).toMatchObject({
      count: 8,
      q1: 7,
      median: 8,
      q3: 9.25,
      whiskerLow: 5,
      whiskerHigh: 10,
      outlierCount: 1,
    });
    expect(outlierRows(values, summary!, 5)).toEqual([7]);
  });

  it('counts no outlier between neighbours that a quartile rounds away from', () => {
    const neighbours = Float64Array.of(999999999.9999977, 999999999.999998);
    expect(summariseNumbers(neighbours)).toMatchObject({
      whiskerLow: 999999999.9999977,
      whiskerHigh: 999999999.999998,
      outlierCount: 0,
    });
  });

  it('keeps its five numbers in order, whiskers included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }),
        (list) => {
          const found = summariseNumbers(Float64Array.from(list))!;
          const { low, whiskerLow, q1, median, q3, whiskerHigh, high } = found;
          const order = [low, whiskerLow, q1, median, q3, whiskerHigh, high];
          expect(order.toSorted((a, b) => a - b)).toEqual(order);
          expect(found.outlierCount).toBeLessThanOrEqual(list.length / 2);
        },
      ),
    );
  });
});
