/**
 * The order of many numbers by a radix sort of their bits: several times faster than comparing, and
 * stable. Ranks and quantiles are read from it.
 */

const digitBits = 11;
const buckets = 1 << digitBits;
const digitMask = buckets - 1;
/** 11-bit digits, lowest first: where each begins in the 64 bits. */
const shifts = [0, 11, 22, 33, 44, 55] as const;

/** Row numbers in ascending order of value, equal values in row order; NaN comes last, -0 counts as 0. */
export function sortOrder(values: Float64Array): Uint32Array {
  const bits = sortableBits(values);
  let order = new Uint32Array(values.length);
  for (let row = 0; row < order.length; row += 1) order[row] = row;
  let spare = new Uint32Array(values.length);
  for (const shift of shifts) {
    const starts = new Uint32Array(buckets + 1);
    for (let row = 0; row < values.length; row += 1) {
      const bucket = digitAt(bits, shift, row) + 1;
      starts[bucket] = (starts[bucket] ?? 0) + 1;
    }
    // A digit that is the same everywhere moves nothing.
    if (starts.includes(values.length, 1)) continue;
    for (let bucket = 0; bucket < buckets; bucket += 1)
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
    for (const row of order) {
      const digit = digitAt(bits, shift, row);
      const target = starts[digit] ?? 0;
      spare[target] = row;
      starts[digit] = target + 1;
    }
    [order, spare] = [spare, order];
  }
  return order;
}

interface Bits {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** The 64 bits of each number, turned so that their order as whole numbers is the order of the numbers. */
function sortableBits(values: Float64Array): Bits {
  const count = values.length;
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  const float = new Float64Array(1);
  const words = new Uint32Array(float.buffer);
  for (let row = 0; row < count; row += 1) {
    const value = values[row] ?? Number.NaN;
    // Adding 0 turns -0 into 0; every NaN gets the same bits.
    float[0] = Number.isNaN(value) ? Number.POSITIVE_INFINITY : value + 0;
    const top = words[1] ?? 0;
    const isNegative = top >>> 31 === 1;
    low[row] = isNegative ? ~(words[0] ?? 0) : (words[0] ?? 0);
    high[row] = isNegative ? ~top : top | 0x80000000;
    if (Number.isNaN(value)) high[row] = 0xffffffff;
  }
  return { low, high };
}

/** Not a closure for each digit: one function for all is inlined into the loops. */
function digitAt({ low, high }: Bits, shift: number, row: number): number {
  if (shift + digitBits <= 32) return ((low[row] ?? 0) >>> shift) & digitMask;
  if (shift >= 32) return ((high[row] ?? 0) >>> (shift - 32)) & digitMask;
  return (((low[row] ?? 0) >>> shift) | ((high[row] ?? 0) << (32 - shift))) & digitMask;
}

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
