/** Five numbers, mean and outliers of a set of numbers: a box plot, a profile card. */
import { finiteNumbers, quantilesOf } from './sort-order.ts';

export interface NumberSummary {
  readonly count: number;
  readonly low: number;
  /** First quartile, median and third quartile, by linear interpolation. */
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly high: number;
  readonly mean: number;
  /** The least and greatest values within 1.5 interquartile ranges of the box (Tukey 1977), never inside the box. */
  readonly whiskerLow: number;
  readonly whiskerHigh: number;
  /** How many values lie beyond the whiskers. */
  readonly outlierCount: number;
}

const quartiles = [0.25, 0.5, 0.75] as const;

/** Undefined when no value is a finite number. */
export function summariseNumbers(values: Float64Array): NumberSummary | undefined {
  const finite = finiteNumbers(values);
  if (finite.length === 0) return undefined;
  const [q1 = 0, median = 0, q3 = 0] = quantilesOf(finite, quartiles);
  const reach = 1.5 * (q3 - q1);
  const fences = { from: -nextUp(reach - q1), before: nextUp(q3 + reach) };
  const { least, greatest, inside, ...spread } = spreadWithin(finite, fences);
  return {
    count: finite.length,
    ...spread,
    q1,
    median,
    q3,
    whiskerLow: Math.min(q1, least),
    whiskerHigh: Math.max(q3, greatest),
    outlierCount: finite.length - inside,
  };
}

interface Fences {
  readonly from: number;
  readonly before: number;
}

/** Ends and mean of all values, ends and number of those between the fences; infinite ends where there are none. */
function spreadWithin(values: Float64Array, { from, before }: Fences) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [least, greatest, inside, sum] = [low, high, 0, 0];
  // Around one of the values, so that a large common offset costs no digits.
  const shift = values[0] ?? 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
    sum += value - shift;
    if (value < from || value >= before) continue;
    inside += 1;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { low, high, mean: shift + sum / values.length, least, greatest, inside };
}

/** Rows beyond the whiskers, farthest from the box first. */
export function outlierRows(
  values: Float64Array,
  summary: NumberSummary,
  most: number,
): readonly number[] {
  const { q1, q3, whiskerLow, whiskerHigh } = summary;
  const rows: number[] = [];
  values.forEach((value, row) => {
    if (value < whiskerLow || value > whiskerHigh) rows.push(row);
  });
  const distance = (row: number): number => {
    const value = values[row] ?? 0;
    return value < q1 ? q1 - value : value - q3;
  };
  return rows.sort((a, b) => distance(b) - distance(a)).slice(0, most);
}

/** A little above, so that a value right on the fence stays inside. */
function nextUp(value: number): number {
  return value + Math.abs(value) * 2 * Number.EPSILON + Number.MIN_VALUE;
}
