import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inside } from './law.ts';
import { lawOf } from './law-of.ts';
import {
  createShapeTable,
  extremeCorrelation,
  latentCorrelation,
  shapePoints,
  type Shape,
} from './latent-correlation.ts';

function shapeOf(distribution: Parameters<typeof lawOf>[0]): Shape {
  const law = lawOf(distribution);
  if (!law.ok) throw new Error(law.error);
  return (uniform) => law.value.quantile(inside(uniform));
}

const normal = shapeOf({ kind: 'gaussian', mean: 3, stddev: 2 });
const lognormal = (s: number): Shape =>
  shapeOf({ kind: 'scipy', distName: 'lognorm', distParams: { s } });

function latentOf(wanted: number, x: Shape, y: Shape): number {
  return latentCorrelation(wanted, createShapeTable(x), createShapeTable(y));
}

describe('the latent correlation', () => {
  it('is the wanted one for normal laws', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.99, max: 0.99, noNaN: true }), (wanted) => {
        expect(latentOf(wanted, normal, normal)).toBeCloseTo(wanted, 4);
      }),
      { numRuns: 30 },
    );
  });

  it('is what the formula of two lognormal laws says', () => {
    const [wanted, s] = [0.6, 0.8];
    const spread = Math.exp(s * s) - 1;
    const expected = Math.log(1 + wanted * spread) / (s * s);
    expect(latentOf(wanted, lognormal(s), lognormal(s))).toBeCloseTo(expected, 3);
  });

  it('is the middle of the same small part whichever way it is found', () => {
    // Steps make the search by secants jump; the answer still lies on the grid that halving gives.
    const coin = shapeOf({ kind: 'bernoulli', p: 0.1 });
    for (const wanted of [0.2, 0.5, -0.1]) {
      const found = latentOf(wanted, coin, lognormal(1)) * 2 ** 24;
      expect(found - Math.floor(found)).toBe(0.5);
    }
  });

  it('is the end that comes nearest where the laws do not reach the wanted one', () => {
    expect(latentOf(0.9, normal, lognormal(1))).toBe(1);
    expect(latentOf(-0.5, lognormal(1), lognormal(1))).toBe(-1);
  });
});

describe('the greatest correlation', () => {
  const most = (side: 1 | -1, x: Shape, y: Shape): number =>
    extremeCorrelation(side, shapePoints(x), shapePoints(y));

  it('is what the formulas of a normal and of lognormal laws say', () => {
    expect(most(1, normal, lognormal(1))).toBeCloseTo(1 / Math.sqrt(Math.E - 1), 3);
    expect(most(-1, lognormal(1), lognormal(1))).toBeCloseTo((Math.exp(-1) - 1) / (Math.E - 1), 3);
    expect(most(1, lognormal(1), lognormal(1))).toBeCloseTo(1, 9);
  });

  it('is 0 where one law does not vary', () => {
    expect(most(1, normal, () => 7)).toBeCloseTo(0, 9);
  });
});
