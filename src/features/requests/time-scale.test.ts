import { describe, expect, it } from 'vitest';
import { timeTicks } from './time-scale.tsx';

describe('timeTicks', () => {
  it('takes round steps that leave room for the last', () => {
    expect(timeTicks(12)).toEqual([0, 5, 10]);
    expect(timeTicks(8)).toEqual([0, 2, 4, 6]);
    expect(timeTicks(0.7)).toEqual([0, 0.2, 0.4, 0.6]);
  });

  it('has few of them however long it took', () => {
    for (const seconds of [0.001, 3, 47, 3_600, 86_400])
      expect(timeTicks(seconds).length).toBeLessThanOrEqual(6);
  });
});
