/** Fields of rows that came from outside. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';

/** What the row itself holds under this name; null where it does not, whatever every object inherits. */
export function fieldValue(row: JsonObject | undefined, field: string): JsonValue {
  return row !== undefined && Object.hasOwn(row, field) ? (row[field] ?? null) : null;
}
