/** A set of rows by what stands in them: open addressing over 32-bit hashes, each hit compared cell by cell. */
import { mixWord } from '#core/base/random.ts';

/** What cells of a column are told apart by: codes with -1, or numbers with NaN, where a cell holds no value. */
export type CellKeys = Int32Array | Float64Array;

export interface RowTable {
  /** False when an equal row was added before. */
  add(row: number): boolean;
  /** Whether any cell of the row holds a value. */
  hasValue(row: number): boolean;
}

/** Takes 13 to 17 bytes a row while it lives; at most `rowCount` rows can be added. */
export function createRowTable(columns: readonly CellKeys[], rowCount: number): RowTable {
  const hashes = new Int32Array(rowCount);
  const filled = new Uint8Array(rowCount);
  for (const column of columns) hashColumn(column, hashes, filled);
  const mask = 2 ** Math.ceil(Math.log2(rowCount * 1.5 + 1)) - 1;
  /** Row numbers plus one; 0 where nothing stands. */
  const places = new Int32Array(mask + 1);
  return {
    hasValue: (row) => filled[row] === 1,
    add(row) {
      const hash = hashes[row] ?? 0;
      let place = mixWord(hash) & mask;
      for (let other = places[place] ?? 0; other > 0; other = places[place] ?? 0) {
        if (hashes[other - 1] === hash && areEqual(columns, other - 1, row)) return false;
        place = (place + 1) & mask;
      }
      places[place] = row + 1;
      return true;
    },
  };
}

function hashColumn(column: CellKeys, hashes: Int32Array, filled: Uint8Array): void {
  if (column instanceof Int32Array) hashCodes(column, hashes, filled);
  else hashNumbers(column, hashes, filled);
}

function hashCodes(codes: Int32Array, hashes: Int32Array, filled: Uint8Array): void {
  for (let row = 0; row < hashes.length; row += 1) {
    const code = codes[row] ?? -1;
    if (code >= 0) filled[row] = 1;
    hashes[row] = nextHash(hashes[row] ?? 0, code);
  }
}

const number = new Float64Array(1);
const words = new Int32Array(number.buffer);

function hashNumbers(numbers: Float64Array, hashes: Int32Array, filled: Uint8Array): void {
  for (let row = 0; row < hashes.length; row += 1) {
    const value = numbers[row] ?? Number.NaN;
    let word = -1;
    if (value === value) {
      filled[row] = 1;
      // Both zeros are one number, and every NaN is the same gap.
      number[0] = value + 0;
      word = (words[0] ?? 0) ^ Math.imul(words[1] ?? 0, 0x85ebca6b);
    }
    hashes[row] = nextHash(hashes[row] ?? 0, word);
  }
}

/** One round of a multiplicative hash with the odd number closest to 2^32 over the golden ratio. */
function nextHash(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function areEqual(columns: readonly CellKeys[], one: number, other: number): boolean {
  for (const column of columns) {
    const [a, b] = [column[one], column[other]];
    if (a !== b && (a === a || b === b)) return false;
  }
  return true;
}
