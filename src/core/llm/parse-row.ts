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

/**
 * A parser for objects whose number stands under `rowKey`; undefined when the text is no JSON object.
 * Several rows come out of a wrapper that begins like a row, such as `{"title": …, "rows": […]}`.
 */
export function createRowParser(
  rowKey: string,
  known: ReadonlySet<string>,
): (text: string) => readonly ScannedRow[] | undefined {
  const rowOf = (object: JsonObject): ScannedRow => ({ number: numberOf(object, rowKey), object });
  return (text) => {
    const parsed = parseJson(text, { maxDepth: limits.designDepth });
    const object = parsed.ok ? parsed.value : repairJson(text);
    if (!isJsonObject(object)) return undefined;
    const nested = known.has('rows') ? undefined : nestedRows(object);
    return nested === undefined ? [rowOf(object)] : nested.map(rowOf);
  };
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
