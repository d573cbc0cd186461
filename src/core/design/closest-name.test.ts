import { describe, expect, it } from 'vitest';
import { closestName } from './closest-name.ts';

describe('closestName', () => {
  it.each([
    ['sze', 'size'],
    ['Brnad', 'brand'],
    ['descripton', 'description'],
  ])('finds the name meant by %s', (typed, meant) => {
    expect(closestName(typed, ['type', 'size', 'brand', 'description'])).toBe(meant);
  });

  it('suggests nothing for a name that resembles none', () => {
    expect(closestName('colour', ['type', 'size', 'brand'])).toBeUndefined();
  });

  it('does not compare names of absurd length', () => {
    expect(closestName('x'.repeat(100_000), ['x'.repeat(100_000)])).toBeUndefined();
  });
});
