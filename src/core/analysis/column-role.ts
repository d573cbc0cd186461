/** What a column can be in a statistic: numbers, a few groups, words of a text, or nothing. */
import { groupKey, type RowReader } from '#core/rows/row-reader.ts';
import { readCodes, readNumbers, readWordCounts } from './vectors.ts';
import type { Column } from '#core/design/design.ts';
import type { CodedColumn } from '#core/rows/row-store.ts';

export type ColumnVector =
  | { readonly kind: 'number'; readonly numbers: Float64Array }
  | { readonly kind: 'words'; readonly numbers: Float64Array }
  | { readonly kind: 'group'; readonly coded: CodedColumn };

/** More values than this are not groups but names. */
export const mostGroups = 50;
/** Texts of fewer words than this are labels, whose length says nothing. */
const leastWords = 4;

/**
 * Numbers of a numeric column, the values of a column with at most 50 that come again, the word counts of a
 * column of longer texts. Undefined for everything else: ids, names, lists, columns without a value.
 */
export function readVector(rows: RowReader, column: Column): ColumnVector | undefined {
  if (column.type === 'integer' || column.type === 'decimal' || isSampledNumber(column)) {
    const numbers = readNumbers(rows, column.id);
    return numbers.some((value) => value === value) ? { kind: 'number', numbers } : undefined;
  }
  if (column.type === 'list' || column.type === 'object') return undefined;
  const coded = readCodes(rows, column.id);
  const { length } = coded.values;
  if (length === 0) return undefined;
  const count = coded.codes.reduce((sum, code) => (code < 0 ? sum : sum + 1), 0);
  if (length <= mostGroups && length * 2 <= count) return { kind: 'group', coded };
  const numbers = readWordCounts(rows, column.id);
  return numbers.some((value) => value >= leastWords) ? { kind: 'words', numbers } : undefined;
}

function isSampledNumber({ fill }: Column): boolean {
  return fill.kind === 'number';
}

/** The names of the groups of a coded column, by code. */
export function groupNames({ values }: CodedColumn): readonly string[] {
  return values.map((value) => groupKey(value) ?? '');
}
