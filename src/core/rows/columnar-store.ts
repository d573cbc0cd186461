/**
 * The row store in memory: one column of cells after the other, no row objects. Rows are made only
 * for the window that somebody looks at.
 */
import { invariant } from '#core/base/invariant.ts';
import type { JsonValue } from '#core/base/json.ts';
import type { RowStore, StoreColumn } from './row-store.ts';
import type { WindowColumn } from './row-source.ts';
import { createStoredColumn, type StoredColumn } from './stored-column.ts';

/**
 * An empty store. Reading a row or a column that does not exist finds an empty cell; writing to one
 * throws, because it is a mistake of the caller. Column ids must differ.
 */
export function createColumnarStore(columns: readonly StoreColumn[]): RowStore {
  let rowCount = 0;
  let version = 0;
  const onChange = (row: number, count = 1): void => {
    if (!(row >= 0 && row + count <= rowCount) || !Number.isInteger(row))
      throw new RangeError(`Row ${row} is not among the ${rowCount} rows of the store.`);
    version += 1;
  };
  const stored = new Map<string, StoredColumn>(
    columns.map((column) => [column.id, createStoredColumn(column, onChange)]),
  );
  invariant(stored.size === columns.length, 'the column ids of a store differ');
  const find = (columnId: string): StoredColumn => {
    const column = stored.get(columnId);
    invariant(column !== undefined, `the store has a column ${columnId}`);
    return column;
  };
  return {
    columns,
    get rowCount() {
      return rowCount;
    },
    get version() {
      return version;
    },
    resize(count) {
      invariant(Number.isInteger(count) && count >= 0, 'a store has a whole number of rows');
      for (const column of stored.values()) column.resize(count);
      rowCount = count;
      version += 1;
    },
    column: find,
    setValue: (columnId, ...cell) => find(columnId).set(...cell),
    setState: (columnId, ...cell) => find(columnId).setState(...cell),
    cell(columnId, row) {
      const column = stored.get(columnId);
      if (column === undefined) return { state: 'empty' };
      return { state: column.state(row), value: column.value(row), reason: column.reason(row) };
    },
    value: (columnId, row) => stored.get(columnId)?.value(row),
    state: (columnId, row) => stored.get(columnId)?.state(row) ?? 'empty',
    numbers: (columnId) => stored.get(columnId)?.numbers(rowCount),
    codes: (columnId) => stored.get(columnId)?.codes(rowCount),
    window(start, end, columnIds) {
      const first = Math.min(Math.max(0, start), rowCount);
      const last = Math.min(Math.max(first, end), rowCount);
      const rows = Array.from({ length: last - first }, (_, offset) => first + offset);
      const shown = shownColumns(stored, columnIds, rows);
      return { rowCount, version, start: first, end: last, columns: shown };
    },
    windowOf(rows, columnIds) {
      const present = rows.filter((row) => row >= 0 && row < rowCount);
      const shown = shownColumns(stored, columnIds, present);
      return { rowCount, version, start: 0, end: present.length, columns: shown, rows: present };
    },
  };
}

function shownColumns(
  stored: ReadonlyMap<string, StoredColumn>,
  columnIds: readonly string[],
  rows: readonly number[],
): readonly WindowColumn[] {
  return columnIds.flatMap((columnId) => {
    const column = stored.get(columnId);
    return column === undefined ? [] : [windowColumn(columnId, column, rows)];
  });
}

function windowColumn(
  columnId: string,
  column: StoredColumn,
  rows: readonly number[],
): WindowColumn {
  const values: (JsonValue | undefined)[] = [];
  const states = new Uint8Array(rows.length);
  const reasons: Record<number, string> = {};
  rows.forEach((row, offset) => {
    values.push(column.value(row));
    states[offset] = column.stateCode(row);
    const reason = column.reason(row);
    if (reason !== undefined) reasons[row] = reason;
  });
  return { columnId, values, states, reasons };
}
