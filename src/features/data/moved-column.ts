/** The order after one step of a column to the left or the right. */
export function moved(
  columnKeys: readonly string[],
  columnId: string,
  step: number,
): readonly string[] {
  const from = columnKeys.indexOf(columnId);
  const to = Math.min(columnKeys.length - 1, Math.max(0, from + step));
  return columnKeys.toSpliced(from, 1).toSpliced(to, 0, columnId);
}
