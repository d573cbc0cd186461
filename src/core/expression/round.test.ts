import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundDecimal } from './round.ts';

describe('roundDecimal', () => {
  it.each([
    [0.5, 0, 0],
    [1.5, 0, 2],
    [-0.5, 0, 0],
    [-1.5, 0, -2],
    [0.125, 2, 0.12],
    [0.375, 2, 0.38],
    [1.005, 2, 1],
    [1.015, 2, 1.02],
    [118.405, 2, 118.4],
    [1234.5, -2, 1200],
    [1250, -2, 1200],
    [1350, -2, 1400],
    [49, -2, 0],
    [50, -2, 0],
    [51, -2, 100],
    [4, -3, 0],
    [1e300, 2, 1e300],
    [1.5e-10, 10, 2e-10],
  ])('rounds %d to %d places as %d', (value, digits, expected) => {
    expect(roundDecimal(value, digits)).toBe(expected);
  });

  it('goes up or down when asked to, and stays where it is exact', () => {
    expect(roundDecimal(1.11, 1, 'ceil')).toBe(1.2);
    expect(roundDecimal(-1.19, 1, 'ceil')).toBe(-1.1);
    expect(roundDecimal(1.19, 1, 'floor')).toBe(1.1);
    expect(roundDecimal(-1.11, 1, 'floor')).toBe(-1.2);
    expect(roundDecimal(1.15, 2, 'floor')).toBe(1.15);
    expect(roundDecimal(1.15, 2, 'ceil')).toBe(1.15);
    expect(roundDecimal(1210, -2, 'ceil')).toBe(1300);
  });

  it('leaves numbers with few enough places as they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 6 }),
        (whole, digits) => {
          const value = whole / 10 ** digits;
          for (const method of ['common', 'ceil', 'floor'] as const)
            expect(roundDecimal(value, digits, method)).toBe(value === 0 ? 0 : value);
        },
      ),
    );
  });

  it('sends every tie to the even digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 6 }),
        (whole, digits) => {
          const even = whole % 2 === 0 ? whole : whole + 1;
          const tie = (whole * 10 + 5) / 10 ** (digits + 1);
          expect(roundDecimal(tie, digits)).toBe(even === 0 ? 0 : even / 10 ** digits);
        },
      ),
    );
  });

  it('stays within half a unit and keeps floor and ceil around the value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.integer({ min: -3, max: 8 }),
        (value, digits) => {
          const unit = 10 ** -digits;
          const slack = Math.abs(value) * 1e-15;
          expect(Math.abs(roundDecimal(value, digits) - value)).toBeLessThanOrEqual(
            unit / 2 + slack,
          );
          expect(roundDecimal(value, digits, 'floor')).toBeLessThanOrEqual(value);
          expect(roundDecimal(value, digits, 'ceil')).toBeGreaterThanOrEqual(value);
        },
      ),
    );
  });
});
