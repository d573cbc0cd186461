import { describe, expect, it } from 'vitest';
import { sumOfCosts, type Cost } from './price.ts';

const free: Cost = { kind: 'free' };
const unknown: Cost = { kind: 'unknown' };

describe('a sum of costs', () => {
  it('adds what is known', () => {
    const sum = sumOfCosts([{ kind: 'known', usd: 0.25 }, free, { kind: 'known', usd: 0.5 }]);
    expect(sum).toEqual({ kind: 'known', usd: 0.75 });
  });

  it('is unknown as soon as one part is', () => {
    expect(sumOfCosts([{ kind: 'known', usd: 1 }, unknown])).toEqual(unknown);
  });

  it('is free when nothing was charged', () => {
    expect(sumOfCosts([free, free])).toEqual(free);
    expect(sumOfCosts([])).toEqual(free);
  });
});
