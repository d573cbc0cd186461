/** The law that a distribution of a document stands for, before its ends are cut. */
import { failure, success, type Result } from '#core/base/result.ts';
import type { Distribution } from '#core/design/distribution.ts';
import { mixtureLaw, stepsLaw, zeroOr } from './composed-laws.ts';
import { normalLaw, uniformLaw, wholeLaw } from './continuous-laws.ts';
import { binomialLaw, poissonLaw } from './count-law.ts';
import { belowOf, within, type Law, type Range } from './law.ts';
import { scipyLaw } from './scipy-law.ts';

/** Fails with a sentence that names the parameter and what it takes. */
export function lawOf(distribution: Distribution): Result<Law, string> {
  switch (distribution.kind) {
    case 'uniform':
      return distribution.low <= distribution.high
        ? success(uniformLaw(distribution.low, distribution.high))
        : failure('The low end is above the high end. Exchange them.');
    case 'integer': {
      const low = Math.ceil(distribution.low);
      const high = Math.floor(distribution.high);
      return low <= high
        ? success(wholeLaw(low, high))
        : failure('There is no whole number between low and high.');
    }
    case 'gaussian':
      return distribution.stddev >= 0
        ? success(normalLaw(distribution.mean, distribution.stddev))
        : failure('The standard deviation is below 0. Choose 0 or more.');
    case 'bernoulli':
      return binomialLaw(1, distribution.p);
    case 'bernoulli_mixture':
      return zeroOrScipy(distribution);
    case 'binomial':
      return binomialLaw(distribution.n, distribution.p);
    case 'poisson':
      return poissonLaw(distribution.mean);
    case 'scipy':
      return scipyLaw(distribution.distName, distribution.distParams);
    case 'steps':
      return stepsLaw(distribution);
    case 'mixture':
      return mixtureLaw(distribution);
  }
}

function zeroOrScipy({
  p,
  distName,
  distParams,
}: Extract<Distribution, { kind: 'bernoulli_mixture' }>): Result<Law, string> {
  if (!(p >= 0 && p <= 1)) return failure('The probability p lies between 0 and 1.');
  const law = scipyLaw(distName, distParams);
  return law.ok ? success(zeroOr(p, law.value)) : law;
}

/** The ends that the document cuts the law at; infinite where it does not. */
export function cutOf(distribution: Distribution): Range {
  const { low, high }: { low?: number | undefined; high?: number | undefined } =
    'low' in distribution || 'high' in distribution ? distribution : {};
  return { low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY };
}

/** Expected share of draws in (from, to], the cut of the document respected; for pictures of the law. */
export function shareBetween(distribution: Distribution, from: number, to: number): number {
  const law = lawOf(distribution);
  if (!law.ok) return 0;
  const cut = cutOf(distribution);
  if (within(law.value, cut) === undefined) return 0;
  const at = (x: number): number => law.value.probability(x);
  const below = cut.low <= law.value.low ? 0 : belowOf(law.value, cut.low);
  const width = (cut.high >= law.value.high ? 1 : at(cut.high)) - below;
  const share = (x: number): number => Math.min(1, Math.max(0, (at(x) - below) / width));
  return share(to) - share(from);
}
