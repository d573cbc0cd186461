/** A column in a few numbers: what a header, a profile card or a column list shows. */
import type { JsonValue } from '#core/base/json.ts';
import { countWords } from '#core/design/row-rule.ts';
import { histogram, type Histogram } from './histogram.ts';
import { groupKey, isFiniteNumber, type RowReader } from './row-reader.ts';

export interface ValueShare {
  readonly value: JsonValue;
  readonly count: number;
  /** Of the rows that hold a value, 0 to 1. */
  readonly share: number;
}

export interface ColumnProfile {
  /** Rows with a value, null not counted. */
  readonly count: number;
  /** Rows whose cell holds null. */
  readonly nullCount: number;
  /** Rows whose cell holds nothing yet. */
  readonly emptyCount: number;
  /** Different values; text with other case is different. */
  readonly distinctCount: number;
  /** The most frequent values, most frequent first, ties in order of appearance. */
  readonly top: readonly ValueShare[];
  /** Present when every value is a number. */
  readonly numbers?: NumberProfile;
  /** Present when at least one value is a text. */
  readonly words?: { readonly low: number; readonly high: number; readonly mean: number };
}

export interface NumberProfile {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** Sample standard deviation; 0 for a single value. */
  readonly standardDeviation: number;
  readonly histogram: Histogram;
}

export interface ProfileOptions {
  /** Most entries of `top`; 10 when absent. */
  readonly maxTop?: number;
  /** Most bins of the histogram; 24 when absent. */
  readonly maxBins?: number;
}

/** Reads the column once. Memory grows with the number of distinct values. */
export function profileColumn(
  rows: RowReader,
  columnId: string,
  { maxTop = 10, maxBins = 24 }: ProfileOptions = {},
): ColumnProfile {
  const { tally, numbers, lengths, count, nullCount } = readColumn(rows, columnId);
  const bins = numbers.length === count ? histogram(numbers, maxBins) : undefined;
  return {
    count,
    nullCount,
    emptyCount: rows.rowCount - count - nullCount,
    distinctCount: tally.size,
    top: topOf([...tally.values()], count, maxTop),
    ...(bins === undefined ? {} : { numbers: { ...spreadOf(numbers), histogram: bins } }),
    ...(lengths.length === 0 ? {} : { words: wordsOf(lengths) }),
  };
}

interface ColumnReading {
  readonly tally: Tally;
  readonly numbers: number[];
  /** Words of each text. */
  readonly lengths: number[];
  count: number;
  nullCount: number;
}

type Tally = Map<string, { value: JsonValue; count: number }>;

function readColumn(rows: RowReader, columnId: string): ColumnReading {
  const reading: ColumnReading = {
    tally: new Map(),
    numbers: [],
    lengths: [],
    count: 0,
    nullCount: 0,
  };
  for (let row = 0; row < rows.rowCount; row += 1) {
    const value = rows.value(columnId, row);
    if (value === null) reading.nullCount += 1;
    if (value === undefined || value === null) continue;
    reading.count += 1;
    note(reading.tally, value);
    if (isFiniteNumber(value)) reading.numbers.push(value);
    if (typeof value === 'string') reading.lengths.push(countWords(value));
  }
  return reading;
}

function note(tally: Tally, value: JsonValue): void {
  const key = `${typeof value}:${groupKey(value) ?? ''}`;
  const entry = tally.get(key);
  if (entry === undefined) tally.set(key, { value, count: 1 });
  else entry.count += 1;
}

function topOf(
  entries: { readonly value: JsonValue; readonly count: number }[],
  count: number,
  maxTop: number,
): readonly ValueShare[] {
  return entries
    .sort((left, right) => right.count - left.count)
    .slice(0, maxTop)
    .map((entry) => ({ ...entry, share: entry.count / count }));
}

/** Mean and spread by Welford's recurrence: one pass that loses no digits to a large mean. */
function spreadOf(numbers: readonly number[]): Omit<NumberProfile, 'histogram'> {
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

function wordsOf(lengths: readonly number[]): { low: number; high: number; mean: number } {
  const { low, high, mean } = spreadOf(lengths);
  return { low, high, mean };
}
