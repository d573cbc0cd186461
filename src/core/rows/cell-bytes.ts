/**
 * A byte for each row of a column (`cell-byte.ts`). As long as the first rows have one and the same and all
 * others none, as in a column that was drawn, it is kept once: memory that is not touched costs no time.
 */
import { firstNotStored, hasStored, placeMask } from './cell-byte.ts';

export interface CellBytes {
  /** 0 for rows that have none yet. */
  at(row: number): number;
  set(row: number, byte: number): void;
  /** For rows [start, start + count). */
  fill(start: number, count: number, byte: number): void;
  /** Makes room for rows [0, rowCount), and takes the bytes of those after. */
  resize(rowCount: number): void;
  /** The first of rows [start, end) whose value is not in the storage; `end` when there is none. */
  firstNotStored(start: number, end: number): number;
}

export function createCellBytes(): CellBytes {
  let capacity = 0;
  /** The byte of rows [0, alikeCount), as long as there is no array. */
  let [alike, alikeCount] = [0, 0];
  let bytes: Uint8Array | undefined;
  const apart = (): Uint8Array => {
    bytes ??= new Uint8Array(capacity).fill(alike, 0, alikeCount);
    return bytes;
  };
  /** Whether rows [start, end) can have the byte without an array; they have it then. */
  const staysAlike = (start: number, end: number, byte: number): boolean => {
    const isAll = start === 0 && end >= alikeCount;
    if (bytes !== undefined || start > alikeCount || (byte !== alike && !isAll)) return false;
    alike = byte;
    alikeCount = Math.max(alikeCount, end);
    return true;
  };
  return {
    at(row) {
      if (bytes !== undefined) return bytes[row] ?? 0;
      return row < alikeCount ? alike : 0;
    },
    set(row, byte) {
      if (!staysAlike(row, row + 1, byte)) apart()[row] = byte;
    },
    fill(start, count, byte) {
      if (!staysAlike(start, start + count, byte)) apart().fill(byte, start, start + count);
    },
    resize(rowCount) {
      alikeCount = Math.min(alikeCount, rowCount);
      capacity = Math.max(capacity, rowCount);
      if (bytes === undefined) return;
      if (bytes.length < capacity) bytes = grownTo(bytes, Math.ceil(capacity * 1.5));
      bytes.fill(0, rowCount);
    },
    firstNotStored(start, end) {
      if (bytes !== undefined) return firstNotStored(bytes, start, end);
      const isStored = (alike & placeMask) === hasStored;
      return isStored ? Math.max(start, Math.min(end, alikeCount)) : start;
    },
  };
}

function grownTo(bytes: Uint8Array, length: number): Uint8Array {
  const grown = new Uint8Array(length);
  grown.set(bytes);
  return grown;
}
