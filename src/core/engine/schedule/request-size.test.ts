import { describe, expect, it } from 'vitest';
import { createRequestSize, type RequestSize } from './request-size.ts';

function fit(size: RequestSize, times: number): number {
  for (let time = 0; time < times; time += 1) size.noteFit(size.rows);
  return size.rows;
}

/** How many requests fit before the size grows. */
function fitsBeforeGrowth(size: RequestSize): number {
  const { rows } = size;
  for (let fits = 1; fits <= 1_000; fits += 1) if (fit(size, 1) > rows) return fits;
  return Number.POSITIVE_INFINITY;
}

describe('the size of a request', () => {
  it('is what the design asks for, and never less than a row', () => {
    const size = createRequestSize(10);
    expect(size.rows).toBe(10);
    size.limit(0);
    expect(size.rows).toBe(1);
  });

  it('comes back after some requests that fitted, and not beyond the design', () => {
    const size = createRequestSize(10);
    size.limit(5);
    expect(fit(size, 1)).toBe(5);
    expect(fit(size, 1)).toBe(10);
    expect(fit(size, 100)).toBe(10);
  });

  it('does not count requests that asked for less', () => {
    const size = createRequestSize(10);
    size.limit(5);
    for (let time = 0; time < 20; time += 1) size.noteFit(3);
    expect(size.rows).toBe(5);
  });

  it('tries less and less often what is too large each time', () => {
    const size = createRequestSize(10);
    const needed = [1, 2, 3].map(() => {
      size.limit(5);
      return fitsBeforeGrowth(size);
    });
    expect(needed).toEqual([2, 4, 8]);
  });
});
