/** A repetition of no rows is no valid track list and would undo the heights of the heads too. */
export function bodyRows(rowCount: number, rowHeight: number): string {
  return rowCount === 0 ? '1fr' : `repeat(${rowCount}, ${rowHeight}px)`;
}
