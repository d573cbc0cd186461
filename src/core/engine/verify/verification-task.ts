/** What a request needs to know to have its texts read back: the fields, and what was given for each row. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import type { Call, Column, DatasetDesign } from '#core/design/design.ts';
import { verifiedColumns } from '#core/design/verification.ts';
import type { TaskField, TaskVerification } from '#core/llm/row-task.ts';

export type WriteVerification = (
  rows: readonly number[],
  read: (columnId: string, row: number) => JsonValue | undefined,
) => TaskVerification;

/** Undefined for a call that is not verified. */
export function verificationWriter(
  design: DatasetDesign,
  call: Call | undefined,
): WriteVerification | undefined {
  const columns = call === undefined ? undefined : verifiedColumns(call, design);
  if (call?.verify === undefined || columns === undefined) return undefined;
  const { method } = call.verify;
  const { text, report, fields } = columns;
  return (rows, read) => ({
    method,
    text: text.name,
    report: report.name,
    fields: fields.map((column) =>
      fieldOf(
        column,
        rows.map((row) => read(column.id, row) ?? null),
      ),
    ),
    given: Object.fromEntries(
      rows.map((row) => [row, givenOf(fields, (id) => read(id, row) ?? null)]),
    ),
  });
}

function givenOf(columns: readonly Column[], read: (id: string) => JsonValue): JsonObject {
  return Object.fromEntries(columns.map(({ id, name }) => [name, read(id)]));
}

/** The shape of nested values is told by the values: a source says nothing about it. */
function fieldOf({ name, description, type }: Column, values: readonly JsonValue[]): TaskField {
  const fields = type === 'list' || type === 'object' ? partsOf(values) : [];
  return { name, description, type, ...(fields.length === 0 ? {} : { fields }) };
}

function partsOf(values: readonly JsonValue[]): readonly TaskField[] {
  const objects = values.flat().filter(isJsonObject);
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  return names.map((name): TaskField => {
    const inner = objects.map((object) => object[name] ?? null);
    const there = inner.filter((value) => value !== null);
    const isList = there.some(Array.isArray);
    const isNumber = there.length > 0 && there.every((value) => typeof value === 'number');
    const type = isList
      ? 'list'
      : there.some(isJsonObject)
        ? 'object'
        : isNumber
          ? 'decimal'
          : 'text';
    const fields = partsOf(inner);
    return { name, description: '', type, ...(fields.length === 0 ? {} : { fields }) };
  });
}
