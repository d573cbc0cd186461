/** Ranks and quantiles of many numbers. */
import { rangeOf, sortOrder } from '#core/base/number-order.ts';

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
  return quantileBy((place) => sorted[place] ?? Number.NaN, sorted.length, share);
}

function quantileBy(valueAt: Select, count: number, share: number): number {
  if (count === 0) return Number.NaN;
  const at = share * (count - 1);
  const below = valueAt(Math.floor(at));
  const above = valueAt(Math.ceil(at));
  // Infinite spreads would make NaN of two ordinary numbers.
  return below + (above - below) * (at - Math.floor(at));
}

/** Without NaN and infinite values: the same array when it has none, not to be written to. Loops by number: the array's own ways take ten times as long. */
export function finiteNumbers(values: Float64Array): Float64Array {
  let count = 0;
  while (count < values.length && Number.isFinite(values[count])) count += 1;
  if (count === values.length) return values;
  const finite = values.slice();
  for (let row = count; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    if (!Number.isFinite(value)) continue;
    finite[count] = value;
    count += 1;
  }
  return finite.subarray(0, count);
}

/** The finite numbers in ascending order. */
export function sortedNumbers(values: Float64Array): Float64Array {
  const finite = finiteNumbers(values);
  const sorted = new Float64Array(finite.length);
  const order = sortOrder(finite);
  for (let place = 0; place < sorted.length; place += 1)
    sorted[place] = finite[order[place] ?? 0] ?? 0;
  return sorted;
}

/** Index of the first of the sorted values that is `limit` or more. */
export function firstAtLeast(sorted: Float64Array | Uint32Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `quantile` of each of the shares of finite values, without sorting all of them. */
export function quantilesOf(values: Float64Array, shares: readonly number[]): readonly number[] {
  const valueAt = createSelect(values);
  return shares.map((share) => quantileBy(valueAt, values.length, share));
}

/** The value at a place in ascending order. */
type Select = (place: number) => number;

/** Stretches that many values are cut into, few enough that counting them stays in the fastest memory; fewer values are sorted. */
const [stretches, manyValues] = [4_096, 1_024];
/** Values that tell where most lie; those beyond them belong to the outermost stretches. */
const triedValues = 512;
/** Cuts within cuts, after which a range that narrows so slowly is sorted. */
const deepest = 4;

/**
 * Counts the values in each stretch of their range, and looks only into stretches that are asked for, in
 * the same way. Memory is read once for the count and once for each stretch: more takes longer than all of it.
 */
function createSelect(values: Float64Array, depth = 0): Select {
  const { low, high } = whereMostLie(values);
  if (low === high) return () => low;
  const cut = { low, scale: (stretches - 1) / (high - low) };
  const isCut = cut.scale > 0 && cut.scale < Number.POSITIVE_INFINITY;
  if (values.length < manyValues || depth === deepest || !isCut) {
    const sorted = sortedNumbers(values);
    return (place) => sorted[place] ?? Number.NaN;
  }
  const starts = startsOf(values, cut);
  const parts = new Map<number, Select>();
  return (place) => {
    const stretch = firstAtLeast(starts, place + 1) - 1;
    const valueAt =
      parts.get(stretch) ?? createSelect(partOf(values, { cut, starts, stretch }), depth + 1);
    parts.set(stretch, valueAt);
    return valueAt(place - (starts[stretch] ?? 0));
  };
}

interface Cut {
  readonly low: number;
  /** Stretches for each unit of the values. */
  readonly scale: number;
}

/** Equal only where all values are. */
function whereMostLie(values: Float64Array): ReturnType<typeof rangeOf> {
  const step = values.length / triedValues;
  const tried = rangeOf(
    Float64Array.from({ length: triedValues }, (_, at) => values[Math.floor(at * step)] ?? 0),
  );
  return tried.low === tried.high ? rangeOf(values) : tried;
}

/** The place of a value beyond what was tried is the nearest there is. */
function stretchOf(value: number, { low, scale }: Cut): number {
  const at = (value - low) * scale;
  return at < 0 ? 0 : at < stretches ? at | 0 : stretches - 1;
}

/** How many values lie before each stretch, and at the end how many there are. */
function startsOf(values: Float64Array, cut: Cut): Uint32Array {
  const starts = new Uint32Array(stretches + 1);
  for (let row = 0; row < values.length; row += 1) {
    const next = stretchOf(values[row] ?? 0, cut) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let next = 1; next <= stretches; next += 1)
    starts[next] = (starts[next] ?? 0) + (starts[next - 1] ?? 0);
  return starts;
}

interface Part {
  readonly cut: Cut;
  readonly starts: Uint32Array;
  readonly stretch: number;
}

function partOf(values: Float64Array, { cut, starts, stretch }: Part): Float64Array {
  const part = new Float64Array((starts[stretch + 1] ?? 0) - (starts[stretch] ?? 0));
  let count = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    if (stretchOf(value, cut) !== stretch) continue;
    part[count] = value;
    count += 1;
  }
  return part;
}
