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

/** One step in the direction of an arrow key, within the table; undefined for other keys. */
export function stepTo(
  { row, column }: GridPlace,
  key: string,
  size: { readonly rows: number; readonly columns: number },
): GridPlace | undefined {
  const moves: Readonly<Record<string, GridPlace>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
  };
  const next = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return (
    next && {
      row: Math.min(size.rows - 1, Math.max(0, next.row)),
      column: Math.min(size.columns - 1, Math.max(0, next.column)),
    }
  );
}
