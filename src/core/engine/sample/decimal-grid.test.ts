import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalPlacesOf } from '#core/base/decimal-places.ts';
import { createDecimalGrid } from './decimal-grid.ts';

function numbersOf(low: number, high: number, places: number): number[] | undefined {
  const grid = createDecimalGrid(low, high, places);
  return grid && Array.from({ length: grid.count }, (_, index) => grid.at(index));
}

describe('a decimal grid', () => {
  it.for([
    [1, 3, 0, [1, 2, 3]],
    [1.1, 1.3, 1, [1.1, 1.2, 1.3]],
    [0.29, 0.31, 2, [0.29, 0.3, 0.31]],
    [-0.1, 0.1, 1, [-0.1, 0, 0.1]],
    [0.5, 2.5, 0, [1, 2]],
    [1e-7, 3e-7, 7, [1e-7, 2e-7, 3e-7]],
  ] as const)('from %f to %f by %i places holds both ends', ([low, high, places, expected]) => {
    expect(numbersOf(low, high, places)).toEqual(expected);
  });

  it.for([
    [0.2, 0.8, 0],
    [2, 1, 0],
    [0, 1e300, 2],
    [-9e15, 9e15, 0],
  ] as const)('from %f to %f by %i places does not exist', ([low, high, places]) => {
    expect(createDecimalGrid(low, high, places)).toBeUndefined();
  });

  it('holds no number outside its range and none of more places', () => {
    const cents = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(cents, fc.nat({ max: 50 }), fc.nat({ max: 4 }), (start, width, places) => {
        const [low, high] = [start / 100, (start + width) / 100];
        for (const number of numbersOf(low, high, places) ?? []) {
          expect(number).toBeGreaterThanOrEqual(low);
          expect(number).toBeLessThanOrEqual(high);
          expect(decimalPlacesOf(number)).toBeLessThanOrEqual(places);
        }
      }),
    );
  });
});
