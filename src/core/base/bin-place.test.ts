import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binPlace } from './bin-place.ts';

describe('binPlace', () => {
  it('puts every decimal into the bin that begins with it', () => {
    const digits = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), digits, (place, places) => {
        const [value, width] = [Number(`${place}e-${places}`), Number(`1e-${places}`)];
        expect(binPlace(value, width)).toBe(place);
      }),
    );
  });

  it('leaves what lies between two borders in the bin on its left', () => {
    expect([0.29, 0.31, -0.01, 0, -1e-300].map((value) => binPlace(value, 0.1))).toEqual([
      2, 3, -1, 0, -1,
    ]);
  });
});
