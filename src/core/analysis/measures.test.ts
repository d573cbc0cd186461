import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pearson, ranks, spearman } from '#core/base/correlation.ts';
import { histogram } from './histogram.ts';
import { linearFit, type Point } from '#core/base/linear-fit.ts';

const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const points = fc.array(fc.record({ x: numbers, y: numbers }), { maxLength: 40 });

describe('linearFit', () => {
  it('finds the line that made the points', () => {
    const fit = linearFit([1, 2, 5, 9].map((x) => ({ x, y: 3 * x - 7 })));
    expect(fit?.slope).toBeCloseTo(3, 12);
    expect(fit?.intercept).toBeCloseTo(-7, 12);
    expect(fit?.r).toBeCloseTo(1, 12);
    expect(fit?.residualSd).toBeCloseTo(0, 10);
  });

  it('loses no digits to a large offset', () => {
    const far = 1e9;
    const fit = linearFit([0, 1, 2, 3].map((x) => ({ x: far + x, y: far + 2 * x + (x % 2) })));
    const near = linearFit([0, 1, 2, 3].map((x) => ({ x, y: 2 * x + (x % 2) })));
    expect(fit?.slope).toBeCloseTo(near?.slope ?? 0, 9);
    expect(fit?.r).toBeCloseTo(near?.r ?? 0, 9);
  });

  it('matches a textbook data set', () => {
    // Anscombe's first quartet: slope 0.5001, intercept 3.0001, r 0.8164, residual sd 1.2366.
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const fit = linearFit(x.map((value, index) => ({ x: value, y: y[index] ?? 0 })));
    expect(fit?.slope).toBeCloseTo(0.5001, 4);
    expect(fit?.intercept).toBeCloseTo(3.0001, 4);
    expect(fit?.r).toBeCloseTo(0.8164, 4);
    expect(fit?.residualSd).toBeCloseTo(1.2366, 4);
  });

  it('has no line for one point or for equal x', () => {
    expect(linearFit([{ x: 1, y: 1 }])).toBeUndefined();
    expect(linearFit([0.1, 0.1, 0.1].map((x, y) => ({ x, y })))).toBeUndefined();
  });

  it('keeps r within -1 and 1 for any points', () => {
    fc.assert(
      fc.property(points, (any: readonly Point[]) => {
        const fit = linearFit(any);
        if (fit !== undefined) expect(Math.abs(fit.r)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('correlation', () => {
  it('is undefined for two points and for a side without spread', () => {
    expect(
      pearson([
        { x: 1, y: 1 },
        { x: 2, y: 2 },
      ]),
    ).toBeUndefined();
    expect(pearson([1, 2, 3].map((x) => ({ x, y: 5 })))).toBeUndefined();
  });

  it('gives equal values their mean rank', () => {
    expect(ranks([10, 30, 10, 20])).toEqual([1.5, 4, 1.5, 3]);
  });

  it('sees order where there is no line', () => {
    const curve = [1, 2, 3, 4, 5, 6].map((x) => ({ x, y: Math.exp(3 * x) }));
    expect(spearman(curve)).toBeCloseTo(1, 12);
    expect(pearson(curve)).toBeLessThan(0.8);
  });
});

describe('histogram', () => {
  it('counts every finite value once, in at most the bins asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), {
          minLength: 1,
        }),
        fc.integer({ min: 2, max: 30 }),
        (values, maxBins) => {
          const bins = histogram(values, maxBins);
          expect(bins?.counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
          expect(bins?.counts.length).toBeLessThanOrEqual(maxBins);
        },
      ),
    );
  });

  it('cuts at round numbers', () => {
    expect(histogram([0.3, 1.2, 9.7], 10)).toEqual({
      start: 0,
      binWidth: 1,
      counts: [1, 1, 0, 0, 0, 0, 0, 0, 0, 1],
    });
  });

  it.for([
    [[-1.7e308, 0, 1.7e308], 24],
    [[1.7e308, 1e307], 12],
    [[-1.7e308, -1.6e308], 24],
    [[0, 5e-324, 1e-320], 24],
  ] as const)('has borders that are numbers for %j', ([values, most]) => {
    const { start = NaN, binWidth = NaN, counts = [] } = histogram(values, most) ?? {};
    expect(Number.isFinite(start)).toBe(true);
    expect(Number.isFinite(start + counts.length * binWidth)).toBe(true);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
  });

  it('gives whole numbers whole bins of their own', () => {
    expect(histogram([1, 2, 2, 3], 10)).toEqual({ start: 1, binWidth: 1, counts: [1, 2, 1] });
  });

  it('counts decimals in the bins that begin with them', () => {
    const tenths = Array.from({ length: 20 }, (_, tenth) => tenth / 10);
    expect(histogram([...tenths, 1.95])?.counts).toEqual(tenths.map((_, at) => (at < 19 ? 1 : 2)));
  });

  it('has one bin for equal values and none for no values', () => {
    expect(histogram([4, 4])).toEqual({ start: 4, binWidth: 0, counts: [2] });
    expect(histogram([])).toBeUndefined();
  });
});
