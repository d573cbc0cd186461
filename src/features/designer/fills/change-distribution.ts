import type { Distribution } from '#core/design/distribution.ts';

/** Another law over about the same range. */
export function changeDistribution(from: Distribution, kind: Distribution['kind']): Distribution {
  if (from.kind === kind) return from;
  const { low, high } = rangeOf(from);
  switch (kind) {
    case 'uniform':
      return { kind, low, high };
    case 'integer':
      return { kind, low: Math.round(low), high: Math.round(high) };
    case 'gaussian':
      return { kind, mean: tidy((low + high) / 2), stddev: tidy((high - low) / 6 || 1), low, high };
  }
}

/** Low and high; a normal law without ends reaches three deviations to each side. */
function rangeOf(from: Distribution): { readonly low: number; readonly high: number } {
  if (from.kind !== 'gaussian') return { low: from.low, high: from.high };
  const { mean, stddev, low = tidy(mean - 3 * stddev), high = tidy(mean + 3 * stddev) } = from;
  return { low, high };
}

function tidy(value: number): number {
  return Number(value.toPrecision(6));
}
