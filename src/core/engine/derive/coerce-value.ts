/** Computed values in the type of their column: nothing is guessed, what does not fit is said. */
import { failure, success, type Result } from '#core/base/result.ts';
import { parseJson, type JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import type { ColumnType } from '#core/design/design.ts';
import { parseMoment } from '#core/engine/sample/moment.ts';
import { roundDecimal } from '#core/expression/round.ts';
import { describeValue, isList, isMapping, toText } from '#core/expression/value.ts';

interface TypeRule {
  /** What the type takes, for the message. */
  readonly needs: string;
  /** The value in the type, or undefined where it does not fit. Null never comes here. */
  readonly accept: (value: JsonValue) => JsonValue | undefined;
  /** What a rendered text of this type stands for; the text itself where it cannot be read. */
  readonly read: (text: string) => Result<JsonValue, string>;
}

const decimal: TypeRule = {
  needs: 'a number',
  accept: (value) => (typeof value === 'number' ? value : undefined),
  read: (text) => success(numberIn(text) ?? text),
};
const moment: TypeRule = {
  needs: 'a date such as 2024-01-31',
  accept: (value) =>
    typeof value === 'string' && parseMoment(value) !== undefined ? value : undefined,
  read: success,
};

const rules: Readonly<Record<ColumnType, TypeRule>> = {
  text: { needs: 'a text', accept: toText, read: success },
  decimal,
  integer: {
    ...decimal,
    accept: (value) => (typeof value === 'number' ? roundDecimal(value, 0) : undefined),
  },
  boolean: {
    needs: 'true or false',
    accept: (value) => (typeof value === 'boolean' ? value : undefined),
    read: (text) => success(text === 'true' || (text === 'false' ? false : text)),
  },
  date: moment,
  datetime: moment,
  list: {
    needs: 'a list',
    accept: (value) => (isList(value) ? value : undefined),
    read: readJson,
  },
  object: {
    needs: 'an object',
    accept: (value) => (isMapping(value) ? value : undefined),
    read: readJson,
  },
};

/**
 * Null fits every type. Integers are rounded to whole numbers. Any value has a text; no other type takes
 * a value of another kind.
 */
export function coerceValue(value: JsonValue, type: ColumnType): Result<JsonValue, string> {
  if (value === null) return success(null);
  const { accept, needs } = rules[type];
  const accepted = accept(value);
  if (accepted !== undefined) return success(accepted);
  return failure(
    `The result is ${describeValue(value)}, but the column needs ${needs}. Change the formula or the type.`,
  );
}

/** Rendered text read as the type says: numbers, true and false, and JSON for lists and objects. */
export function coerceText(text: string, type: ColumnType): Result<JsonValue, string> {
  if (type === 'text') return success(text);
  const read = rules[type].read(text.trim());
  return read.ok ? coerceValue(read.value, type) : read;
}

function readJson(text: string): Result<JsonValue, string> {
  const parsed = parseJson(text, { maxLength: limits.cellBytes, maxDepth: limits.designDepth });
  return parsed.ok ? parsed : failure(parsed.error.message);
}

const numeral = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function numberIn(text: string): number | undefined {
  const value = numeral.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}
