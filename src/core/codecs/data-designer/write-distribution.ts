/** Laws of numbers as sampler parameters. */
import type { JsonObject } from '#core/base/json.ts';
import type { Distribution, DistributionOf } from '#core/design/distribution.ts';
import { farAway } from './read-distribution.ts';

/** With the sampler's own name among the parameters, as files have it. Undefined for laws that are only drawn here. */
export function writeDistribution(law: Distribution): JsonObject | undefined {
  switch (law.kind) {
    case 'uniform':
      return { sampler_type: 'uniform', low: law.low, high: law.high };
    case 'integer':
      return scipy('randint', { low: Math.ceil(law.low), high: Math.floor(law.high) + 1 });
    case 'gaussian':
      return writeGaussian(law);
    case 'bernoulli':
      return { sampler_type: 'bernoulli', p: law.p };
    case 'bernoulli_mixture':
      return {
        sampler_type: 'bernoulli_mixture',
        p: law.p,
        dist_name: law.distName,
        dist_params: law.distParams,
      };
    case 'binomial':
      return { sampler_type: 'binomial', n: Math.round(law.n), p: law.p };
    case 'poisson':
      return { sampler_type: 'poisson', mean: law.mean };
    case 'scipy':
      return law.low === undefined && law.high === undefined
        ? scipy(law.distName, law.distParams)
        : undefined;
    case 'steps':
    case 'mixture':
      return undefined;
  }
}

/** A bound makes it the truncated law, whose ends are counted in standard deviations. */
function writeGaussian({ mean, stddev, low, high }: DistributionOf<'gaussian'>): JsonObject {
  if (low === undefined && high === undefined) return { sampler_type: 'gaussian', mean, stddev };
  return scipy('truncnorm', {
    a: low === undefined ? -farAway : (low - mean) / stddev,
    b: high === undefined ? farAway : (high - mean) / stddev,
    loc: mean,
    scale: stddev,
  });
}

function scipy(name: string, params: Readonly<Record<string, number>>): JsonObject {
  return { sampler_type: 'scipy', dist_name: name, dist_params: params };
}
