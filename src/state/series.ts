/** Which values are series, and in which order: the order of the attribute table, the same everywhere. */
import type { Column } from '#core/design/design.ts';

export function seriesValues(
  columns: readonly Column[],
  columnId: string,
): readonly (string | number | boolean)[] {
  const fill = columns.find((column) => column.id === columnId)?.fill;
  if (fill?.kind === 'category') return fill.values.map(({ value }) => value);
  if (fill?.kind === 'boolean') return [true, false];
  return [];
}
