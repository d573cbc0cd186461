/**
 * The values of the language are JSON values: their truth, their text and their names in messages.
 * Booleans print in lower case and null prints nothing, so that a template never shows `None`.
 */
import { isJsonObject, type JsonArray, type JsonObject, type JsonValue } from '#core/base/json.ts';

/** What names hold and expressions give: any JSON value, never undefined. */
export type Value = JsonValue;

export function isList(value: Value | undefined): value is JsonArray {
  return Array.isArray(value);
}

export function isMapping(value: Value | undefined): value is JsonObject {
  return isJsonObject(value);
}

/** Truth as in Python and Jinja: `''`, `[]`, `{}`, `0`, `false` and null are false. */
export function evaluateTest(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return Boolean(value);
  if (isList(value)) return value.length > 0;
  for (const key in value) if (Object.hasOwn(value, key)) return true;
  return false;
}

/**
 * How a value prints in a template: text as it is, booleans as `true`/`false`, null as nothing,
 * numbers in their shortest form with integers written out, lists and objects as JSON.
 */
export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (value === null) return '';
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

function numberText(value: number): string {
  const isWrittenWithExponent = Math.abs(value) >= 1e21 && Number.isInteger(value);
  return isWrittenWithExponent ? BigInt(value).toString() : String(value);
}

/** Numbers and, as in Python, booleans count as numbers; anything else gives undefined. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return undefined;
}

const longestQuote = 40;

/** A value in a message: `the text “QLED”`, `the number 12`, `a list`. */
export function describeValue(value: Value): string {
  if (typeof value === 'string') return `the text ${quote(value)}`;
  if (typeof value === 'number') return `the number ${String(value)}`;
  if (value === null) return 'an empty value (null)';
  if (typeof value === 'boolean') return String(value);
  return isList(value) ? 'a list' : 'an object';
}

/** A text in typographic quotes, cut where it is long. */
export function quote(text: string): string {
  return text.length > longestQuote ? `“${text.slice(0, longestQuote)}…”` : `“${text}”`;
}
