/** Five numbers, mean and outliers of a set of numbers: a box plot, a profile card. */
import { quantile, sortedNumbers } from './sort-order.ts';

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

/** Undefined when no value is a finite number. */
export function summariseNumbers(values: Float64Array): NumberSummary | undefined {
  const sorted = sortedNumbers(values);
  if (sorted.length === 0) return undefined;
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share)) as [
    number,
    number,
    number,
  ];
  const reach = 1.5 * (q3 - q1);
  const first = firstAtLeast(sorted, -nextUp(reach - q1));
  const end = firstAtLeast(sorted, nextUp(q3 + reach));
  return {
    count: sorted.length,
    low: sorted[0] ?? 0,
    q1,
    median,
    q3,
    high: sorted.at(-1) ?? 0,
    mean: meanOf(sorted),
    whiskerLow: Math.min(q1, sorted[first] ?? q1),
    whiskerHigh: Math.max(q3, sorted[end - 1] ?? q3),
    outlierCount: first + (sorted.length - end),
  };
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

/** Index of the first value that is `limit` or more. */
function firstAtLeast(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A little above, so that a value right on the fence stays inside. */
function nextUp(value: number): number {
  return value + Math.abs(value) * 2 * Number.EPSILON + Number.MIN_VALUE;
}

/** Around the first value, so that a large common offset costs no digits. */
function meanOf(sorted: Float64Array): number {
  const shift = sorted[0] ?? 0;
  return shift + sorted.reduce((sum, value) => sum + (value - shift), 0) / sorted.length;
}
