/**
 * The order of many numbers by a radix sort of whole-number keys that move along with their rows: several
 * times faster than comparing, and stable. Numbers of few decimal places have short keys.
 */

const digitBits = 11;
const buckets = 1 << digitBits;
const digitMask = buckets - 1;

/** Row numbers in ascending order of value, equal values in row order; NaN comes last, -0 counts as 0. */
export function sortOrder(values: Float64Array): Uint32Array {
  const rows = rowNumbers(values.length);
  const whole = wholeKeys(values);
  if (whole !== undefined) return sortedBy(whole.keys, rows, whole.bits).rows;
  const high = halfKeys(values, 'upper');
  const sorted = sortedBy(high, rows, 32);
  return settleTies(sorted, values) ? sorted.rows : sortedByWords(values);
}

function rowNumbers(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

interface Keyed {
  readonly keys: Uint32Array;
  readonly rows: Uint32Array;
}

/** Decimal places that are tried, as powers of ten. */
const scales = [1, 10, 100, 1_000, 10_000] as const;

/** Longest key in bits: more need as many passes as the bits of the numbers themselves. */
const mostBits = 22;

/** Keys in the order of the values and equal where they are; undefined where the values have many places or lie far apart. */
function wholeKeys(values: Float64Array): { keys: Uint32Array; bits: number } | undefined {
  for (const scale of scales) {
    const range = wholeRange(values, scale);
    if (range === undefined) continue;
    const bits = Math.max(1, Math.ceil(Math.log2(range.high - range.low + 2)));
    if (!(bits <= mostBits)) return undefined;
    const keys = new Uint32Array(values.length);
    const last = range.high - range.low + 1;
    for (let row = 0; row < keys.length; row += 1) {
      const value = values[row] ?? Number.NaN;
      keys[row] = value === value ? Math.round(value * scale) - range.low : last;
    }
    return { keys, bits };
  }
  return undefined;
}

/** The ends of the values times `scale`, where each is the quotient of a whole number and `scale`; NaN does not count. */
function wholeRange(
  values: Float64Array,
  scale: number,
): { readonly low: number; readonly high: number } | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value !== value) continue;
    const whole = Math.round(value * scale);
    if (whole / scale !== value || whole - whole !== 0) return undefined;
    if (whole < low) low = whole;
    if (whole > high) high = whole;
  }
  return low <= high ? { low, high } : { low: 0, high: 0 };
}

/** Both in the stable order of the keys, of which the lowest `bits` count. The arrays given are used up. */
function sortedBy(keys: Uint32Array, rows: Uint32Array, bits: number): Keyed {
  let [from, to]: [Keyed, Keyed] = [
    { keys, rows },
    { keys: new Uint32Array(keys.length), rows: new Uint32Array(keys.length) },
  ];
  for (let shift = 0; shift < bits; shift += digitBits) {
    const starts = startsOf(from.keys, shift);
    // A digit that is the same everywhere moves nothing.
    if (starts === undefined) continue;
    distribute(from, to, { starts, shift });
    [from, to] = [to, from];
  }
  return from;
}

/** Where the rows of each digit begin; undefined when all have the same one. */
function startsOf(keys: Uint32Array, shift: number): Uint32Array | undefined {
  const starts = new Uint32Array(buckets + 1);
  for (const key of keys) {
    const bucket = ((key >>> shift) & digitMask) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  if (starts.includes(keys.length, 1)) return undefined;
  for (let bucket = 0; bucket < buckets; bucket += 1)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  return starts;
}

function distribute(
  { keys, rows }: Keyed,
  to: Keyed,
  { starts, shift }: { readonly starts: Uint32Array; readonly shift: number },
): void {
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0;
    const digit = (key >>> shift) & digitMask;
    const target = starts[digit] ?? 0;
    to.keys[target] = key;
    to.rows[target] = rows[at] ?? 0;
    starts[digit] = target + 1;
  }
}

const missing = 0xffffffff;

/**
 * One half of the bits of each number, turned so that their order as whole numbers, upper half first, is the
 * order of the numbers. NaN has the greatest upper half.
 */
function halfKeys(values: Float64Array, half: 'upper' | 'lower'): Uint32Array {
  const isUpper = half === 'upper';
  const gap = isUpper ? missing : 0;
  const keys = new Uint32Array(values.length);
  const float = new Float64Array(1);
  const words = new Uint32Array(float.buffer);
  for (let row = 0; row < keys.length; row += 1) {
    const value = values[row] ?? Number.NaN;
    // Adding 0 turns -0 into 0.
    float[0] = value + 0;
    // All bits are turned below 0, the first one above.
    const turn = (words[1] ?? 0) >> 31;
    const key = isUpper ? (words[1] ?? 0) ^ (turn | 0x80000000) : (words[0] ?? 0) ^ turn;
    keys[row] = value === value ? key : gap;
  }
  return keys;
}

/** Longest run of equal keys that is put in order by comparing. */
const longestRun = 32;

/** Orders rows of equal keys by their values; false, with the order half done, when a run is too long for that. */
function settleTies({ keys, rows }: Keyed, values: Float64Array): boolean {
  let start = 0;
  for (let at = 1; at <= keys.length; at += 1) {
    if (at < keys.length && keys[at] === keys[start]) continue;
    if (at - start > longestRun && keys[start] !== missing) return false;
    if (at - start > 1 && keys[start] !== missing) insertRun(rows, values, { start, end: at });
    start = at;
  }
  return true;
}

function insertRun(
  rows: Uint32Array,
  values: Float64Array,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  for (let at = start + 1; at < end; at += 1) {
    const row = rows[at] ?? 0;
    const value = values[row] ?? 0;
    let place = at;
    for (; place > start && (values[rows[place - 1] ?? 0] ?? 0) > value; place -= 1)
      rows[place] = rows[place - 1] ?? 0;
    rows[place] = row;
  }
}

/** By the lower half first, then by the upper half: for numbers of which many share the upper one. */
function sortedByWords(values: Float64Array): Uint32Array {
  const low = sortedBy(halfKeys(values, 'lower'), rowNumbers(values.length), 32);
  const high = halfKeys(values, 'upper');
  const keys = new Uint32Array(values.length);
  for (let place = 0; place < keys.length; place += 1)
    keys[place] = high[low.rows[place] ?? 0] ?? 0;
  return sortedBy(keys, low.rows, 32).rows;
}
