/** When two values count as the same: the key that uniqueness is decided by, for checks and for measures alike. */
import { canonicalJson, isJsonObject, type JsonArray, type JsonValue } from '#core/base/json.ts';

/** Compatibility forms, case and runs of blanks do not make texts different (NFKC, then case folding). */
export function normaliseText(text: string): string {
  let folded = foldCase(text);
  // One folding can leave what the next one changes (ẞ gives ß, ß gives ss): equal means equal at the end.
  for (let next = foldCase(folded); next !== folded; next = foldCase(folded)) folded = next;
  return folded.replace(/\s+/g, ' ').trim();
}

/** Upper and then lower case folds what lower case alone keeps apart, such as ß and ss. */
function foldCase(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

/**
 * One key for the values of the columns of a unique rule. Undefined when one of them is absent or null:
 * nothing equals a missing value. Numbers, booleans and texts stay apart.
 */
export function uniqueKey(values: readonly (JsonValue | undefined)[]): string | undefined {
  const parts: string[] = [];
  for (const value of values) {
    if (value === undefined || value === null) return undefined;
    parts.push(
      typeof value === 'string'
        ? JSON.stringify(normaliseText(value))
        : canonicalJson(normaliseDeep(value)),
    );
  }
  return parts.join('\n');
}

function normaliseDeep(value: JsonValue): JsonValue {
  if (typeof value === 'string') return normaliseText(value);
  if (Array.isArray(value)) return (value as JsonArray).map(normaliseDeep);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normaliseDeep(item)]));
}
