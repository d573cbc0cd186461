/** Rows in each cell of two columns of groups: which combinations occur, and which are missing. */
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import type { CodedColumn } from '#core/rows/row-store.ts';
import { groupNames } from './column-role.ts';
import { branchShares } from './branch-shares.ts';
import { declaredShares } from './declared-law.ts';
import { crossCounts } from './pair-statistics.ts';
import type { RowReader } from '#core/rows/row-reader.ts';
import { readCodes } from './vectors.ts';

export interface CoverageData {
  readonly kind: 'coverage';
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Rows of the dataset in each cell, by row of the picture. */
  readonly counts: readonly (readonly number[])[];
  readonly filledCells: number;
  /** Cells of all values, declared ones included, also those that are not shown. */
  readonly totalCells: number;
}

const mostValues = 14;

/** `y` gives the rows of the picture, `x` its columns. Declared values appear even when no row has them. */
export function coverageData(
  rows: RowReader,
  design: DatasetDesign,
  { x, y }: { readonly x: string; readonly y: string },
): CoverageData {
  const [across, down] = [withDeclared(rows, design, x), withDeclared(rows, design, y)];
  const counts = crossCounts(down, across);
  const width = across.values.length;
  let filledCells = 0;
  for (const count of counts) if (count > 0) filledCells += 1;
  const shown = (coded: CodedColumn) => groupNames(coded).slice(0, mostValues);
  return {
    kind: 'coverage',
    rows: shown(down),
    columns: shown(across),
    counts: shown(down).map((_, row) =>
      shown(across).map((_, column) => counts[row * width + column] ?? 0),
    ),
    filledCells,
    totalCells: width * down.values.length,
  };
}

/** Codes renumbered so that the values of the attribute table come first, in its order. */
function withDeclared(rows: RowReader, design: DatasetDesign, columnId: string): CodedColumn {
  const coded = readCodes(rows, columnId);
  const column = findColumn(design, columnId);
  const declared =
    column === undefined ? [] : (declaredShares(column, branchShares(rows, design, column)) ?? []);
  const names = [
    ...new Set([
      ...declared.filter(({ share }) => share > 0).map(({ value }) => String(value)),
      ...groupNames(coded),
    ]),
  ];
  const places = new Map(names.map((name, place) => [name, place]));
  const codes = groupNames(coded).map((name) => places.get(name) ?? -1);
  return { codes: coded.codes.map((code) => codes[code] ?? -1), values: names };
}
