import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { createDrawBlock, createShareSequence, permutation, sharesOf } from './share-sequence.ts';

function sequenceOf(weights: readonly number[], seed: number, label = 'size') {
  const shares = sharesOf(weights);
  if (shares === undefined) throw new Error('These weights have no shares.');
  return createShareSequence(shares, createRandom(seed, label));
}

function firstRows(
  weights: readonly number[],
  rows: number,
  { seed = 1, label = 'size' }: { readonly seed?: number; readonly label?: string } = {},
): number[] {
  const sequence = sequenceOf(weights, seed, label);
  return Array.from({ length: rows }, (_, row) => sequence.at(row));
}

function countsOf(indexes: readonly number[], values: number): number[] {
  const counts = new Array<number>(values).fill(0);
  for (const index of indexes) counts[index]! += 1;
  return counts;
}

/** Largest remainder written the plain way, for whole-number weights, without floating point. */
function largestRemainder(weights: readonly number[], rows: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => Math.floor((weight * rows) / total));
  const order = weights
    .map((weight, index) => ({ index, remainder: (weight * rows) % total }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  const left = rows - counts.reduce((sum, count) => sum + count, 0);
  for (const { index } of order.slice(0, left)) counts[index]! += 1;
  return counts;
}

/** True when the last value rounded up and the first rounded down have equal remainders. */
function hasTie(weights: readonly number[], rows: number): boolean {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const remainders = weights.map((weight) => (weight * rows) % total).sort((a, b) => b - a);
  const up = remainders.reduce((sum, remainder) => sum + remainder, 0) / total;
  return up > 0 && remainders[up - 1] === remainders[up];
}

/** False where a value would lose a row between two ends: the Alabama paradox. */
function neverShrinks(weights: readonly number[], ends: readonly number[]): boolean {
  const counts = ends.map((end) => largestRemainder(weights, end));
  return counts.every((now, index) =>
    now.every((count, value) => count >= (counts[index - 1]?.[value] ?? 0)),
  );
}

const weightTable = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 10 })
  .filter((weights) => weights.some((weight) => weight > 0));
