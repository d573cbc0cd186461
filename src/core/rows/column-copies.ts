/** Whole columns as typed arrays, for measures that pass over all rows. What is not copied costs no memory and no time. */
import type { JsonValue } from '#core/base/json.ts';
import { hasComputed, hasStored, hasUnfit, placeMask } from './cell-byte.ts';
import type { CellBytes } from './cell-bytes.ts';
import type { CodedColumn, CodeReader } from './row-store.ts';
import type { ValueStorage } from './value-storage.ts';

export interface CopySource {
  readonly storage: ValueStorage;
  readonly cells: CellBytes;
  readonly compute: (row: number) => JsonValue;
  /** The values that the storage cannot hold. */
  readonly unfit: ReadonlyMap<number, JsonValue>;
}

/** As `RowStore.numbers`. */
export function readNumbers(
  { storage, cells, compute }: CopySource,
  rowCount: number,
): Float64Array | undefined {
  const floats = storage.floats?.();
  if (floats === undefined) return undefined;
  const gap = cells.firstNotStored(0, rowCount);
  // Values that are no numbers are kept apart, so a stored one is always a number.
  if (gap === rowCount) return floats.subarray(0, rowCount);
  const numbers = floats.slice(0, rowCount);
  for (let row = gap; row < rowCount; row += 1) {
    const place = cells.at(row) & placeMask;
    if (place === hasStored) continue;
    const value = place === hasComputed ? compute(row) : undefined;
    numbers[row] = typeof value === 'number' ? value : Number.NaN;
  }
  return numbers;
}

/** As `RowStore.codes`. */
export function copyCodes(source: CopySource, rowCount: number): CodedColumn | undefined {
  const dictionary = source.storage.dictionary?.();
  if (dictionary === undefined) return undefined;
  const { cells, compute, unfit } = source;
  const values: JsonValue[] = [...dictionary.entries];
  const codeOf = createNumbering(values);
  const codes = new Int32Array(rowCount);
  const gap = cells.firstNotStored(0, rowCount);
  codes.set(dictionary.codes.subarray(0, gap));
  for (let row = gap; row < rowCount; row += 1) {
    const place = cells.at(row) & placeMask;
    if (place === hasStored) codes[row] = dictionary.codes[row] ?? -1;
    else if (place === hasComputed) codes[row] = codeOf(compute(row));
    else codes[row] = place === hasUnfit ? codeOf(unfit.get(row) ?? null) : -1;
  }
  return { codes, values };
}

/** Numbers values beyond the dictionary's, and appends them. Its index is made when the first is asked for. */
function createNumbering(values: JsonValue[]): (value: JsonValue) => number {
  let known: Map<JsonValue, number> | undefined;
  return (value) => {
    known ??= new Map(values.map((entry, code) => [keyOf(entry), code]));
    const key = keyOf(value);
    const code = known.get(key) ?? values.push(value) - 1;
    known.set(key, code);
    return code;
  };
}

/** Text of lists and objects begins with a sign that keeps it apart from the same words as a text. */
function keyOf(value: JsonValue): JsonValue {
  return typeof value === 'object' ? `\u0000${JSON.stringify(value)}` : value;
}

/** As `WritableColumn.codeReader`. */
export function readCodes({ storage, cells }: CopySource): CodeReader | undefined {
  const { codeAt, dictionary } = storage;
  if (codeAt === undefined) return undefined;
  const isStored = (row: number): boolean => (cells.at(row) & placeMask) === hasStored;
  return {
    codeAt: (row) => (isStored(row) ? (codeAt(row) ?? -1) : -1),
    read(start, count, out) {
      const codes = dictionary?.()?.codes ?? noCodes;
      const gap = Math.min(cells.firstNotStored(start, start + count), codes.length);
      out.set(codes.subarray(start, gap));
      for (let row = Math.max(start, gap); row < start + count; row += 1) {
        const isHere = (cells.at(row) & placeMask) === hasStored;
        out[row - start] = isHere ? (codes[row] ?? -1) : -1;
      }
    },
  };
}

/** Of a column whose dictionary was given up. */
const noCodes = new Uint16Array(0);
