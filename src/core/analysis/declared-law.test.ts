import { describe, expect, it } from 'vitest';
import { columnSchema } from '#core/design/design-schema.ts';
import { declaredLaw, type DeclaredLaw } from './declared-law.ts';

function lawOf(type: 'integer' | 'decimal', distribution: object, decimalPlaces?: number) {
  const fill = { kind: 'number', distribution, decimalPlaces };
  return declaredLaw(columnSchema.parse({ id: 'n', name: 'n', type, fill }))!;
}

/** The share of the single number x. */
function shareOf(law: DeclaredLaw, x: number): number {
  return law.atMost(x) - law.below(x);
}

describe('declaredLaw', () => {
  it('gives every number of a rounded uniform law the same share, both ends included', () => {
    const die = lawOf('integer', { kind: 'uniform', low: 1, high: 6 });
    for (const side of [1, 2, 3, 4, 5, 6]) expect(shareOf(die, side)).toBeCloseTo(1 / 6, 12);
    const tenths = lawOf('decimal', { kind: 'uniform', low: 0.1, high: 0.3 }, 1);
    for (const tenth of [0.1, 0.2, 0.3]) expect(shareOf(tenths, tenth)).toBeCloseTo(1 / 3, 12);
    expect(shareOf(tenths, 0.15)).toBe(0);
  });

  it('gives a rounded normal number what lies half a step to either side', () => {
    const law = lawOf('integer', { kind: 'gaussian', mean: 50, stddev: 2 });
    // P(49.5 < X ≤ 50.5) of N(50, 2).
    expect(shareOf(law, 50)).toBeCloseTo(0.1974127, 7);
    expect(law.below(51)).toBe(law.atMost(50));
    expect(law.below(50.3)).toBe(law.atMost(50));
  });

  it('gives the ends of a rounded law what lies beyond their half step', () => {
    const law = lawOf('integer', { kind: 'gaussian', mean: 5, stddev: 2, low: 3.6, high: 6.4 });
    expect([law.below(4), law.atMost(6)]).toEqual([0, 1]);
  });

  it('gives whole laws their own shares', () => {
    const law = lawOf('integer', { kind: 'poisson', mean: 3 });
    expect(law.below(0)).toBe(0);
    expect(shareOf(law, 0)).toBeCloseTo(Math.exp(-3), 12);
    expect(shareOf(law, 3)).toBeCloseTo((Math.exp(-3) * 27) / 6, 12);
  });

  it('gives single numbers of a dense law nothing, and the only number of a law all', () => {
    expect(shareOf(lawOf('decimal', { kind: 'gaussian', mean: 5, stddev: 2 }), 5)).toBe(0);
    expect(shareOf(lawOf('decimal', { kind: 'gaussian', mean: 5, stddev: 0 }), 5)).toBe(1);
  });
});
