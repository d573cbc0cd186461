/**
 * The cells of one column: a byte of state for every row, values in the storage of the column, and
 * sparse maps for what is rare (reasons, values that do not fit).
 */
import type { JsonValue } from '#core/base/json.ts';
import { cellStates, type CellState } from './cell.ts';
import type { CodedColumn, StorageKind, WritableColumn } from './row-store.ts';
import { createValueStorage, type ValueStorage } from './value-storage.ts';

export interface StoredColumn extends WritableColumn {
  reason(row: number): string | undefined;
  /** Index into `cellStates`. */
  stateCode(row: number): number;
  resize(rowCount: number): void;
  /** As `RowStore.numbers` and `RowStore.codes`, for rows [0, rowCount). */
  numbers(rowCount: number): Float64Array | undefined;
  codes(rowCount: number): CodedColumn | undefined;
}

/** What a row's byte says besides its state: where the value is. */
const stateMask = 0x0f;
const hasNothing = 0x00;
const hasStored = 0x10;
const hasNull = 0x20;
const hasUnfit = 0x30;
const placeMask = 0x30;

const valueStates: ReadonlySet<CellState> = new Set([
  'streaming',
  'done',
  'edited',
  'locked',
  'outdated',
]);
const codeOfState = new Map(cellStates.map((state, code) => [state, code]));
const doneCode = codeOf('done');

function codeOf(state: CellState): number {
  return codeOfState.get(state) ?? 0;
}

/** `onChange` runs after every change of a cell. Rows given to it exist: the store checks. */
export function createStoredColumn(
  kind: StorageKind,
  onChange: (row: number) => void,
): StoredColumn {
  const storage = createValueStorage(kind);
  const unfit = new Map<number, JsonValue>();
  const reasons = new Map<number, string>();
  let cells = new Uint8Array(0);
  let capacity = 0;

  const forgetSparse = (row: number): void => {
    if (unfit.size > 0) unfit.delete(row);
    if (reasons.size > 0) reasons.delete(row);
  };
  const place = (row: number, value: JsonValue): number => {
    if (storage.write(row, value)) return hasStored;
    if (value === null) return hasNull;
    unfit.set(row, value);
    return hasUnfit;
  };
  const column: StoredColumn = {
    set(row, value, state) {
      onChange(row);
      forgetSparse(row);
      const keepsValue = state === undefined || valueStates.has(state);
      const code = state === undefined ? doneCode : codeOf(state);
      cells[row] = code | (keepsValue ? place(row, value) : hasNothing);
    },
    setState(row, state, reason) {
      onChange(row);
      const kept = valueStates.has(state) ? (cells[row] ?? 0) & placeMask : hasNothing;
      if (kept !== hasUnfit) unfit.delete(row);
      if (reason === undefined) reasons.delete(row);
      else reasons.set(row, reason);
      cells[row] = codeOf(state) | kept;
    },
    value(row) {
      const where = (cells[row] ?? 0) & placeMask;
      if (where === hasStored) return storage.read(row);
      if (where === hasNothing) return undefined;
      return where === hasNull ? null : unfit.get(row);
    },
    state: (row) => cellStates[(cells[row] ?? 0) & stateMask] ?? 'empty',
    stateCode: (row) => (cells[row] ?? 0) & stateMask,
    reason: (row) => reasons.get(row),
    numbers: (rowCount) => copyNumbers(storage, cells, rowCount),
    codes: (rowCount) => copyCodes(storage, { cells, unfit, rowCount }),
    resize(rowCount) {
      if (rowCount > capacity) {
        capacity = Math.max(rowCount, Math.ceil(capacity * 1.5));
        const grown = new Uint8Array(capacity);
        grown.set(cells);
        cells = grown;
        storage.reserve(capacity);
      }
      cells.fill(0, rowCount);
      storage.truncate(rowCount);
      for (const sparse of [unfit, reasons])
        for (const row of [...sparse.keys()]) if (row >= rowCount) sparse.delete(row);
    },
  };
  return column;
}

function copyNumbers(
  storage: ValueStorage,
  cells: Uint8Array,
  rowCount: number,
): Float64Array | undefined {
  const numbers = storage.floats?.().slice(0, rowCount);
  if (numbers === undefined) return undefined;
  // Values that are no numbers are kept apart, so a stored one is always a number.
  for (let row = 0; row < rowCount; row += 1)
    if (((cells[row] ?? 0) & placeMask) !== hasStored) numbers[row] = Number.NaN;
  return numbers;
}

interface CodeSource {
  readonly cells: Uint8Array;
  readonly unfit: ReadonlyMap<number, JsonValue>;
  readonly rowCount: number;
}

function copyCodes(storage: ValueStorage, source: CodeSource): CodedColumn | undefined {
  const dictionary = storage.dictionary?.();
  if (dictionary === undefined) return undefined;
  const { cells, unfit, rowCount } = source;
  const codes = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1)
    codes[row] = ((cells[row] ?? 0) & placeMask) === hasStored ? (dictionary.codes[row] ?? -1) : -1;
  const values: JsonValue[] = [...dictionary.texts];
  const codeOfUnfit = new Map<string, number>();
  for (const [row, value] of unfit) {
    const key = JSON.stringify(value);
    const code = codeOfUnfit.get(key) ?? values.push(value) - 1;
    codeOfUnfit.set(key, code);
    codes[row] = code;
  }
  return { codes, values };
}
