/** The port of a store of rows: columns of cells that grow and are read in windows. */
import type { JsonValue } from '#core/base/json.ts';
import type { Cell, CellState } from './cell.ts';
import type { RowWindow } from './row-source.ts';

export type StorageKind = 'number' | 'text' | 'coded' | 'json';

export interface StoreColumn {
  readonly id: string;
  /** number: numbers (null as a state); text: dictionary or plain strings; coded: dictionary of texts, numbers and booleans; json: anything. */
  readonly storage: StorageKind;
  /** Numbers only: how many most of them have at most. They take fewer bytes then; others are kept as exactly. */
  readonly decimalPlaces?: number | undefined;
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
  /** True when a cell of rows [start, start + count) is edited or locked. */
  hasKept(start: number, count: number): boolean;
  /** True when every cell of rows [start, start + count) is done. */
  isDone(start: number, count: number): boolean;
  /** Sets rows from `start` on, one for each of the first `count` numbers, to `done`. The array stays the caller's. */
  setNumbers(start: number, count: number, numbers: Float64Array): void;
  /** As `setNumbers` with `valueOf` of each code; it gives the same value for the same code whenever it is asked, and never null. */
  setCodes(start: number, count: number, coded: CodedRows): void;
  /**
   * Rows [start, start + count) are `done` and read as `valueOf(row)`, computed whenever they are asked for. A
   * column has one such function: setting another changes what earlier computed rows read as. It may read
   * other columns; whoever changes a cell there sets this one anew.
   */
  setComputed(start: number, count: number, valueOf: (row: number) => JsonValue): void;
  /** The codes of a dictionary column, for loops that do the same for the same value; undefined for others. */
  codeReader(): CodeReader | undefined;
}

export interface CodedRows {
  readonly codes: Int32Array;
  readonly valueOf: (code: number) => JsonValue;
}

export interface CodeReader {
  /** The dictionary's code of the cell; -1 where it holds no value of the dictionary. */
  codeAt(row: number): number;
  /** Writes `codeAt` of rows [start, start + count) to the front of `out`; the fast way for many rows. */
  read(start: number, count: number, out: Int32Array): void;
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
  /** A column kept as numbers, NaN where a cell holds none; undefined for other columns. Not to be written to: it may be the store's own array, which shows later changes. */
  numbers(columnId: string): Float64Array | undefined;
  /** A copy of a column kept as dictionary codes; undefined for other columns. Equal values have one code. */
  codes(columnId: string): CodedColumn | undefined;
  /** A cloneable copy of rows [start, end) of the named columns, cut to what exists. */
  window(start: number, end: number, columnIds: readonly string[]): RowWindow;
  /** As `window`, of these rows in this order; rows that do not exist are left out. */
  windowOf(rows: readonly number[], columnIds: readonly string[]): RowWindow;
}
