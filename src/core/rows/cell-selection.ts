/** Which cells are to be written again, as plain data. */

export interface CellRef {
  readonly row: number;
  readonly columnId: string;
}

/**
 * Cells for which all conditions hold that are there. An absent list stands for all rows, or for all columns that a
 * model writes. Cells that are edited, locked or skipped are never meant.
 */
export interface CellSelection {
  /** Names this rewriting, so that it can be taken back. */
  readonly id: string;
  readonly rows?: readonly number[] | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly cells?: readonly CellRef[] | undefined;
  /** Columns whose cells may hold the same again; all others have to change. */
  readonly mayRepeat?: readonly string[] | undefined;
  /** Only cells that failed. */
  readonly failedOnly?: boolean | undefined;
}

/** A test for one selection; building it takes time linear in its lists. */
export function cellFilter({
  rows,
  columns,
  cells,
}: CellSelection): (row: number, columnId: string) => boolean {
  const rowSet = rows && new Set(rows);
  const columnSet = columns && new Set(columns);
  const cellSet = cells && new Set(cells.map(({ row, columnId }) => `${row} ${columnId}`));
  return (row, columnId) =>
    (rowSet?.has(row) ?? true) &&
    (columnSet?.has(columnId) ?? true) &&
    (cellSet?.has(`${row} ${columnId}`) ?? true);
}
