/**
 * How the values of one column are kept: numbers, dictionary codes or plain references. A storage
 * knows nothing of rows without values; the store asks only for rows it has written.
 */
import type { JsonValue } from '#core/base/json.ts';
import { createNumberStorage } from './number-storage.ts';
import type { StoreColumn } from './row-store.ts';

/** Most distinct texts a dictionary holds: as many as 16 bits number. */
export const dictionarySize = 65_536;
/** As many as 8 bits number. */
const byteCodes = 256;

export interface ValueStorage {
  /** False when the value does not fit; nothing is written then. */
  write(row: number, value: JsonValue): boolean;
  /** What was last written at a row. */
  read(row: number): JsonValue;
  /** Makes room for rows [0, capacity). */
  reserve(capacity: number): void;
  /** Dictionaries only: the code of a value, which is added when it is new; undefined when it does not fit. */
  readonly encode?: (value: JsonValue) => number | undefined;
  /** Dictionaries only: writes codes that `encode` gave to rows from `start` on. */
  readonly writeCodes?: (start: number, codes: Uint16Array) => void;
  /** Dictionaries only: the code at a row; undefined once the dictionary was given up. */
  readonly codeAt?: (row: number) => number | undefined;
  /** Number storages only: writes many at once. */
  readonly writeNumbers?: (start: number, numbers: Float64Array) => void;
  /** Lets go of what rows from `rowCount` on refer to. */
  truncate(rowCount: number): void;
  /** Number storages only: all as floats, for reading at once. They are kept so from then on. */
  floats?(): Float64Array;
  /** Codes and their values, for reading at once; undefined when values are kept otherwise. */
  readonly dictionary?: () =>
    { readonly codes: Codes; readonly entries: readonly JsonValue[] } | undefined;
}

/** What a storage needs to know of its column. */
export type Storing = Omit<StoreColumn, 'id'>;

/** Codes in one byte each as long as there are few, in two from then on. */
export type Codes = Uint8Array | Uint16Array;

export function createValueStorage({ storage, decimalPlaces }: Storing): ValueStorage {
  switch (storage) {
    case 'number':
      return createNumberStorage(decimalPlaces);
    case 'text':
      return createDictionaryStorage((value) => typeof value === 'string');
    case 'coded':
      return createDictionaryStorage((value) => value !== null && typeof value !== 'object');
    case 'json':
      return createPlainStorage(() => true);
  }
}

function createPlainStorage(fits: (value: JsonValue) => boolean): ValueStorage {
  const values: JsonValue[] = [];
  return {
    write(row, value) {
      if (!fits(value)) return false;
      // Filling the gap keeps the array dense, which is several times smaller and faster than a sparse one.
      while (values.length < row) values.push(null);
      values[row] = value;
      return true;
    },
    read: (row) => values[row] ?? null,
    reserve: () => undefined,
    truncate(rowCount) {
      if (values.length > rowCount) values.length = rowCount;
    },
  };
}

/** Codes into a dictionary until it is full, plain values from then on. */
function createDictionaryStorage(fits: (value: JsonValue) => boolean): ValueStorage {
  let codes: Codes | undefined = new Uint8Array(0);
  /** Rows from here on were never written. */
  let usedRows = 0;
  let entries: JsonValue[] = [];
  let codeOf = new Map<JsonValue, number>();
  const plain = createPlainStorage(fits);

  const grow = (from: Codes, isWide: boolean, capacity: number): void => {
    codes = isWide ? new Uint16Array(capacity) : new Uint8Array(capacity);
    codes.set(from.subarray(0, usedRows));
  };
  const leaveDictionary = (written: Codes): void => {
    for (let row = 0; row < usedRows; row += 1) plain.write(row, entries[written[row] ?? 0] ?? '');
    codes = undefined;
    entries = [];
    codeOf = new Map();
  };
  const codeFor = (value: JsonValue): number | undefined => {
    const known = codeOf.get(value);
    if (known !== undefined || entries.length >= dictionarySize) return known;
    if (entries.length === byteCodes && codes !== undefined) grow(codes, true, codes.length);
    codeOf.set(value, entries.length);
    return entries.push(value) - 1;
  };
  return {
    write(row, value) {
      if (!fits(value)) return false;
      if (codes === undefined) return plain.write(row, value);
      const code = codeFor(value);
      if (code !== undefined) {
        // The array may be another one since: a new value can widen it.
        codes[row] = code;
        usedRows = Math.max(usedRows, row + 1);
        return true;
      }
      leaveDictionary(codes);
      return plain.write(row, value);
    },
    dictionary: () => (codes === undefined ? undefined : { codes, entries }),
    read: (row) => (codes === undefined ? plain.read(row) : (entries[codes[row] ?? 0] ?? '')),
    encode: (value) => (codes === undefined || !fits(value) ? undefined : codeFor(value)),
    writeCodes(start, block) {
      codes?.set(block, start);
      usedRows = Math.max(usedRows, start + block.length);
    },
    codeAt: (row) => codes?.[row],
    reserve(capacity) {
      if (codes !== undefined) grow(codes, codes instanceof Uint16Array, capacity);
    },
    truncate(rowCount) {
      usedRows = Math.min(usedRows, rowCount);
      plain.truncate(rowCount);
    },
  };
}
