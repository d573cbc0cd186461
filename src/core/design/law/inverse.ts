/**
 * Inverts a distribution function that has no closed inverse. A coarse table, filled where it is
 * needed, gives a bracket; the Illinois variant of regula falsi closes it in about eight steps.
 */

export interface Increasing {
  /** Never falls; 0 at `low`, 1 at `high`. */
  readonly probability: (x: number) => number;
  readonly low: number;
  readonly high: number;
  /** Where to begin when an end is infinite, and how far to go at first. */
  readonly centre: number;
  readonly spread: number;
}

const knotCount = 64;
const mostSteps = 300;

/** The argument whose probability is `p`, for p in (0, 1); the error is a few units in the last place of p. */
export function createInverse(law: Increasing): (p: number) => number {
  const knots = new Array<number | undefined>(knotCount + 1);
  const knot = (index: number): number => {
    if (index === 0) return reach(law, 2 ** -54, -1);
    if (index === knotCount) return reach(law, 1 - 2 ** -53, 1);
    const wanted = index / knotCount;
    return solve(law, wanted, { low: reach(law, wanted, -1), high: reach(law, wanted, 1) });
  };
  return (p) => {
    const index = Math.min(knotCount - 1, Math.floor(p * knotCount));
    const low = (knots[index] ??= knot(index));
    const high = (knots[index + 1] ??= knot(index + 1));
    return solve(law, p, { low, high });
  };
}

/** An argument on the given side of the one wanted: the end of the law, or far enough out. */
function reach(
  { probability, low, high, centre, spread }: Increasing,
  p: number,
  side: 1 | -1,
): number {
  const end = side > 0 ? high : low;
  if (Number.isFinite(end)) return end;
  let distance = spread;
  for (let step = 0; step < 1100; step += 1) {
    const x = centre + side * distance;
    const reached = probability(x);
    if (side > 0 ? reached >= p : reached <= p) return x;
    distance *= 2;
  }
  return centre + side * distance;
}

interface Ends {
  low: number;
  high: number;
  /** How far the probability of each end is from the wanted one; halved where the same end stays (Illinois). */
  below: number;
  above: number;
  side: -1 | 0 | 1;
}

function solve(
  { probability }: Increasing,
  p: number,
  bracket: { readonly low: number; readonly high: number },
): number {
  const { low, high } = bracket;
  const ends: Ends = {
    ...bracket,
    below: probability(low) - p,
    above: probability(high) - p,
    side: 0,
  };
  if (ends.below >= 0) return low;
  if (ends.above <= 0) return high;
  for (let step = 0; step < mostSteps; step += 1) {
    const x = nextPlace(ends, step);
    if (!(x > ends.low && x < ends.high)) return ends.high;
    const error = probability(x) - p;
    if (Math.abs(error) < 1e-16 || ends.high - ends.low <= 4e-16 * Math.abs(x)) return x;
    moveEnd(ends, x, error);
  }
  return (ends.low + ends.high) / 2;
}

/** Every fourth step halves: far tails make the secant creep, and rounding can put it on an end. */
function nextPlace({ low, high, below, above }: Ends, step: number): number {
  const secant = (low * above - high * below) / (above - below);
  const isUsable = step % 4 !== 3 && secant > low && secant < high;
  return isUsable ? secant : (low + high) / 2;
}

function moveEnd(ends: Ends, x: number, error: number): void {
  if (error < 0) {
    ends.low = x;
    ends.below = error;
    if (ends.side < 0) ends.above /= 2;
    ends.side = -1;
  } else {
    ends.high = x;
    ends.above = error;
    if (ends.side > 0) ends.below /= 2;
    ends.side = 1;
  }
}
