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

/** The finite numbers in ascending order. */
export function sortedNumbers(values: Float64Array): Float64Array {
  return values.filter((value) => Number.isFinite(value)).sort();
}
