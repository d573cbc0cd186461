import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTruncatedNormal, normalProbability, normalQuantile } from './normal.ts';
import { portableExp, portableLog } from './portable-math.ts';

describe('portableLog', () => {
  it('agrees with the platform to the last places', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        const expected = Math.log(x);
        expect(Math.abs(portableLog(x) - expected)).toBeLessThanOrEqual(
          1e-15 * Math.max(1, Math.abs(expected)),
        );
      }),
    );
  });

  it('gives pinned values', () => {
    expect([1, 2, 0.1, 1e-300].map(portableLog)).toEqual([
      0, 0.6931471805599453, -2.3025850929940455, -690.7755278982137,
    ]);
  });
});

describe('portableExp', () => {
  it('agrees with the platform to the last places', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(portableExp(x) / Math.exp(x)).toBeCloseTo(1, 13);
      }),
    );
  });
});

describe('normalProbability', () => {
  // Abramowitz and Stegun, table 26.1.
  it.for([
    [0, 0.5],
    [1, 0.841344746068543],
    [1.96, 0.9750021048517795],
    [-1, 0.158655253931457],
    [-3, 0.00134989803163],
    [-5, 2.866515718791939e-7],
    [-10, 7.619853024160527e-24],
  ] as const)('of %f is %f', ([z, probability]) => {
    expect(normalProbability(z) / probability).toBeCloseTo(1, 12);
  });
});

describe('normalQuantile', () => {
  it('undoes the distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 0, noNaN: true }), (z) => {
        expect(normalQuantile(normalProbability(z))).toBeCloseTo(z, 11);
      }),
    );
  });

  it('is symmetric', () => {
    for (const p of [0.01, 0.2, 0.45])
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 13);
  });
});

describe('a truncated normal law', () => {
  const range = fc
    .tuple(
      fc.double({ min: -30, max: 30, noNaN: true }),
      fc.double({ min: 0.001, max: 20, noNaN: true }),
    )
    .map(([low, width]) => ({ low, high: low + width }));

  it('stays between its ends wherever they are', () => {
    fc.assert(
      fc.property(
        range,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        ({ low, high }, uniform) => {
          const value = createTruncatedNormal({ mean: 0, stddev: 1, low, high })?.(uniform);
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThanOrEqual(high);
        },
      ),
    );
  });

  it('is not clamped: the far tail is drawn from evenly spaced probabilities', () => {
    const draw = createTruncatedNormal({
      mean: 0,
      stddev: 1,
      low: 8,
      high: Number.POSITIVE_INFINITY,
    });
    const values = Array.from({ length: 9 }, (_, index) => draw?.((index + 0.5) / 9) ?? 0);
    expect(new Set(values).size).toBe(9);
    // Beyond 8 the law is nearly exponential of rate 8.12, so its median lies ln 2 / 8.12 further out.
    expect(values[4]).toBeCloseTo(8.084, 2);
  });

  it('is undefined where no number can hold the probability', () => {
    expect(createTruncatedNormal({ mean: 0, stddev: 1, low: 50, high: 60 })).toBeUndefined();
  });

  it('never gives an infinite number', () => {
    const draw = createTruncatedNormal({ mean: 0, stddev: 1, low: -Infinity, high: Infinity });
    expect([0, 1 - 2 ** -53].map((uniform) => Number.isFinite(draw?.(uniform)))).toEqual([
      true,
      true,
    ]);
  });
});
