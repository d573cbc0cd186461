/** What the measures read: a row store, or any table of columns, through one narrow view. */
import type { JsonValue } from '#core/base/json.ts';
import type { CodedColumn } from './row-store.ts';

/** Satisfied by every `RowStore`. Values must not change while a measure runs. */
export interface RowReader {
  readonly rowCount: number;
  /** Undefined where the cell holds no value. */
  value(columnId: string, row: number): JsonValue | undefined;
  /** As in `RowStore`: a whole column at once where the rows are kept that way. */
  numbers?(columnId: string): Float64Array | undefined;
  codes?(columnId: string): CodedColumn | undefined;
}

/** A reader over plain columns; nothing is copied. The longest column gives the row count. */
export function readColumns(
  columns: Readonly<Record<string, readonly (JsonValue | undefined)[]>>,
): RowReader {
  const table = new Map(Object.entries(columns));
  const lengths = [...table.values()].map((values) => values.length);
  return {
    rowCount: Math.max(0, ...lengths),
    value: (columnId, row) => table.get(columnId)?.[row],
  };
}

/** The name of a group: the text of a scalar, JSON of anything else. Undefined for empty cells. */
export function groupKey(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export interface NumberPair {
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

export interface PairColumns {
  readonly x: string;
  readonly y: string;
  readonly by?: string | undefined;
}

/**
 * Rows in which both columns hold finite numbers, by group in order of first appearance. Without `by`
 * there is one group with the empty name; with it, rows without a group are left out.
 */
export function pairsByGroup(
  rows: RowReader,
  columns: PairColumns,
): ReadonlyMap<string, readonly NumberPair[]> {
  const groups = new Map<string, NumberPair[]>();
  for (let row = 0; row < rows.rowCount; row += 1) {
    const x = rows.value(columns.x, row);
    const y = rows.value(columns.y, row);
    const key = columns.by === undefined ? '' : groupKey(rows.value(columns.by, row));
    if (key === undefined || !isFiniteNumber(x) || !isFiniteNumber(y)) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ row, x, y }]);
    else group.push({ row, x, y });
  }
  return groups;
}

export function isFiniteNumber(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
