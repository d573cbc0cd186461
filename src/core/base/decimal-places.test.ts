import { describe, expect, it } from 'vitest';
import { decimalPlacesOf } from './decimal-places.ts';

describe('decimalPlacesOf', () => {
  it.for([
    [1, 0],
    [0.25, 2],
    [1e-7, 7],
    [1.5e-7, 8],
    [1e21, 0],
  ] as const)('of %f is %i', ([value, places]) => {
    expect(decimalPlacesOf(value)).toBe(places);
  });
});
