/** Laws of counts (Poisson, binomial, negative binomial): one table of running sums, found by halving. */
import { failure, success, type Result } from '#core/base/result.ts';
import type { Law } from './law.ts';

interface CountWeights {
  readonly low: number;
  readonly high: number;
  /** A whole number near the most likely count. */
  readonly mode: number;
  /** Weight of `count + 1` divided by that of `count`. */
  readonly ratio: (count: number) => number;
}

/** Counts with less than this share of the most likely one are left out: together they are below 1e-14. */
const negligible = 1e-22;
const longestTable = 1_000_000;

/** Fails when the counts are spread over more than a million values. */
function createCountLaw(weights: CountWeights): Result<Law, string> {
  const { first, sums } = sumUp(weights);
  if (sums.length >= longestTable)
    return failure('The counts are spread too widely. Use a normal law for numbers this large.');
  const last = first + sums.length - 1;
  return success({
    low: weights.low,
    high: weights.high,
    isWhole: true,
    quantile: (p) => first + indexOf(sums, p),
    probability(x) {
      const count = Math.floor(x);
      if (count < first) return 0;
      return count >= last ? 1 : (sums[count - first] ?? 1);
    },
  });
}

function sumUp({ low, high, mode, ratio }: CountWeights): {
  readonly first: number;
  readonly sums: Float64Array;
} {
  const start = Math.min(high, Math.max(low, mode));
  const down: number[] = [];
  for (let count = start, weight = 1; count > low && down.length < longestTable; count -= 1) {
    weight /= ratio(count - 1);
    if (!(weight > negligible)) break;
    down.push(weight);
  }
  const up: number[] = [1];
  for (let count = start, weight = 1; count < high && up.length < longestTable; count += 1) {
    weight *= ratio(count);
    if (!(weight > negligible)) break;
    up.push(weight);
  }
  const sums = Float64Array.from([...down.reverse(), ...up]);
  for (let index = 1; index < sums.length; index += 1)
    sums[index] = (sums[index] ?? 0) + (sums[index - 1] ?? 0);
  const total = sums.at(-1) ?? 1;
  return { first: start - down.length, sums: sums.map((sum) => sum / total) };
}

/** The first index whose sum is at least `p`. */
function indexOf(sums: Float64Array, p: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 1) < p) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function poissonLaw(mean: number): Result<Law, string> {
  if (!(mean >= 0 && mean <= 1e8)) return failure('The mean of a Poisson law is 0 to 100,000,000.');
  return createCountLaw({
    low: 0,
    high: Number.POSITIVE_INFINITY,
    mode: Math.floor(mean),
    ratio: (count) => mean / (count + 1),
  });
}

export function binomialLaw(n: number, p: number): Result<Law, string> {
  if (!Number.isInteger(n) || n < 0 || n > 1e9)
    return failure('The number of trials n is a whole number from 0 to 1,000,000,000.');
  if (!(p >= 0 && p <= 1)) return failure('The probability p lies between 0 and 1.');
  if (p === 1) return createCountLaw({ low: n, high: n, mode: n, ratio: () => 0 });
  const odds = p / (1 - p);
  return createCountLaw({
    low: 0,
    high: n,
    mode: Math.floor((n + 1) * p),
    ratio: (count) => ((n - count) / (count + 1)) * odds,
  });
}

/** Failures before the n-th success, as scipy counts; n may be a fraction. */
export function negativeBinomialLaw(n: number, p: number): Result<Law, string> {
  if (!(n > 0 && n <= 1e9)) return failure('The number n is above 0 and at most 1,000,000,000.');
  if (!(p > 0 && p <= 1)) return failure('The probability p is above 0 and at most 1.');
  return createCountLaw({
    low: 0,
    high: Number.POSITIVE_INFINITY,
    mode: Math.max(0, Math.floor(((n - 1) * (1 - p)) / p)),
    ratio: (count) => ((n + count) / (count + 1)) * (1 - p),
  });
}
