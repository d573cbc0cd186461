/** Whole columns as typed arrays, for measures that pass over all rows. */
import type { JsonValue } from '#core/base/json.ts';
import type { CodedColumn, CodeReader } from './row-store.ts';
import type { ValueStorage } from './value-storage.ts';

/** Where a row's value is: in the storage, in a map of misfits, worked out when asked for, or nowhere. */
export type Place = 'stored' | 'unfit' | 'computed' | 'none';

export interface CopySource {
  readonly storage: ValueStorage;
  readonly placeOf: (row: number) => Place;
  readonly compute: (row: number) => JsonValue;
  /** The values that the storage cannot hold. */
  readonly unfit: ReadonlyMap<number, JsonValue>;
}

/** As `RowStore.numbers`. */
export function copyNumbers(
  { storage, placeOf, compute }: CopySource,
  rowCount: number,
): Float64Array | undefined {
  const numbers = storage.floats?.().slice(0, rowCount);
  if (numbers === undefined) return undefined;
  for (let row = 0; row < rowCount; row += 1) {
    const place = placeOf(row);
    // Values that are no numbers are kept apart, so a stored one is always a number.
    if (place === 'stored') continue;
    const value = place === 'computed' ? compute(row) : undefined;
    numbers[row] = typeof value === 'number' ? value : Number.NaN;
  }
  return numbers;
}

/** As `RowStore.codes`. */
export function copyCodes(source: CopySource, rowCount: number): CodedColumn | undefined {
  const dictionary = source.storage.dictionary?.();
  if (dictionary === undefined) return undefined;
  const { placeOf, compute, unfit } = source;
  const values: JsonValue[] = [...dictionary.entries];
  const codeOf = createNumbering(values);
  const codes = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const place = placeOf(row);
    if (place === 'stored') codes[row] = dictionary.codes[row] ?? -1;
    else if (place === 'computed') codes[row] = codeOf(compute(row));
    else codes[row] = place === 'unfit' ? codeOf(unfit.get(row) ?? null) : -1;
  }
  return { codes, values };
}

/** Numbers values beyond the dictionary's, and appends them. Its index is made when the first is asked for. */
function createNumbering(values: JsonValue[]): (value: JsonValue) => number {
  let known: Map<string, number> | undefined;
  return (value) => {
    known ??= new Map(values.map((entry, code) => [JSON.stringify(entry), code]));
    const key = JSON.stringify(value);
    const code = known.get(key) ?? values.push(value) - 1;
    known.set(key, code);
    return code;
  };
}

/** As `WritableColumn.codeReader`. */
export function readCodes({ storage, placeOf }: CopySource): CodeReader | undefined {
  const { codeAt } = storage;
  if (codeAt === undefined) return undefined;
  return { codeAt: (row) => (placeOf(row) === 'stored' ? (codeAt(row) ?? -1) : -1) };
}
