/** A column in a few numbers: what a header, a profile card or a column list shows. */
import type { JsonValue } from '#core/base/json.ts';
import { countWords } from '#core/design/row-rule.ts';
import type { CodedColumn } from '#core/rows/row-store.ts';
import { histogram, type Histogram } from './histogram.ts';
import { keepBest } from './keep-best.ts';
import { isFiniteNumber, type RowReader } from '#core/rows/row-reader.ts';
import { profileNumbers, spreadOf } from './number-profile.ts';
import { readCodes } from './vectors.ts';

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
  readonly words?: WordsProfile;
}

/** Words per text. */
export interface WordsProfile {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly histogram: Histogram;
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

/** Reads the column once; a column kept as numbers is sorted, any other costs memory by its distinct values. */
export function profileColumn(
  rows: RowReader,
  columnId: string,
  { maxTop = 10, maxBins = 24 }: ProfileOptions = {},
): ColumnProfile {
  const numeric = profileNumbers(rows, columnId, { maxTop, maxBins });
  if (numeric !== undefined) return numeric;
  const coded = readCodes(rows, columnId);
  const counts = countCodes(coded);
  const gaps = countGaps(rows, columnId, coded.codes);
  const count = rows.rowCount - gaps.nullCount - gaps.emptyCount;
  const numbers = numbersOf(coded);
  const bins = numbers === undefined ? undefined : histogram(numbers, maxBins);
  const lengths = wordsOf(coded, counts, maxBins);
  return {
    count,
    ...gaps,
    distinctCount: coded.values.length,
    top: topOf(coded.values, counts, { count, maxTop }),
    ...(numbers === undefined || bins === undefined
      ? {}
      : { numbers: { ...spreadOf(numbers), histogram: bins } }),
    ...(lengths === undefined ? {} : { words: lengths }),
  };
}

/** Rows of each value, by code. */
export function countCodes({ codes, values }: CodedColumn): Uint32Array {
  const counts = new Uint32Array(values.length);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? -1;
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function countGaps(
  rows: RowReader,
  columnId: string,
  codes: Int32Array,
): { nullCount: number; emptyCount: number } {
  let [nullCount, emptyCount] = [0, 0];
  for (let row = 0; row < codes.length; row += 1) {
    if ((codes[row] ?? -1) >= 0) continue;
    if (rows.value(columnId, row) === null) nullCount += 1;
    else emptyCount += 1;
  }
  return { nullCount, emptyCount };
}

/** The numbers of a column that holds nothing else. */
function numbersOf({ codes, values }: CodedColumn): Float64Array | undefined {
  if (values.length === 0 || !values.every((value) => isFiniteNumber(value))) return undefined;
  const numbers = Float64Array.from(values);
  const present = codes.filter((code) => code >= 0);
  return Float64Array.from(present, (code) => numbers[code] ?? 0);
}

function wordsOf(
  { codes, values }: CodedColumn,
  counts: Uint32Array,
  maxBins: number,
): WordsProfile | undefined {
  // Not a number where the value is no text: the histogram leaves it out.
  const lengths = new Float64Array(values.length).fill(Number.NaN);
  let [low, high, total, count] = [Number.POSITIVE_INFINITY, 0, 0, 0];
  for (const [code, value] of values.entries()) {
    if (typeof value !== 'string') continue;
    const words = countWords(value);
    const weight = counts[code] ?? 0;
    lengths[code] = words;
    low = Math.min(low, words);
    high = Math.max(high, words);
    total += words * weight;
    count += weight;
  }
  if (count === 0) return undefined;
  const ofRows = Float64Array.from(codes, (code) => lengths[code] ?? Number.NaN);
  const bins = histogram(ofRows, maxBins);
  return bins && { low, high, mean: total / count, histogram: bins };
}

/** Most frequent first, ties in order of appearance. */
function topOf(
  values: readonly JsonValue[],
  counts: Uint32Array,
  { count, maxTop }: { readonly count: number; readonly maxTop: number },
): readonly ValueShare[] {
  const best: number[] = [];
  const countOf = (code: number): number => counts[code] ?? 0;
  const isBefore = (code: number, other: number): boolean => countOf(code) > countOf(other);
  const order = { most: maxTop, isBefore };
  for (let code = 0; code < counts.length; code += 1) keepBest(best, code, order);
  return best.map((code) => ({
    value: values[code] ?? null,
    count: countOf(code),
    share: countOf(code) / count,
  }));
}
