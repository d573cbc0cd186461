/** A law of numbers as a pair of functions: one uniform number makes one draw, and any range can be cut out of it. */

export interface Law {
  /** Least and greatest value; infinite where it is open. */
  readonly low: number;
  readonly high: number;
  /** True when all values are whole numbers. */
  readonly isWhole: boolean;
  /** The least x with at least this probability at or below it; `p` in (0, 1). */
  readonly quantile: (p: number) => number;
  /** The probability of x and everything below. */
  readonly probability: (x: number) => number;
  /** The probability of everything below x; only laws that are partly dense and partly not need to say. */
  readonly below?: ((x: number) => number) | undefined;
}

/** The probability of everything below x, without x itself. */
export function belowOf(law: Law, x: number): number {
  return law.below?.(x) ?? law.probability(law.isWhole ? Math.ceil(x) - 1 : x);
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

const smallest = 2 ** -54;
const largest = 1 - 2 ** -53;

/** A uniform number in [0, 1) as an argument of `quantile`. */
export function inside(uniform: number): number {
  return Math.min(largest, Math.max(smallest, uniform));
}

/**
 * Maps a uniform number in [0, 1) to the law within a range, both ends included, by cutting the
 * probability, so that nothing is drawn twice. Undefined where the range has none that a number can tell from 0.
 */
export function within(law: Law, { low, high }: Range): ((uniform: number) => number) | undefined {
  const from = Math.max(low, law.low);
  const to = Math.min(high, law.high);
  if (from > to) return undefined;
  const below = from <= law.low ? 0 : belowOf(law, from);
  const width = (to >= law.high ? 1 : law.probability(to)) - below;
  if (!(width > 1e-14)) return undefined;
  return (uniform) =>
    Math.min(to, Math.max(from, law.quantile(inside(below + inside(uniform) * width))));
}

/** The law of `loc + scale · X`; `scale` is above 0. */
export function moved(law: Law, loc: number, scale: number): Law {
  if (loc === 0 && scale === 1) return law;
  return {
    low: loc + scale * law.low,
    high: loc + scale * law.high,
    isWhole: law.isWhole && Number.isInteger(loc) && scale === 1,
    quantile: (p) => loc + scale * law.quantile(p),
    probability: (x) => law.probability((x - loc) / scale),
    below: (x) => belowOf(law, (x - loc) / scale),
  };
}
