/** A rectangle of cells, by place on screen: rows and columns as they stand, both ends included. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function rangeBetween(anchor: GridPlace, head: GridPlace): GridRange {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  };
}

export function isInRange(range: GridRange, row: number, column: number): boolean {
  const isInRows = row >= range.top && row <= range.bottom;
  return isInRows && column >= range.left && column <= range.right;
}

/** Rows by place, both ends included. */
export interface RowSpan {
  readonly top: number;
  readonly bottom: number;
}

/** The rows from a range to a place above or below it; undefined for a place within. */
export function rowsBeside({ top, bottom }: RowSpan, row: number): RowSpan | undefined {
  if (row > bottom) return { top: bottom + 1, bottom: row };
  return row < top ? { top: row, bottom: top - 1 } : undefined;
}

interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

/** One page of rows, as far as Shift with a page key reaches. */
const pageRows = 20;

/**
 * Where a key leads to from a place, within the table; undefined for other keys. `isFar` goes to the
 * edge in the direction of an arrow.
 */
export function stepTo(
  { row, column }: GridPlace,
  { key, isFar = false }: { readonly key: string; readonly isFar?: boolean },
  size: TableSize,
): GridPlace | undefined {
  const [rows, columns] = isFar ? [size.rows, size.columns] : [1, 1];
  const moves: Readonly<Record<string, GridPlace>> = {
    ArrowUp: { row: row - rows, column },
    ArrowDown: { row: row + rows, column },
    ArrowLeft: { row, column: column - columns },
    ArrowRight: { row, column: column + columns },
    PageUp: { row: row - pageRows, column },
    PageDown: { row: row + pageRows, column },
    Home: { row: isFar ? 0 : row, column: 0 },
    End: { row: isFar ? size.rows : row, column: size.columns },
  };
  const next = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return (
    next && {
      row: Math.min(size.rows - 1, Math.max(0, next.row)),
      column: Math.min(size.columns - 1, Math.max(0, next.column)),
    }
  );
}
