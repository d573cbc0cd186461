/** The type of a column that holds given values, told from the values. */
import type { JsonValue } from '#core/base/json.ts';
import type { ColumnType } from './design.ts';

/** The narrowest type that takes all values; text where they are of several kinds, or where there are none. */
export function columnTypeOf(values: readonly JsonValue[]): ColumnType {
  const types = new Set(values.filter((value) => value !== null).map(typeOf));
  const [only] = types;
  if (only !== undefined && types.size === 1) return only;
  const isNumeric = types.size === 2 && types.has('integer') && types.has('decimal');
  return isNumeric ? 'decimal' : 'text';
}

function typeOf(value: JsonValue): ColumnType {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'decimal';
  return Array.isArray(value) ? 'list' : 'object';
}
