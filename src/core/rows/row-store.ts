/** The port of a store of rows: columns of cells that grow and are read in windows. */
import type { JsonValue } from '#core/base/json.ts';
import type { Cell, CellState } from './cell.ts';
import type { RowWindow } from './row-source.ts';

export type StorageKind = 'number' | 'text' | 'json';

export interface StoreColumn {
  readonly id: string;
  /** number: 64-bit floats (null as a state); text: dictionary or plain strings; json: anything. */
  readonly storage: StorageKind;
}

/** A column of few different values: for each row the index of its value, -1 where it holds none. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly values: readonly JsonValue[];
}

/** One column of a store, for loops over its rows. Stays valid while the store lives. */
export interface WritableColumn {
  /** As `RowStore.setValue`; the state is `done` when absent. */
  set(row: number, value: JsonValue, state?: CellState): void;
  /** As `RowStore.setState`. */
  setState(row: number, state: CellState, reason?: string): void;
  value(row: number): JsonValue | undefined;
  state(row: number): CellState;
}

export interface RowStore {
  readonly columns: readonly StoreColumn[];
  readonly rowCount: number;
  /** Counts up with every change. */
  readonly version: number;
  /** Grows with empty cells or cuts off the end. */
  resize(rowCount: number): void;
  /** The column of this id; throws when the store has none. */
  column(columnId: string): WritableColumn;
  /** Values that do not fit the column's storage are kept as they are, never converted. */
  setValue(columnId: string, row: number, value: JsonValue, state?: CellState): void;
  /** Changes the state alone; `empty`, `waiting`, `failed` and `skipped` drop the value. */
  setState(columnId: string, row: number, state: CellState, reason?: string): void;
  cell(columnId: string, row: number): Cell;
  /** The value, or undefined where the cell holds none. Cheaper than `cell`. */
  value(columnId: string, row: number): JsonValue | undefined;
  state(columnId: string, row: number): CellState;
  /** A copy of a column kept as numbers, NaN where a cell holds none; undefined for other columns. */
  numbers(columnId: string): Float64Array | undefined;
  /** A copy of a column kept as dictionary codes; undefined for other columns. Equal values have one code. */
  codes(columnId: string): CodedColumn | undefined;
  /** A cloneable copy of rows [start, end) of the named columns, cut to what exists. */
  window(start: number, end: number, columnIds: readonly string[]): RowWindow;
  /** As `window`, of these rows in this order; rows that do not exist are left out. */
  windowOf(rows: readonly number[], columnIds: readonly string[]): RowWindow;
}
