/** Ranks and quantiles of many numbers. */
import { sortOrder } from '#core/base/number-order.ts';

/** 1-based ranks in ascending order; ties get the mean of the ranks they share; NaN keeps rank NaN. */
export function rankNumbers(values: Float64Array): Float64Array {
  const order = sortOrder(values);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let start = 0; start < order.length;) {
    const value = values[order[start] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) break;
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === value) end += 1;
    for (let at = start; at < end; at += 1) ranks[order[at] ?? 0] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

/**
 * The value below which a share of `sorted` lies, 0 to 1, by linear interpolation between neighbours
 * (Hyndman and Fan's definition 7, the default of R, NumPy and spreadsheets). NaN for no values.
 */
export function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? below;
  // Infinite spreads would make NaN of two ordinary numbers.
  return below + (above - below) * (at - Math.floor(at));
}

/** A copy without NaN and infinite values. A loop: the array's own filter takes ten times as long. */
export function finiteNumbers(values: Float64Array): Float64Array {
  const finite = new Float64Array(values.length);
  let count = 0;
  for (const value of values) {
    // Infinite numbers and NaN alone differ from themselves less themselves.
    if (value - value !== 0) continue;
    finite[count] = value;
    count += 1;
  }
  return finite.subarray(0, count);
}

/** The finite numbers in ascending order. */
export function sortedNumbers(values: Float64Array): Float64Array {
  return finiteNumbers(values).sort();
}

/** Index of the first of the sorted values that is `limit` or more. */
export function firstAtLeast(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `quantile` of each of the ascending shares, without sorting all: the values are moved about. */
export function quantilesOf(values: Float64Array, shares: readonly number[]): readonly number[] {
  let start = 0;
  for (const share of shares) {
    const at = (values.length - 1) * share;
    for (const place of [Math.floor(at), Math.ceil(at)]) {
      if (place < start) continue;
      putInOrder(values, place, start);
      start = place + 1;
    }
  }
  return shares.map((share) => quantile(values, share));
}

/**
 * Moves the value that belongs at a place in sorted order there, with none greater before it and none
 * less after it. Values before `start` are where they belong. Hoare's quickselect (1961).
 */
function putInOrder(values: Float64Array, place: number, start: number): void {
  let [low, high] = [start, values.length - 1];
  // Bad luck with pivots is cut short: what is left is sorted.
  for (let turnsLeft = 2 * Math.log2(values.length + 1); low < high; turnsLeft -= 1) {
    if (turnsLeft < 0) {
      values.subarray(low, high + 1).sort();
      return;
    }
    const middle = partition(values, low, high);
    if (place <= middle) high = middle;
    else low = middle + 1;
  }
}

/** Hoare's partition around a middle value: none of [low, answer] is greater than any of what follows. */
function partition(values: Float64Array, low: number, high: number): number {
  const pivot = middleOf(values[low] ?? 0, values[(low + high) >> 1] ?? 0, values[high] ?? 0);
  let [left, right] = [low - 1, high + 1];
  for (;;) {
    do left += 1;
    while ((values[left] ?? 0) < pivot);
    do right -= 1;
    while ((values[right] ?? 0) > pivot);
    if (left >= right) return right === high ? high - 1 : right;
    swap(values, left, right);
  }
}

function swap(values: Float64Array, one: number, other: number): void {
  const value = values[one] ?? 0;
  values[one] = values[other] ?? 0;
  values[other] = value;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
