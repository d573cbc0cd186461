import { describe, expect, it } from 'vitest';
import { tileTarget } from './tile-target.ts';

// Three in the first line, two in the second, one in the third.
const places = [
  { left: 0, top: 0 },
  { left: 100, top: 0 },
  { left: 200, top: 0 },
  { left: 0, top: 50 },
  { left: 100, top: 50 },
  { left: 0, top: 100 },
];

describe('tileTarget', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 5, 0],
    ['ArrowLeft', 0, 5],
    ['ArrowLeft', 3, 2],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 2, 4],
    ['ArrowDown', 4, 5],
    ['ArrowDown', 5, 0],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 5, 3],
    ['ArrowUp', 1, 5],
    ['a', 1, undefined],
  ])('%s from %i leads to %j', (key, from, to) => {
    expect(tileTarget(key, from, places)).toBe(to);
  });

  it('leads nowhere while nothing has the focus', () => {
    expect(tileTarget('ArrowDown', -1, places)).toBeUndefined();
  });
});
