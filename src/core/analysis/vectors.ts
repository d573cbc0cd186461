/**
 * Whole columns as arrays: what every measure over many rows loops over. Columns that the store keeps
 * as numbers or codes are copied in one go, others are read cell by cell.
 */
import type { JsonValue } from '#core/base/json.ts';
import { countWords } from '#core/design/row-rule.ts';
import type { CodedColumn } from '#core/rows/row-store.ts';
import { groupKey, isFiniteNumber, type RowReader } from '#core/rows/row-reader.ts';

/** One number per row, NaN where the cell holds no finite number. Not to be written to. */
export function readNumbers(rows: RowReader, columnId: string): Float64Array {
  const whole = rows.numbers?.(columnId);
  if (whole !== undefined) return whole;
  return fill(rows, columnId, (value) => (isFiniteNumber(value) ? value : Number.NaN));
}

/** Words of each text, NaN where the cell holds none. */
export function readWordCounts(rows: RowReader, columnId: string): Float64Array {
  const coded = rows.codes?.(columnId);
  if (coded === undefined)
    return fill(rows, columnId, (value) =>
      typeof value === 'string' ? countWords(value) : Number.NaN,
    );
  const counts = coded.values.map((value) =>
    typeof value === 'string' ? countWords(value) : Number.NaN,
  );
  const numbers = new Float64Array(coded.codes.length);
  for (let row = 0; row < numbers.length; row += 1)
    numbers[row] = counts[coded.codes[row] ?? -1] ?? Number.NaN;
  return numbers;
}

/** One code per row, -1 where the cell is empty or null; `values` in order of first appearance. */
export function readCodes(rows: RowReader, columnId: string): CodedColumn {
  const coded = rows.codes?.(columnId);
  if (coded !== undefined) return inOrderOfAppearance(coded);
  const numbers = rows.numbers?.(columnId);
  return codeValues(rows.rowCount, (row) => {
    const number = numbers?.[row] ?? Number.NaN;
    return Number.isNaN(number) ? rows.value(columnId, row) : number;
  });
}

function fill(
  rows: RowReader,
  columnId: string,
  read: (value: JsonValue | undefined) => number,
): Float64Array {
  const numbers = new Float64Array(rows.rowCount);
  for (let row = 0; row < numbers.length; row += 1) numbers[row] = read(rows.value(columnId, row));
  return numbers;
}

function codeValues(rowCount: number, read: (row: number) => JsonValue | undefined): CodedColumn {
  const codes = new Int32Array(rowCount);
  const values: JsonValue[] = [];
  // Numbers and texts that look alike are different values, and have a dictionary each.
  const scalars = new Map<JsonValue, number>();
  const others = new Map<string, number>();
  for (let row = 0; row < codes.length; row += 1) {
    const value = read(row);
    if (value === undefined || value === null) {
      codes[row] = -1;
      continue;
    }
    const isScalar = typeof value !== 'object';
    const key = isScalar ? '' : (groupKey(value) ?? '');
    const known = isScalar ? scalars.get(value) : others.get(key);
    const code = known ?? values.push(value) - 1;
    if (known === undefined && isScalar) scalars.set(value, code);
    if (known === undefined && !isScalar) others.set(key, code);
    codes[row] = code;
  }
  return { codes, values };
}

/** A dictionary may hold values that no row holds any more, and in another order. */
function inOrderOfAppearance(coded: CodedColumn): CodedColumn {
  const { codes, values } = coded;
  const places = new Int32Array(values.length).fill(-1);
  const kept: JsonValue[] = [];
  for (let row = 0; row < codes.length && kept.length < values.length; row += 1) {
    const code = codes[row] ?? -1;
    if (code >= 0 && places[code] === -1) places[code] = kept.push(values[code] ?? null) - 1;
  }
  // Most dictionaries were made row by row, and are in order.
  if (places.every((place, code) => place === code)) return coded;
  return { codes: codes.map((code) => places[code] ?? -1), values: kept };
}
