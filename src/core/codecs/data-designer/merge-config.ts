/**
 * Carries a changed design into the configuration it came from. What the design has not changed stays
 * as the file says it, and what only Data Designer knows stays where it stood.
 */
import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';

/** `before` is what the design wrote when the file was read, `after` what it writes now. */
export function mergeConfig(origin: JsonObject, before: JsonObject, after: JsonObject): JsonObject {
  return mergeObject(origin, before, after);
}

function merge(origin: JsonValue, before: JsonValue | undefined, after: JsonValue): JsonValue {
  if (before !== undefined && canonicalJson(before) === canonicalJson(after)) return origin;
  if (isJsonObject(origin) && isJsonObject(after))
    return mergeObject(origin, isJsonObject(before) ? before : {}, after);
  if (Array.isArray(origin) && Array.isArray(after))
    return mergeList(origin as readonly JsonValue[], listOf(before), after as readonly JsonValue[]);
  return after;
}

function mergeObject(origin: JsonObject, before: JsonObject, after: JsonObject): JsonObject {
  const kept = Object.entries(origin).filter(
    ([key]) => Object.hasOwn(after, key) || !Object.hasOwn(before, key),
  );
  const merged = kept.map(([key, value]): [string, JsonValue] => {
    const next = Object.hasOwn(after, key) ? after[key] : undefined;
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    return [key, next === undefined ? value : merge(value, old, next)];
  });
  const fresh = Object.entries(after).filter(([key]) => !Object.hasOwn(origin, key));
  // A default that the file leaves out and nobody has changed is not written either.
  const changed = fresh.filter(
    ([key, value]) =>
      !Object.hasOwn(before, key) || canonicalJson(before[key] ?? null) !== canonicalJson(value),
  );
  return Object.fromEntries([...merged, ...changed]);
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** Items are followed by name. Those that the design never knew keep their place behind what stood before them. */
function mergeList(
  origin: readonly JsonValue[],
  before: readonly JsonValue[],
  after: readonly JsonValue[],
): readonly JsonValue[] {
  if (![...origin, ...after].every((item) => keyOf(item) !== undefined)) return after;
  const [old, known] = [byKey(origin), byKey(before)];
  const merged = after.map((item) => {
    const key = keyOf(item) ?? '';
    const there = old.get(key);
    return there === undefined ? item : merge(there, known.get(key), item);
  });
  const foreign = origin.filter(
    (item) => !known.has(keyOf(item) ?? '') && !byKey(after).has(keyOf(item) ?? ''),
  );
  for (const item of foreign) {
    const previous = origin.slice(0, origin.indexOf(item)).map((one) => keyOf(one));
    const at = merged.findLastIndex((one) => previous.includes(keyOf(one)));
    merged.splice(at + 1, 0, item);
  }
  return merged;
}

function byKey(items: readonly JsonValue[]): ReadonlyMap<string, JsonValue> {
  return new Map(items.map((item) => [keyOf(item) ?? '', item]));
}

/** What an item of a list is known by: its name, its alias, or the rule it is. */
function keyOf(item: JsonValue | undefined): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const { name, alias, tool_alias: tools, target_column: target, operator, rhs } = item;
  for (const key of [name, alias, tools]) if (typeof key === 'string') return key;
  return typeof target === 'string'
    ? canonicalJson([target, operator ?? '', rhs ?? ''])
    : undefined;
}
