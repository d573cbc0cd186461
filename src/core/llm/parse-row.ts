/** From the text of one object of an answer to the row or rows it holds. */
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { repairJson } from './repair-json.ts';

export interface ScannedRow {
  /** The row's number as the answer gives it; undefined when it gives none. */
  readonly number: number | undefined;
  /** The parsed object as it is, with the row number and with keys nobody asked for. */
  readonly object: JsonObject;
}

export interface RowParserOptions {
  /** Key of the row number. */
  readonly rowKey: string;
  /** Keys that were asked for. */
  readonly known: ReadonlySet<string>;
  /** The rows of an object that holds one list per field; undefined for any other. */
  readonly splitColumns?: ((object: JsonObject) => readonly JsonObject[] | undefined) | undefined;
}

/**
 * A parser for the objects of an answer; undefined when the text is no JSON object. Several rows come
 * out of a wrapper that begins like a row, such as `{"title": …, "rows": […]}`, and out of lists of columns.
 */
export function createRowParser({
  rowKey,
  known,
  splitColumns,
}: RowParserOptions): (text: string) => readonly ScannedRow[] | undefined {
  return (text) => {
    const parsed = parseJson(text, { maxDepth: limits.designDepth });
    const object = parsed.ok ? parsed.value : repairJson(text);
    if (!isJsonObject(object)) return undefined;
    const nested = known.has('rows') ? undefined : nestedRows(object);
    const rows = nested ?? splitColumns?.(object) ?? [object];
    return rows.map((row) => scannedRow(row, rowKey));
  };
}

/** A row with its number taken from `rowKey`. */
export function scannedRow(object: JsonObject, rowKey: string): ScannedRow {
  return { number: numberOf(object, rowKey), object };
}

function nestedRows(object: JsonObject): readonly JsonObject[] | undefined {
  const rows = Object.hasOwn(object, 'rows') ? object.rows : undefined;
  if (!Array.isArray(rows)) return undefined;
  const objects = (rows as readonly JsonValue[]).filter(isJsonObject);
  return objects.length === 0 ? undefined : objects;
}

function numberOf(object: JsonObject, rowKey: string): number | undefined {
  const value = Object.hasOwn(object, rowKey) ? object[rowKey] : undefined;
  if (typeof value === 'string') return /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}
