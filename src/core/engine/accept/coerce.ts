/**
 * Answers become values of a column's type, or a reason why they cannot. Forms are forgiven
 * (`"$1,299.99"`, `"yes"`), meanings are not: nothing is rounded, shortened or made up.
 */
import { isJsonObject, parseJson, hasAtMost, type JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { repairText } from '#core/base/repair-text.ts';
import type { ColumnType } from '#core/design/design.ts';
import type { AnswerField } from '#core/design/fill.ts';
import { describeValue, quote, toText } from '#core/expression/value.ts';
import { parseDate, parseDateTime } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';

export interface CoercedField {
  readonly type: ColumnType;
  readonly unit?: string | undefined;
  /** The only values allowed; matched exactly, then without regard to case and outer blanks. */
  readonly values?: readonly string[] | undefined;
  /** Fields of an object, or of each item of a list; items of a list without fields are texts. */
  readonly fields?: readonly AnswerField[] | undefined;
  /** True: null, blank text and an absent value become null. */
  readonly isNullable?: boolean | undefined;
}

const maxValueNodes = 20_000;
const maxValueDepth = 32;

/**
 * The value as the field's type, or what is wrong with it as the end of a sentence whose subject is
 * the field (`“abc” is no number`). Never throws. Lone surrogates and NUL in texts become U+FFFD. Fields that an
 * object does not declare are left out; an object without declared fields is kept whole.
 */
export function coerce(
  value: JsonValue | undefined,
  field: CoercedField,
): Result<JsonValue, string> {
  if (isEmpty(value)) return field.isNullable ? success(null) : failure('is empty');
  if (!hasAtMost(value, maxValueNodes, maxValueDepth)) return failure('is nested too deeply');
  const typed = coerceType(value ?? null, field);
  if (!typed.ok) return isListed(value, field) ? failure(notAllowed(value, field.values)) : typed;
  const allowed = chooseAllowed(typed.value, field);
  if (!allowed.ok) return allowed;
  return isTooLarge(allowed.value) ? failure('is larger than 1 MB') : allowed;
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'string' && value.trim() === '';
}

function coerceType(value: JsonValue, field: CoercedField): Result<JsonValue, string> {
  switch (field.type) {
    case 'text':
      return coerceText(value);
    case 'integer':
      return coerceInteger(value, field.unit);
    case 'decimal':
      return coerceNumber(value, field.unit);
    case 'boolean':
      return coerceBoolean(value);
    case 'date':
      return typeof value === 'string'
        ? parseDate(value)
        : failure(`${describeValue(value)} is no date`);
    case 'datetime':
      return typeof value === 'string'
        ? parseDateTime(value)
        : failure(`${describeValue(value)} is no date and time`);
    case 'list':
      return coerceList(value, field);
    case 'object':
      return coerceObject(value, field.fields);
  }
}

function coerceText(value: JsonValue): Result<string, string> {
  if (typeof value === 'string') return success(repairText(value));
  if (typeof value === 'number' || typeof value === 'boolean') return success(String(value));
  return failure(`${describeValue(value)} is no text`);
}

function coerceNumber(value: JsonValue, unit?: string): Result<number, string> {
  if (typeof value === 'string') return parseNumber(value, unit);
  return typeof value === 'number' && Number.isFinite(value)
    ? success(value)
    : failure(`${describeValue(value)} is no number`);
}

function coerceInteger(value: JsonValue, unit?: string): Result<number, string> {
  const number = coerceNumber(value, unit);
  if (!number.ok) return number;
  return Number.isSafeInteger(number.value)
    ? number
    : failure(`${String(number.value)} is no whole number`);
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

function coerceBoolean(value: JsonValue): Result<boolean, string> {
  if (typeof value === 'boolean') return success(value);
  const isWord = typeof value === 'string' || typeof value === 'number';
  const truth = isWord ? truths.get(String(value).trim().toLowerCase()) : undefined;
  return truth === undefined
    ? failure(`${describeValue(value)} is neither true nor false`)
    : success(truth);
}

function coerceList(value: JsonValue, field: CoercedField): Result<JsonValue, string> {
  const list = typeof value === 'string' ? parsedAs(value, '[') : value;
  if (!Array.isArray(list)) return failure(`${describeValue(value)} is no list`);
  const items: JsonValue[] = [];
  for (const [index, item] of (list as readonly JsonValue[]).entries()) {
    const coerced = field.fields
      ? coerceObject(item, field.fields)
      : coerce(item, { type: 'text', values: field.values });
    if (!coerced.ok) return failure(`item ${index + 1}: ${coerced.error}`);
    items.push(coerced.value);
  }
  return success(items);
}

function coerceObject(
  value: JsonValue,
  fields: readonly AnswerField[] | undefined,
): Result<JsonValue, string> {
  const object = typeof value === 'string' ? parsedAs(value, '{') : value;
  if (!isJsonObject(object)) return failure(`${describeValue(value)} is no object`);
  if (fields === undefined || fields.length === 0) return success(repairDeep(object));
  const entries: [string, JsonValue][] = [];
  for (const field of fields) {
    const raw = Object.hasOwn(object, field.name) ? object[field.name] : undefined;
    const coerced = coerce(raw, field);
    if (!coerced.ok) return failure(`${field.name}: ${coerced.error}`);
    entries.push([field.name, coerced.value]);
  }
  return success(Object.fromEntries(entries));
}

/** Some models write a list or an object as a text that holds its JSON. */
function parsedAs(text: string, opening: string): JsonValue {
  if (!text.trimStart().startsWith(opening)) return text;
  const parsed = parseJson(text, { maxDepth: maxValueDepth, maxNodes: maxValueNodes });
  return parsed.ok ? parsed.value : text;
}

function chooseAllowed(value: JsonValue, field: CoercedField): Result<JsonValue, string> {
  if (!isListed(value, field)) return success(value);
  const { values = [] } = field;
  const text = toText(value);
  const chosen =
    values.find((allowed) => allowed === text) ??
    values.find((allowed) => foldCase(allowed) === foldCase(text));
  if (chosen !== undefined) return success(typeof value === 'string' ? chosen : value);
  const isEqualNumber = typeof value === 'number' && values.some((one) => Number(one) === value);
  return isEqualNumber ? success(value) : failure(notAllowed(value, values));
}

/** A single value, such as “4/5”, where only some values are allowed: naming those says more than its type does. */
function isListed(
  value: JsonValue | undefined,
  { type, values = [] }: CoercedField,
): value is string | number | boolean {
  return values.length > 0 && type !== 'list' && type !== 'object' && typeof value !== 'object';
}

function notAllowed(value: string | number | boolean, values: readonly string[] = []): string {
  const text = toText(value);
  const shown = values.slice(0, 12).join(', ');
  return `${quote(text)} is none of the allowed values (${shown}${values.length > 12 ? ', …' : ''})`;
}

function foldCase(text: string): string {
  return text.trim().toUpperCase().toLowerCase();
}

function repairDeep(value: JsonValue): JsonValue {
  if (typeof value === 'string') return repairText(value);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(repairDeep);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [repairText(key), repairDeep(item)]),
  );
}

function isTooLarge(value: JsonValue): boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return false;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.length * 3 <= limits.cellBytes) return false;
  return new TextEncoder().encode(text).length > limits.cellBytes;
}
