/**
 * The cells of one column: a byte of state for every row, values in the storage of the column, and
 * sparse maps for what is rare (reasons, values that do not fit).
 */
import type { JsonValue } from '#core/base/json.ts';
import { cellStates, type CellState } from './cell.ts';
import type { CodedColumn, WritableColumn } from './row-store.ts';
import { blockMethods } from './block-methods.ts';
import {
  hasComputed,
  hasNothing,
  hasNull,
  hasStored,
  hasUnfit,
  placeMask,
  stateMask,
} from './cell-byte.ts';
import { createCellBytes, type CellBytes } from './cell-bytes.ts';
import { copyCodes, readCodes, readNumbers, type CopySource } from './column-copies.ts';
import { createValueStorage, type Storing, type ValueStorage } from './value-storage.ts';

export interface StoredColumn extends WritableColumn {
  reason(row: number): string | undefined;
  /** Index into `cellStates`. */
  stateCode(row: number): number;
  resize(rowCount: number): void;
  /** As `RowStore.numbers` and `RowStore.codes`, for rows [0, rowCount). */
  numbers(rowCount: number): Float64Array | undefined;
  codes(rowCount: number): CodedColumn | undefined;
}

const valueStates: ReadonlySet<CellState> = new Set([
  'streaming',
  'done',
  'edited',
  'locked',
  'outdated',
]);
const codeOfState = new Map(cellStates.map((state, code) => [state, code]));
const doneCode = codeOf('done');
const editedCode = codeOf('edited');
const lockedCode = codeOf('locked');

function codeOf(state: CellState): number {
  return codeOfState.get(state) ?? 0;
}

/** `onChange` runs before every change of rows and throws when the store lacks one of them. */
export function createStoredColumn(
  storing: Storing,
  onChange: (row: number, count?: number) => void,
): StoredColumn {
  const storage = createValueStorage(storing);
  const sparse: SparseCells = { unfit: new Map(), reasons: new Map() };
  const { unfit, reasons } = sparse;
  const cells = createCellBytes();
  let capacity = 0;
  let compute: (row: number) => JsonValue = () => null;
  /** Whether any cell has ever been edited or locked: most columns are spared the look at each row. */
  let hasEverKept = false;

  const claim = (start: number, count: number, place: number): void => {
    if (count === 0) return;
    onChange(start, count);
    forgetRange(sparse, start, count);
    cells.fill(start, count, doneCode | place);
  };
  const set: StoredColumn['set'] = (row, value, state) => {
    onChange(row);
    forget(sparse, row);
    const keepsValue = state === undefined || valueStates.has(state);
    const code = state === undefined ? doneCode : codeOf(state);
    hasEverKept ||= isKept(code);
    cells.set(row, code | (keepsValue ? placeValue({ storage, unfit }, row, value) : hasNothing));
  };
  const resize = (rowCount: number): void => {
    if (rowCount > capacity) {
      capacity = Math.max(rowCount, Math.ceil(capacity * 1.5));
      storage.reserve(capacity);
    }
    cells.resize(rowCount);
    storage.truncate(rowCount);
    truncate(sparse, rowCount);
  };
  const source: CopySource = {
    storage,
    unfit,
    cells,
    compute: (row) => compute(row),
  };
  return {
    set,
    setState(row, state, reason) {
      onChange(row);
      const kept = valueStates.has(state) ? cells.at(row) & placeMask : hasNothing;
      if (kept !== hasUnfit) unfit.delete(row);
      note(reasons, row, reason);
      hasEverKept ||= isKept(codeOf(state));
      cells.set(row, codeOf(state) | kept);
    },
    value(row) {
      const where = cells.at(row) & placeMask;
      if (where === hasStored) return storage.read(row);
      if (where === hasNothing) return undefined;
      if (where === hasComputed) return compute(row);
      return where === hasNull ? null : unfit.get(row);
    },
    state: (row) => cellStates[cells.at(row) & stateMask] ?? 'empty',
    stateCode: (row) => cells.at(row) & stateMask,
    reason: (row) => reasons.get(row),
    hasKept: (start, count) => hasEverKept && hasKeptRow(cells, start, count),
    isDone: (start, count) => areDone(cells, start, count),
    ...blockMethods({ storage, claim: (start, count) => claim(start, count, hasStored), set }),
    setComputed(start, count, valueOf) {
      claim(start, count, hasComputed);
      compute = valueOf;
    },
    numbers: (rowCount) => readNumbers(source, rowCount),
    codes: (rowCount) => copyCodes(source, rowCount),
    codeReader: () => readCodes(source),
    resize,
  };
}

/** What is rare in a column: values that its storage cannot hold, and reasons. */
interface SparseCells {
  readonly unfit: Map<number, JsonValue>;
  readonly reasons: Map<number, string>;
}

function forget({ unfit, reasons }: SparseCells, row: number): void {
  if (unfit.size > 0) unfit.delete(row);
  if (reasons.size > 0) reasons.delete(row);
}

function forgetRange(sparse: SparseCells, start: number, count: number): void {
  if (sparse.unfit.size + sparse.reasons.size === 0) return;
  for (let row = start; row < start + count; row += 1) forget(sparse, row);
}

function note(reasons: SparseCells['reasons'], row: number, reason: string | undefined): void {
  if (reason === undefined) reasons.delete(row);
  else reasons.set(row, reason);
}

function hasKeptRow(cells: CellBytes, start: number, count: number): boolean {
  for (let row = start; row < start + count; row += 1) {
    if (isKept(cells.at(row) & stateMask)) return true;
  }
  return false;
}

function isKept(code: number): boolean {
  return code === editedCode || code === lockedCode;
}

function areDone(cells: CellBytes, start: number, count: number): boolean {
  for (let row = start; row < start + count; row += 1)
    if ((cells.at(row) & stateMask) !== doneCode) return false;
  return true;
}

function truncate({ unfit, reasons }: SparseCells, rowCount: number): void {
  for (const cells of [unfit, reasons])
    for (const row of [...cells.keys()]) if (row >= rowCount) cells.delete(row);
}

/** Answers with where the value went. */
function placeValue(
  { storage, unfit }: { readonly storage: ValueStorage } & Pick<SparseCells, 'unfit'>,
  row: number,
  value: JsonValue,
): number {
  if (storage.write(row, value)) return hasStored;
  if (value === null) return hasNull;
  unfit.set(row, value);
  return hasUnfit;
}
