/** The profile of a column that is kept as numbers: by sorting, so that a million different ones cost no dictionary. */
import type { ColumnProfile, NumberProfile, ProfileOptions, ValueShare } from './column-profile.ts';
import { histogram } from './histogram.ts';
import { keepBest } from './keep-best.ts';
import { finiteNumbers, firstAtLeast, sortedNumbers } from './sort-order.ts';
import type { RowReader } from '#core/rows/row-reader.ts';

/** Undefined for a column that is kept otherwise, or holds anything else than finite numbers and gaps. */
export function profileNumbers(
  rows: RowReader,
  columnId: string,
  { maxTop, maxBins }: Required<ProfileOptions>,
): ColumnProfile | undefined {
  const numbers = rows.numbers?.(columnId);
  const gaps = numbers && findGaps(rows, columnId, numbers);
  if (numbers === undefined || gaps === undefined) return undefined;
  const count = numbers.length - gaps.nullCount - gaps.emptyCount;
  const present = count === numbers.length ? numbers : finiteNumbers(numbers);
  const { distinctCount, top } = countRuns(present, maxTop);
  const bins = histogram(present, maxBins);
  return {
    count,
    ...gaps,
    distinctCount,
    top,
    ...(bins === undefined ? {} : { numbers: { ...spreadOf(present), histogram: bins } }),
  };
}

/** Cells of a column kept as numbers that hold none; undefined when some cell holds anything else. */
export function findGaps(
  rows: RowReader,
  columnId: string,
  numbers: Float64Array,
): Pick<ColumnProfile, 'nullCount' | 'emptyCount'> | undefined {
  let [nullCount, emptyCount] = [0, 0];
  for (let row = 0; row < numbers.length; row += 1) {
    if (Number.isFinite(numbers[row])) continue;
    const value = rows.value(columnId, row);
    if (value === null) nullCount += 1;
    else if (value === undefined) emptyCount += 1;
    else return undefined;
  }
  return { nullCount, emptyCount };
}

/** Equal numbers stand together in sorted order. */
function countRuns(
  numbers: Float64Array,
  maxTop: number,
): { readonly distinctCount: number; readonly top: readonly ValueShare[] } {
  const sorted = sortedNumbers(numbers);
  /** The greatest counts, greatest first. */
  const greatest: number[] = [];
  let distinctCount = 0;
  for (let start = 0; start < sorted.length; distinctCount += 1) {
    const end = endOfRun(sorted, start);
    keepBest(greatest, end - start, { most: maxTop, isBefore: isGreater });
    start = end;
  }
  return { distinctCount, top: topValues(numbers, sorted, greatest) };
}

function isGreater(count: number, other: number): boolean {
  return count > other;
}

function endOfRun(sorted: Float64Array, start: number): number {
  const value = sorted[start];
  let end = start + 1;
  while (end < sorted.length && sorted[end] === value) end += 1;
  return end;
}

/** Most frequent first, ties in order of appearance: the first values of the rows whose counts are among the greatest. */
function topValues(
  numbers: Float64Array,
  sorted: Float64Array,
  greatest: readonly number[],
): readonly ValueShare[] {
  const least = greatest.at(-1) ?? 0;
  let tiesLeft = greatest.filter((count) => count === least).length;
  const found = new Map<number, ValueShare>();
  for (let row = 0; found.size < greatest.length && row < numbers.length; row += 1) {
    const value = numbers[row] ?? 0;
    if (found.has(value)) continue;
    const start = firstAtLeast(sorted, value);
    const count = endOfRun(sorted, start) - start;
    if (count < least || (count === least && tiesLeft === 0)) continue;
    if (count === least) tiesLeft -= 1;
    found.set(value, { value, count, share: count / numbers.length });
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
}

/** Mean and spread by Welford's recurrence: one pass that loses no digits to a large mean. */
export function spreadOf(numbers: Float64Array): Omit<NumberProfile, 'histogram'> {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let mean = 0;
  let squares = 0;
  for (let row = 0; row < numbers.length; row += 1) {
    const value = numbers[row] ?? 0;
    low = Math.min(low, value);
    high = Math.max(high, value);
    const difference = value - mean;
    mean += difference / (row + 1);
    squares += difference * (value - mean);
  }
  const variance = numbers.length > 1 ? squares / (numbers.length - 1) : 0;
  return { low, high, mean, standardDeviation: Math.sqrt(variance) };
}
