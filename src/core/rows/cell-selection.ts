/** Which cells are to be written again, as plain data. */

export interface CellRef {
  readonly row: number;
  readonly columnId: string;
}

/**
 * The cells of `cells`, or where that is absent those of `rows` × `columns`; an absent list stands for all rows, or
 * for all columns that a model writes. Cells that are edited, locked or skipped are never meant.
 */
export interface CellSelection {
  /** Names this rewriting, so that it can be taken back. */
  readonly id: string;
  readonly rows?: readonly number[] | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly cells?: readonly CellRef[] | undefined;
  /** Only cells that failed. */
  readonly failedOnly?: boolean | undefined;
}

/** A test for one selection; building it takes time linear in its lists. */
export function cellFilter({
  rows,
  columns,
  cells,
}: CellSelection): (row: number, columnId: string) => boolean {
  if (cells !== undefined) {
    const keys = new Set(cells.map(({ row, columnId }) => `${row} ${columnId}`));
    return (row, columnId) => keys.has(`${row} ${columnId}`);
  }
  const rowSet = rows === undefined ? undefined : new Set(rows);
  const columnSet = columns === undefined ? undefined : new Set(columns);
  return (row, columnId) =>
    (rowSet?.has(row) ?? true) && (columnSet === undefined || columnSet.has(columnId));
}
