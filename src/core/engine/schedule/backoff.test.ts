import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

describe('the back-off', () => {
  it('doubles with each failure up to a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => backoffMs(failures, 1));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('is a random share of the whole, down to nothing', () => {
    expect([0, 0.25, 0.5].map((jitter) => backoffMs(3, jitter))).toEqual([0, 1_000, 2_000]);
  });
});
