/** Laws made of others: zero or a law, steps between edges, several normal laws. */
import { failure, success, type Result } from '#core/base/result.ts';
import type { DistributionOf } from '#core/design/distribution.ts';
import { normalLaw } from './continuous-laws.ts';
import { createInverse } from './inverse.ts';
import { belowOf, inside, type Law } from './law.ts';

/** 0 with probability 1 − p, else a draw of the law. */
export function zeroOr(p: number, law: Law): Law {
  const negative = p * belowOf(law, 0);
  const probability = (x: number): number => p * law.probability(x) + (x >= 0 ? 1 - p : 0);
  return {
    low: p > 0 ? Math.min(0, law.low) : 0,
    high: p > 0 ? Math.max(0, law.high) : 0,
    isWhole: law.isWhole,
    probability,
    below: (x) => p * belowOf(law, x) + (x > 0 ? 1 - p : 0),
    quantile(u) {
      if (u < negative) return law.quantile(inside(u / p));
      return u <= negative + 1 - p ? 0 : law.quantile(inside((u - (1 - p)) / p));
    },
  };
}

/** Even between each two edges. Fails when the edges do not rise or the weights leave nothing to draw. */
export function stepsLaw({ edges, weights }: DistributionOf<'steps'>): Result<Law, string> {
  if (edges.length !== weights.length + 1)
    return failure('There is one edge more than there are weights.');
  if (edges.some((edge, index) => index > 0 && edge <= (edges[index - 1] ?? edge)))
    return failure('Each edge lies above the one before it.');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.some((weight) => weight < 0) || !(total > 0) || !Number.isFinite(total))
    return failure('The weights are 0 or more, and one is above 0.');
  const sums = [0];
  for (const weight of weights) sums.push((sums.at(-1) ?? 0) + weight / total);
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;
  const between = (from: readonly number[], to: readonly number[], x: number): number => {
    let index = 0;
    while (index < weights.length - 1 && x > at(from, index + 1)) index += 1;
    const width = at(from, index + 1) - at(from, index);
    const part = width > 0 ? Math.min(1, Math.max(0, (x - at(from, index)) / width)) : 0;
    return at(to, index) + part * (at(to, index + 1) - at(to, index));
  };
  return success({
    low: at(edges, 0),
    high: at(edges, weights.length),
    isWhole: false,
    quantile: (p) => between(sums, edges, p),
    probability: (x) => between(edges, sums, x),
  });
}

export function mixtureLaw({ parts }: DistributionOf<'mixture'>): Result<Law, string> {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (parts.some(({ weight }) => weight < 0) || !(total > 0) || !Number.isFinite(total))
    return failure('The weights are 0 or more, and one is above 0.');
  if (parts.some(({ stddev }) => !(stddev > 0))) return failure('Each stddev is above 0.');
  const laws = parts.map(({ weight, mean, stddev }) => ({
    share: weight / total,
    law: normalLaw(mean, stddev),
  }));
  const probability = (x: number): number =>
    laws.reduce((sum, { share, law }) => sum + share * law.probability(x), 0);
  const means = parts.map(({ mean }) => mean);
  const open = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const inverse = createInverse({
    ...open,
    probability,
    centre: (Math.min(...means) + Math.max(...means)) / 2,
    spread: Math.max(...means) - Math.min(...means) + Math.max(...parts.map((part) => part.stddev)),
  });
  return success({ ...open, isWhole: false, probability, quantile: inverse });
}
