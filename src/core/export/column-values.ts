/** The values of a column that files are split or balanced by. */
import type { JsonValue } from '#core/base/json.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import type { RowStore } from '#core/rows/row-store.ts';

interface Table {
  readonly design: DatasetDesign;
  readonly store: RowStore;
}

/** Reads the value of a 0-based row. Undefined for no column, or one that is gone. */
export function columnValues(
  { design, store }: Table,
  columnId: string | undefined,
): ((row: number) => JsonValue | undefined) | undefined {
  const column = columnId === undefined ? undefined : findColumn(design, columnId);
  return column && ((row) => store.value(column.id, row));
}