const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe('a share sequence', () => {
  it('has the largest-remainder counts at every multiple of a hundred', () => {
    fc.assert(
      fc.property(weightTable, seeds, fc.integer({ min: 1, max: 20 }), (weights, seed, blocks) => {
        const ends = Array.from({ length: blocks }, (_, block) => (block + 1) * 100);
        fc.pre(neverShrinks(weights, ends) && !ends.some((end) => hasTie(weights, end)));
        const rows = firstRows(weights, blocks * 100, { seed });
        expect(countsOf(rows, weights.length)).toEqual(largestRemainder(weights, blocks * 100));
      }),
    );
  });

  it('settles ties by lot', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 40; seed += 1)
      seen.add(countsOf(firstRows([1, 1, 1], 100, { seed }), 3).join());
    expect(seen).toEqual(new Set(['34,33,33', '33,34,33', '33,33,34']));
  });

  it('keeps every count within one row of its target at every length', () => {
    fc.assert(
      fc.property(weightTable, seeds, (weights, seed) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const counts = new Array<number>(weights.length).fill(0);
        firstRows(weights, 300, { seed }).forEach((index, row) => {
          counts[index]! += 1;
          weights.forEach((weight, value) => {
            const distance = counts[value]! * total - weight * (row + 1);
            expect(Math.abs(distance)).toBeLessThan(total);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is exact at every length whose targets are whole', () => {
    const rows = firstRows([3, 2, 2], 210, { seed: 7 });
    for (let end = 7; end <= 210; end += 7)
      expect(countsOf(rows.slice(0, end), 3)).toEqual([3, 2, 2].map((part) => (part * end) / 7));
  });

  it('oversteps by as little as it can where no order stays within one row', () => {
    const weights = [0.4555, 0.4555, 0.0363, 0.0363, 0.0164];
    const rows = firstRows(weights, 101);
    expect(countsOf(rows.slice(0, 100), 5)).toEqual([45, 45, 4, 4, 2]);
    countsOf(rows, 5).forEach((count, value) =>
      expect(Math.abs(count - weights[value]! * 101)).toBeLessThan(1.006),
    );
  });

  it('puts a rare value at every place of its window equally often', () => {
    const places = new Array<number>(50).fill(0);
    firstRows([98, 2], 200_000).forEach((index, row) => {
      if (index === 1) places[row % 50]! += 1;
    });
    // 4,000 windows of 50 rows; chi-square of 49 degrees, five standard deviations.
    const chiSquare = places.reduce((sum, own) => sum + (own - 80) ** 2 / 80, 0);
    expect(Math.abs(chiSquare - 49)).toBeLessThan(5 * Math.sqrt(98));
  });

  it('never draws a value of weight 0', () => {
    expect(new Set(firstRows([0, 1, 0, 2], 500))).toEqual(new Set([1, 3]));
  });

  it('gives the same rows in any order of asking', () => {
    const sequence = sequenceOf([5, 3, 1], 3);
    const ascending = Array.from({ length: 200 }, (_, row) => sequence.at(row));
    const order = [...permutation(200, createRandom(9), 0)];
    const other = sequenceOf([5, 3, 1], 3);
    for (const row of order) expect(other.at(row)).toBe(ascending[row]);
  });

  it('takes no part of a long table for granted when rows are few', () => {
    const rows = firstRows(new Array<number>(50).fill(1), 20);
    expect(new Set(rows).size).toBe(20);
    expect(rows.some((index) => index >= 25)).toBe(true);
  });

  it('keeps the shares of a table of several thousand values', () => {
    const weights = Array.from({ length: 3000 }, (_, index) => (index === 0 ? 3000 : 1));
    const counts = countsOf(firstRows(weights, 5999), 3000);
    expect(counts[0]).toBe(3000);
    expect(Math.max(...counts.slice(1))).toBe(1);
  });
});

describe('two share sequences', () => {
  it.for([[[1, 1]], [[1, 1, 1, 1, 1, 1, 1]], [[45, 30, 15, 7, 3]]] as const)(
    'of the weights %j are independent',
    ([weights]) => {
      const rows = 10_000;
      const one = firstRows(weights, rows, { label: 'one' });
      const other = firstRows(weights, rows, { label: 'other' });
      const total = weights.reduce<number>((sum, weight) => sum + weight, 0);
      const pairs = countsOf(
        one.map((value, row) => value * weights.length + other[row]!),
        weights.length ** 2,
      );
      weights.forEach((weight, value) => {
        weights.forEach((otherWeight, otherValue) => {
          const share = (weight * otherWeight) / total ** 2;
          const deviation = pairs[value * weights.length + otherValue]! - rows * share;
          // Five standard deviations of as many independent rows.
          expect(Math.abs(deviation)).toBeLessThan(5 * Math.sqrt(rows * share * (1 - share)));
        });
      });
    },
  );

  it('of the same shares draw the same together as alone', () => {
    const shares = Float64Array.of(0.5, 0.3, 0.2);
    const drawBlock = createDrawBlock(shares);
    const rows = Array.from({ length: 3_000 }, (_, row) => row);
    const [one, other] = ['one', 'other'].map((label) => {
      const random = createRandom(1, label);
      return {
        alone: createShareSequence(shares, random),
        together: createShareSequence(shares, random, drawBlock),
      };
    });
    for (const row of rows) {
      expect(one!.together.at(row)).toBe(one!.alone.at(row));
      expect(other!.together.at(row)).toBe(other!.alone.at(row));
    }
  });

  it('of one label and two seeds differ', () => {
    expect(firstRows([1, 1], 100, { seed: 1 })).not.toEqual(firstRows([1, 1], 100, { seed: 2 }));
  });
});

describe('sharesOf', () => {
  it('adds up to 1 for weights of any size', () => {
    for (const weights of [
      [1e308, 1e308],
      [1e-300, 3e-300],
      [1, 2, 3],
    ])
      expect(sharesOf(weights)?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it.for([[[]], [[0, 0]], [[1, -1]], [[Number.NaN, 1]], [[Number.POSITIVE_INFINITY, 1]]] as const)(
    'has none for the weights %j',
    ([weights]) => {
      expect(sharesOf(weights)).toBeUndefined();
    },
  );
});
