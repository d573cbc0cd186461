/** A histogram with what it is held against: the declared law, or the range a rule allows. */
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import { branchShares } from './branch-shares.ts';
import { binPlace } from '#core/base/bin-place.ts';
import { declaredLaw, type DeclaredLaw } from './declared-law.ts';
import { gapToLaw } from './distance.ts';
import { histogram, type Histogram } from './histogram.ts';
import type { RowReader } from '#core/rows/row-reader.ts';
import { sortedNumbers } from './sort-order.ts';
import { readNumbers, readWordCounts } from './vectors.ts';
import { countCharacters } from '#core/design/row-rule.ts';

export interface HistogramData {
  readonly kind: 'histogram';
  readonly unit: 'value' | 'words' | 'characters';
  /** Rows with a value. */
  readonly count: number;
  /** Undefined when there is no value. */
  readonly bins: Histogram | undefined;
  /** Rows per bin that the declared law makes one expect; absent without a law. */
  readonly expected?: readonly number[];
  /** The greatest gap between the drawn and the declared distribution, 0 to 1. */
  readonly gap?: number;
  /** What a rule allows. */
  readonly allowed?: { readonly low?: number | undefined; readonly high?: number | undefined };
}

export interface HistogramOptions {
  readonly columnId: string;
  readonly unit?: HistogramData['unit'];
  readonly allowed?: HistogramData['allowed'] | undefined;
}

const mostBins = 24;

export function histogramData(
  rows: RowReader,
  design: DatasetDesign,
  { columnId, unit = 'value', allowed }: HistogramOptions,
): HistogramData {
  const values = sortedNumbers(valuesOf(rows, columnId, unit));
  const bins = histogram(values, mostBins);
  const column = findColumn(design, columnId);
  const law =
    unit === 'value' && column !== undefined
      ? declaredLaw(column, branchShares(rows, design, column))
      : undefined;
  return {
    kind: 'histogram',
    unit,
    count: values.length,
    bins,
    ...(law === undefined || bins === undefined
      ? {}
      : { expected: expectedCounts(bins, law, values), gap: gapToLaw(values, law) }),
    ...(allowed === undefined ? {} : { allowed }),
  };
}

function valuesOf(rows: RowReader, columnId: string, unit: HistogramData['unit']): Float64Array {
  if (unit === 'value') return readNumbers(rows, columnId);
  if (unit === 'words') return readWordCounts(rows, columnId);
  return Float64Array.from({ length: rows.rowCount }, (_, row) => {
    const value = rows.value(columnId, row);
    return typeof value === 'string' ? countCharacters(value) : Number.NaN;
  });
}

/** The law between the borders of each bin; a bin holds its left border and not its right one, but for the last one where the greatest value closes it. */
function expectedCounts(
  { start, binWidth, counts }: Histogram,
  law: DeclaredLaw,
  sorted: Float64Array,
): readonly number[] {
  if (binWidth === 0) return counts;
  const end = binPlace(start, binWidth) + counts.length;
  const isClosed = binPlace(sorted.at(-1) ?? 0, binWidth) >= end;
  return counts.map((_, bin) => {
    const left = start + bin * binWidth;
    const right = left + binWidth;
    const before = isClosed && bin === counts.length - 1 ? law.atMost(right) : law.below(right);
    return sorted.length * (before - law.below(left));
  });
}
