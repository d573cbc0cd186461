/**
 * The shape an answer must have, as the JSON Schema subset that every provider with structured output
 * accepts: closed objects, all fields required, types, enums and descriptions. Bounds are said in words
 * and checked on every row here, because providers refuse or ignore them.
 */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { boundsOf } from './describe-field.ts';
import type { AnswerSchema } from './language-model.ts';
import type { TaskField } from './row-task.ts';

/** The key of an answered row that holds its number; another one when a field has that name. */
export function rowKeyOf(fields: readonly TaskField[]): string {
  const names = new Set(fields.map((field) => field.name));
  let key = 'row';
  while (names.has(key)) key = `${key}_number`;
  return key;
}

/** `{ rows: [{ row, …fields }] }`, strict. */
export function createAnswerSchema(fields: readonly TaskField[]): AnswerSchema {
  const row = closedObject([
    [rowKeyOf(fields), { type: 'integer' }],
    ...fields.map((field) => [field.name, schemaOf(field)] as const),
  ]);
  return {
    name: 'rows',
    schema: closedObject([['rows', { type: 'array', items: row }]]),
  };
}

function closedObject(properties: readonly (readonly [string, JsonObject])[]): JsonObject {
  return {
    type: 'object',
    // fromEntries makes own properties, whatever the names.
    properties: Object.fromEntries(properties),
    required: [...new Set(properties.map(([name]) => name))],
    additionalProperties: false,
  };
}

function schemaOf(field: TaskField): JsonObject {
  const description = [field.description.trim(), boundsOf(field).join(', ')]
    .filter((text) => text !== '')
    .join('; ');
  return { ...typeOf(field), ...(description === '' ? {} : { description }) };
}

function typeOf(field: TaskField): JsonObject {
  switch (field.type) {
    case 'integer':
      return { type: 'integer', ...enumOf(numbersOf(field.values)) };
    case 'decimal':
      return { type: 'number', ...enumOf(numbersOf(field.values)) };
    case 'boolean':
      return { type: 'boolean' };
    case 'list':
      return { type: 'array', items: hasFields(field) ? objectOf(field.fields) : textOf(field) };
    case 'object':
      // An object of unknown fields is not in the subset; as text it still comes through.
      return hasFields(field) ? objectOf(field.fields) : { type: 'string' };
    case 'date':
      return textOf(field, 'date');
    case 'datetime':
      return textOf(field, 'date-time');
    case 'text':
      return textOf(field);
  }
}

function textOf(field: TaskField, format?: string): JsonObject {
  const values = enumOf(field.values);
  return { type: 'string', ...(values ?? (format === undefined ? {} : { format })) };
}

function hasFields(field: TaskField): field is TaskField & { fields: readonly TaskField[] } {
  return field.fields !== undefined && field.fields.length > 0;
}

function objectOf(fields: readonly TaskField[]): JsonObject {
  return closedObject(fields.map((field) => [field.name, schemaOf(field)] as const));
}

function enumOf(values: readonly JsonValue[] | undefined): JsonObject | undefined {
  return values === undefined || values.length === 0 ? undefined : { enum: values };
}

function numbersOf(values: readonly string[] | undefined): readonly number[] | undefined {
  const numbers = values?.map(Number);
  return numbers?.every(Number.isFinite) === true ? numbers : undefined;
}
