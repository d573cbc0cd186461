/** The spread of a number in each group, as box plots. */
import { countCodes } from './column-profile.ts';
import { groupNames } from './column-role.ts';
import { outlierRows, summariseNumbers, type NumberSummary } from './number-summary.ts';
import { correlationRatio } from './pair-statistics.ts';
import type { RowReader } from '#core/rows/row-reader.ts';
import { readCodes, readNumbers } from './vectors.ts';

export interface BoxGroup {
  readonly name: string;
  readonly summary: NumberSummary;
  /** The farthest values beyond the whiskers; at most twenty. */
  readonly outliers: readonly { readonly row: number; readonly value: number }[];
}

export interface BoxData {
  readonly kind: 'box';
  /** The groups with the most rows, in order of first appearance. */
  readonly groups: readonly BoxGroup[];
  /** Groups that are not shown. */
  readonly restCount: number;
  /** η, 0 to 1: how much of the spread the groups explain. */
  readonly eta: number | undefined;
}

const mostBoxes = 12;
const mostOutliers = 20;

export function boxData(rows: RowReader, columnId: string, by: string): BoxData {
  const numbers = readNumbers(rows, columnId);
  const coded = readCodes(rows, by);
  const counts = countCodes(coded);
  const largest = [...counts.keys()]
    .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .slice(0, mostBoxes)
    .toSorted((a, b) => a - b);
  const names = groupNames(coded);
  const groups = largest.flatMap((code) => {
    const own = numbers.map((value, row) => (coded.codes[row] === code ? value : Number.NaN));
    const summary = summariseNumbers(own);
    if (summary === undefined) return [];
    const outliers = outlierRows(own, summary, mostOutliers).map((row) => ({
      row,
      value: own[row] ?? 0,
    }));
    return [{ name: names[code] ?? '', summary, outliers }];
  });
  return {
    kind: 'box',
    groups,
    restCount: coded.values.length - largest.length,
    eta: correlationRatio(coded, numbers),
  };
}
