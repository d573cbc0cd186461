/** The contract of the rows themselves, for those who read the exported file: one JSON Schema of one row. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { withAnswerFields } from '#core/design/call-output.ts';
import type { Column, ColumnType, DatasetDesign } from '#core/design/design.ts';
import type { AnswerField, CategoryValue } from '#core/design/fill.ts';

/** Draft 2020-12. Properties are the exported columns in their order, all required; a column that may be empty allows null. */
export function rowJsonSchema(design: DatasetDesign): JsonObject {
  const columns = exportedColumns(design).map((column) => withAnswerFields(column, design.calls));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: design.name,
    ...(design.brief === '' ? {} : { description: design.brief }),
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [column.name, columnSchemaOf(column)])),
    required: columns.map(({ name }) => name),
    additionalProperties: false,
  };
}

function exportedColumns({ columns, output }: DatasetDesign): readonly Column[] {
  if (output.columns === undefined) return columns.filter(({ drop }) => !drop);
  return output.columns.flatMap((id) => columns.find((column) => column.id === id) ?? []);
}

function columnSchemaOf(column: Column): JsonObject {
  const { fill, unit } = column;
  const isNullable = column.nullRate > 0 || column.skip !== undefined;
  const description = [column.description, unit === undefined ? '' : `Unit: ${unit}.`]
    .filter((part) => part !== '')
    .join(' ');
  const fields = fill.kind === 'generated' ? fill.fields : undefined;
  const schema = {
    ...(description === '' ? {} : { description }),
    ...typeSchema(column.type, fields),
    ...enumOf(column),
  };
  return isNullable ? withNull(schema) : schema;
}

function typeSchema(
  type: ColumnType,
  fields: readonly AnswerField[] | undefined,
): Readonly<Record<string, JsonValue>> {
  switch (type) {
    case 'text':
      return { type: 'string' };
    case 'integer':
      return { type: 'integer' };
    case 'decimal':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'datetime':
      return { type: 'string', format: 'date-time' };
    case 'list':
      return { type: 'array', items: fields === undefined ? {} : objectSchema(fields) };
    case 'object':
      return fields === undefined ? { type: 'object' } : objectSchema(fields);
  }
}

/** A schema of an object with these fields, all of them required. */
export function objectSchema(fields: readonly AnswerField[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    required: fields.map(({ name }) => name),
  };
}

function fieldSchema({ description, type, values, fields }: AnswerField): JsonObject {
  return {
    ...(description === undefined ? {} : { description }),
    ...typeSchema(type, fields),
    ...(values === undefined ? {} : { enum: values }),
  };
}

/** Values are listed only where the cells keep their form; a number column of texts such as "40" is not. */
function enumOf({ fill, type }: Column): Readonly<Record<string, JsonValue>> {
  if (fill.kind === 'generated') return fill.values === undefined ? {} : { enum: fill.values };
  const tables: readonly CategoryValue[] =
    fill.kind === 'category'
      ? fill.values
      : fill.kind === 'subcategory'
        ? Object.values(fill.values).flat()
        : [];
  const values = [...new Set(tables.map(({ value }) => value))];
  const expected = type === 'text' ? 'string' : type === 'boolean' ? 'boolean' : 'number';
  return values.length > 0 && values.every((value) => typeof value === expected)
    ? { enum: values }
    : {};
}

function withNull(schema: Readonly<Record<string, JsonValue>>): JsonObject {
  const { type, enum: values } = schema;
  return {
    ...schema,
    ...(typeof type === 'string' ? { type: [type, 'null'] } : {}),
    ...(Array.isArray(values) ? { enum: [...(values as readonly JsonValue[]), null] } : {}),
  };
}
