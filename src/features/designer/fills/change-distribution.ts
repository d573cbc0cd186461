import type { Distribution } from '#core/design/distribution.ts';
import { cutOf, lawOf } from '#core/design/law/law-of.ts';

export type DistributionKind = Distribution['kind'];

/** Another law over about the same range. */
export function changeDistribution(from: Distribution, kind: DistributionKind): Distribution {
  if (from.kind === kind) return from;
  const { low, high } = rangeOf(from);
  const mean = tidy((low + high) / 2);
  const stddev = tidy((high - low) / 6 || 1);
  switch (kind) {
    case 'uniform':
      return { kind, low, high };
    case 'integer':
      return { kind, low: Math.round(low), high: Math.round(high) };
    case 'gaussian':
      return { kind, mean, stddev, low, high };
    case 'bernoulli':
      return { kind, p: 0.5 };
    case 'bernoulli_mixture':
      return { kind, p: 0.3, distName: 'expon', distParams: { scale: positive(mean) } };
    case 'binomial':
      return { kind, n: Math.max(1, Math.round(high)), p: 0.5 };
    case 'poisson':
      return { kind, mean: positive(mean) };
    case 'scipy':
      return { kind, distName: 'lognorm', distParams: { s: 0.5, scale: positive(mean) } };
    case 'steps':
      return { kind, edges: [low, mean, high], weights: [2, 1] };
    case 'mixture':
      return {
        kind,
        parts: [
          { weight: 1, mean: tidy(mean - stddev), stddev: tidy(stddev / 2) },
          { weight: 1, mean: tidy(mean + stddev), stddev: tidy(stddev / 2) },
        ],
      };
  }
}

/** Where nearly all numbers of the law lie: its ends, or what one in a thousand goes beyond. */
export function rangeOf(from: Distribution): { readonly low: number; readonly high: number } {
  const cut = cutOf(from);
  const law = lawOf(from);
  const endOf = (given: number, own: number | undefined, p: number): number => {
    if (Number.isFinite(given)) return given;
    if (own !== undefined && Number.isFinite(own)) return own;
    return law.ok ? tidy(law.value.quantile(p)) : Math.sign(p - 0.5);
  };
  const bounds = law.ok ? law.value : undefined;
  const low = endOf(cut.low, bounds?.low, 0.001);
  const high = endOf(cut.high, bounds?.high, 0.999);
  return low < high ? { low, high } : { low, high: low + 1 };
}

function positive(value: number): number {
  return value > 0 ? value : 1;
}

function tidy(value: number): number {
  return Number(value.toPrecision(6));
}
