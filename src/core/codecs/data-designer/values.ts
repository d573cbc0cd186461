/** Looks into plain data whose shape nobody has checked. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { fieldValue } from '#core/design/field-value.ts';

export function textAt(object: JsonObject, key: string): string | undefined {
  const value = fieldValue(object, key);
  return typeof value === 'string' ? value : undefined;
}

export function numberAt(object: JsonObject, key: string): number | undefined {
  const value = fieldValue(object, key);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function objectAt(object: JsonObject, key: string): JsonObject {
  const value = fieldValue(object, key);
  return isJsonObject(value) ? value : {};
}

export function listAt(object: JsonObject, key: string): readonly JsonValue[] {
  const value = fieldValue(object, key);
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** The objects of a list, each with its place in it. */
export function objectsAt(
  object: JsonObject,
  key: string,
): readonly { readonly item: JsonObject; readonly index: number }[] {
  return listAt(object, key).flatMap((item, index) =>
    isJsonObject(item) ? [{ item, index }] : [],
  );
}

/** Whether a setting says something: absent, null, false, empty and the given default do not. */
export function isSet(object: JsonObject, key: string, usual?: JsonValue): boolean {
  const value = fieldValue(object, key);
  if (value === null || value === false || value === usual) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
