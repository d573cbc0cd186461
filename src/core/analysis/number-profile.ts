/** The profile of a column that is kept as numbers: by sorting, so that a million different ones cost no dictionary. */
import { sortOrder } from '#core/base/number-order.ts';
import type { ColumnProfile, NumberProfile, ProfileOptions, ValueShare } from './column-profile.ts';
import { histogram } from './histogram.ts';
import { keepBest } from './keep-best.ts';
import type { RowReader } from '#core/rows/row-reader.ts';

/** Undefined for a column that is kept otherwise, or holds anything else than finite numbers and gaps. */
export function profileNumbers(
  rows: RowReader,
  columnId: string,
  { maxTop, maxBins }: Required<ProfileOptions>,
): ColumnProfile | undefined {
  const numbers = rows.numbers?.(columnId);
  const gaps = numbers && gapsOf(rows, columnId, numbers);
  if (numbers === undefined || gaps === undefined) return undefined;
  const count = numbers.length - gaps.nullCount - gaps.emptyCount;
  const present = count === numbers.length ? numbers : numbers.filter((value) => value === value);
  const { distinctCount, top } = countRuns(numbers, { count, maxTop });
  const bins = histogram(present, maxBins);
  return {
    count,
    ...gaps,
    distinctCount,
    top,
    ...(bins === undefined ? {} : { numbers: { ...spreadOf(present), histogram: bins } }),
  };
}

/** Undefined when some cell holds what is no finite number. */
function gapsOf(
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

interface Run {
  readonly value: number;
  readonly count: number;
  readonly firstRow: number;
}

/** Equal numbers stand together in sorted order, the earliest row first. */
function countRuns(
  numbers: Float64Array,
  { count, maxTop }: { readonly count: number; readonly maxTop: number },
): { readonly distinctCount: number; readonly top: readonly ValueShare[] } {
  const order = sortOrder(numbers);
  const best: Run[] = [];
  const ranking = { most: maxTop, isBefore };
  let distinctCount = 0;
  for (let start = 0; start < count; distinctCount += 1) {
    const firstRow = order[start] ?? 0;
    const value = numbers[firstRow] ?? 0;
    let end = start + 1;
    while (end < count && numbers[order[end] ?? 0] === value) end += 1;
    keepBest(best, { value, count: end - start, firstRow }, ranking);
    start = end;
  }
  const top = best.map((run) => ({ value: run.value, count: run.count, share: run.count / count }));
  return { distinctCount, top };
}

/** Most frequent first, ties in order of appearance. */
function isBefore(run: Run, other: Run): boolean {
  return run.count === other.count ? run.firstRow < other.firstRow : run.count > other.count;
}

/** Mean and spread by Welford's recurrence: one pass that loses no digits to a large mean. */
export function spreadOf(numbers: Float64Array): Omit<NumberProfile, 'histogram'> {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let mean = 0;
  let squares = 0;
  numbers.forEach((value, index) => {
    low = Math.min(low, value);
    high = Math.max(high, value);
    const difference = value - mean;
    mean += difference / (index + 1);
    squares += difference * (value - mean);
  });
  const variance = numbers.length > 1 ? squares / (numbers.length - 1) : 0;
  return { low, high, mean, standardDeviation: Math.sqrt(variance) };
}
