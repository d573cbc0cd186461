import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '#core/design/distribution.ts';
import { cutOf, lawOf, shareBetween } from './law-of.ts';
import { within, type Law } from './law.ts';

function law(distribution: Distribution): Law {
  const found = lawOf(distribution);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

function scipy(distName: string, distParams: Readonly<Record<string, number>>): Distribution {
  return { kind: 'scipy', distName, distParams };
}

const levels = [0.001, 0.25, 0.5, 0.9, 0.9999];

/** Quantiles at these levels as scipy.stats 1.17 gives them. */
const published: readonly (readonly [Distribution, readonly number[]])[] = [
  [
    scipy('lognorm', { s: 0.8, scale: 20 }),
    [1.6880034307722922, 11.659723573532634, 20, 55.75535870498004, 391.8759994907564],
  ],
  [
    scipy('expon', { scale: 40 }),
    [
      0.04002001334334134, 11.507282898071235, 27.725887222397812, 92.10340371976184,
      368.41361487905,
    ],
  ],
  [
    scipy('gamma', { a: 2.5, scale: 3 }),
    [0.3153189039438288, 4.011904214148245, 6.52719028664329, 13.854535349671686, 38.61724793858],
  ],
  [
    scipy('gamma', { a: 0.3 }),
    [
      6.972699096783344e-11, 0.006899802569055457, 0.07313113586695198, 0.88481077336,
      6.69465979542,
    ],
  ],
  [
    scipy('beta', { a: 2, b: 5 }),
    [
      0.008255492787746678, 0.16116291679032652, 0.26444998329566, 0.5103163065514917,
      0.88703144394,
    ],
  ],
  [
    scipy('triang', { c: 0.3, loc: 10, scale: 5 }),
    [10.086602540378443, 11.369306393762916, 12.041960108450192, 13.677124344467705, 14.9581669986],
  ],
  [
    scipy('weibull_min', { c: 1.7, scale: 2 }),
    [0.03439156193100916, 0.961044298748317, 1.6121220343718417, 3.2666157210636277, 7.38330796954],
  ],
  [
    scipy('pareto', { b: 3 }),
    [1.0003335557285393, 1.100642416298209, 1.2599210498948732, 2.154434690031884, 21.5443469003],
  ],
  [
    scipy('t', { df: 4, loc: 1, scale: 2 }),
    [-13.346364439564617, -0.48139416822536574, 1, 4.0664125481178885, 27.067343441793643],
  ],
  [scipy('randint', { low: 3, high: 9 }), [3, 4, 5, 8, 8]],
  [scipy('nbinom', { n: 4.5, p: 0.3 }), [0, 6, 10, 18, 45]],
  [{ kind: 'poisson', mean: 250 }, [203, 239, 250, 270, 311]],
  [{ kind: 'binomial', n: 30, p: 0.2 }, [0, 4, 6, 9, 15]],
];

const every: readonly Distribution[] = [
  ...published.map(([distribution]) => distribution),
  { kind: 'uniform', low: -2, high: 3 },
  { kind: 'integer', low: -2, high: 3 },
  { kind: 'gaussian', mean: 5, stddev: 2 },
  { kind: 'bernoulli', p: 0.3 },
  { kind: 'bernoulli_mixture', p: 0.4, distName: 'gamma', distParams: { a: 2, loc: -1 } },
  { kind: 'steps', edges: [0, 1, 4, 5], weights: [2, 0, 1] },
  {
    kind: 'mixture',
    parts: [
      { weight: 1, mean: 0, stddev: 1 },
      { weight: 3, mean: 10, stddev: 0.5 },
    ],
  },
];

describe('a law', () => {
  it.for(published)('has the quantiles of scipy: %j', ([distribution, expected]) => {
    const { quantile } = law(distribution);
    levels.forEach((level, index) => {
      const wanted = expected[index] ?? Number.NaN;
      const error = Math.abs(quantile(level) - wanted);
      expect(error).toBeLessThanOrEqual(2e-10 * Math.abs(wanted) + 1e-19);
    });
  });

  it.for(every)(
    'has the least value that reaches a probability as its quantile: %j',
    (distribution) => {
      const { quantile, probability, isWhole } = law(distribution);
      fc.assert(
        fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
          const x = quantile(p);
          expect(probability(x)).toBeGreaterThanOrEqual(p - 1e-12);
          const below = isWhole ? x - 1 : x - 1e-6 * Math.max(1, Math.abs(x));
          expect(probability(below)).toBeLessThanOrEqual(p + 1e-12);
        }),
      );
    },
  );

  it.for(every)('stays between two ends that cut it: %j', (distribution) => {
    const whole = law(distribution);
    const [low, high] = [whole.quantile(0.2), whole.quantile(0.7)];
    const cut = within(whole, { low, high });
    expect([cut?.(0), cut?.(0.5), cut?.(1 - 2 ** -53)].every(isBetween(low, high))).toBe(true);
  });

  it.for([
    [scipy('cauchy', {}), 'not drawn here'],
    [scipy('gamma', {}), 'needs the parameter a'],
    [scipy('gamma', { a: 1, b: 2 }), 'no parameter b'],
    [scipy('gamma', { a: -1 }), 'Above 0'],
    [scipy('beta', { a: 1, b: 1, scale: 0 }), 'scale'],
    [{ kind: 'binomial', n: 2.5, p: 0.5 }, 'whole number'],
    [{ kind: 'poisson', mean: 1e12 }, '100,000,000'],
    [{ kind: 'steps', edges: [0, 0], weights: [1] }, 'above the one before'],
    [{ kind: 'steps', edges: [0, 1], weights: [1, 1] }, 'one edge more'],
    [{ kind: 'mixture', parts: [{ weight: 0, mean: 0, stddev: 1 }] }, 'weights'],
  ] as const)('says what is wrong with %j', ([distribution, words]) => {
    const found = lawOf(distribution);
    expect(found.ok ? '' : found.error).toContain(words);
  });
});

function isBetween(low: number, high: number): (value: number | undefined) => boolean {
  return (value) => value !== undefined && value >= low && value <= high;
}

describe('shareBetween', () => {
  it('adds up to 1 over all that a cut law gives', () => {
    const distribution: Distribution = { kind: 'gaussian', mean: 0, stddev: 1, low: -1, high: 2 };
    const { low, high } = cutOf(distribution);
    const middle = shareBetween(distribution, low, 0.3) + shareBetween(distribution, 0.3, high);
    expect(middle).toBeCloseTo(1, 12);
    expect(shareBetween(distribution, 2, 5)).toBe(0);
  });
});
