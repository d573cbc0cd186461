/**
 * The cells of one column: a byte of state for every row, values in the storage of the column, and
 * sparse maps for what is rare (reasons, values that do not fit).
 */
import type { JsonValue } from '#core/base/json.ts';
import { cellStates, type CellState } from './cell.ts';
import type { StorageKind, WritableColumn } from './row-store.ts';
import { blockMethods } from './block-methods.ts';
import { createValueStorage } from './value-storage.ts';

export interface StoredColumn extends WritableColumn {
  reason(row: number): string | undefined;
  /** Index into `cellStates`. */
  stateCode(row: number): number;
  resize(rowCount: number): void;
}

/** What a row's byte says besides its state: where the value is. */
const stateMask = 0x0f;
const hasNothing = 0x00;
const hasStored = 0x10;
const hasNull = 0x20;
const hasUnfit = 0x30;
const hasComputed = 0x40;
const placeMask = 0x70;

const valueStates: ReadonlySet<CellState> = new Set([
  'streaming',
  'done',
  'edited',
  'locked',
  'outdated',
]);
const codeOfState = new Map(cellStates.map((state, code) => [state, code]));
const doneCode = codeOf('done');
const keptCodes: ReadonlySet<number> = new Set([codeOf('edited'), codeOf('locked')]);

function codeOf(state: CellState): number {
  return codeOfState.get(state) ?? 0;
}

/** `onChange` runs before every change of rows and throws when the store lacks one of them. */
export function createStoredColumn(
  kind: StorageKind,
  onChange: (row: number, count?: number) => void,
): StoredColumn {
  const storage = createValueStorage(kind);
  const unfit = new Map<number, JsonValue>();
  const reasons = new Map<number, string>();
  let cells = new Uint8Array(0);
  let capacity = 0;
  let compute: (row: number) => JsonValue = () => null;

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
  const claim = (start: number, count: number, place: number): void => {
    if (count === 0) return;
    onChange(start, count);
    if (unfit.size + reasons.size > 0)
      for (let row = start; row < start + count; row += 1) forgetSparse(row);
    cells.fill(doneCode | place, start, start + count);
  };
  const set: StoredColumn['set'] = (row, value, state) => {
    onChange(row);
    forgetSparse(row);
    const keepsValue = state === undefined || valueStates.has(state);
    const code = state === undefined ? doneCode : codeOf(state);
    cells[row] = code | (keepsValue ? place(row, value) : hasNothing);
  };
  return {
    set,
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
      if (where === hasComputed) return compute(row);
      return where === hasNull ? null : unfit.get(row);
    },
    state: (row) => cellStates[(cells[row] ?? 0) & stateMask] ?? 'empty',
    stateCode: (row) => (cells[row] ?? 0) & stateMask,
    reason: (row) => reasons.get(row),
    hasKept(start, count) {
      for (let row = start; row < start + count; row += 1)
        if (keptCodes.has((cells[row] ?? 0) & stateMask)) return true;
      return false;
    },
    ...blockMethods({ storage, claim: (start, count) => claim(start, count, hasStored), set }),
    setComputed(start, count, valueOf) {
      claim(start, count, hasComputed);
      compute = valueOf;
    },
    codes() {
      const { codeAt } = storage;
      if (codeAt === undefined) return undefined;
      return {
        codeAt: (row) => (((cells[row] ?? 0) & placeMask) === hasStored ? (codeAt(row) ?? -1) : -1),
      };
    },
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
}
