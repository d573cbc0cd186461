/**
 * Rows out of tables that are written as JSON: lists of cells beside a list of names, or one list for
 * each column. Models swap rows and columns; the shape and the types tell which is which, and nothing is dropped.
 */
import { isJsonObject, type JsonArray, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { createNameMatcher } from './field-names.ts';
import type { TaskField, TaskType } from './row-task.ts';

export interface TableFields {
  readonly fields: readonly TaskField[];
  readonly rowKey: string;
}

type Matrix = readonly JsonArray[];

const deepest = 4;

/** The rows of any value that holds a table, with the names that were asked for; undefined when it holds none. */
export function tableRows(
  value: JsonValue,
  asked: TableFields,
  depth = 0,
): readonly JsonObject[] | undefined {
  if (isMatrix(value)) return matrixRows(value, undefined, asked);
  if (!isJsonObject(value) || depth > deepest) return undefined;
  const columns = columnRows(value, asked);
  if (columns !== undefined) return columns;
  const parts = Object.values(value);
  const matrix = parts.find(isMatrix);
  if (matrix !== undefined) return matrixRows(matrix, namesAmong(parts, asked), asked);
  for (const part of parts) {
    const rows = tableRows(part, asked, depth + 1);
    if (rows !== undefined) return rows;
  }
  return undefined;
}

/** The rows of an object that holds one list per field, such as `{"name": ["a", "b"], "price": [1, 2]}`. */
export function columnRows(
  object: JsonObject,
  { fields, rowKey }: TableFields,
): readonly JsonObject[] | undefined {
  const nameOf = createNameMatcher([rowKey, ...fields.map(({ name }) => name)]);
  const columns: (readonly [string, JsonArray])[] = [];
  for (const [key, value] of Object.entries(object)) {
    const name = nameOf(key);
    if (name === undefined) continue;
    const column = columnOf(
      value,
      fields.find((field) => field.name === name),
    );
    if (column === undefined) return undefined;
    columns.push([name, column]);
  }
  if (!columns.some(([name]) => name !== rowKey)) return undefined;
  const count = Math.max(...columns.map(([, column]) => column.length));
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      columns.flatMap(([name, column]) => {
        const cell = column[index];
        return cell === undefined ? [] : [[name, cell] as const];
      }),
    ),
  );
}

/** A list of cells, or an object of them by row index; a list field's own value is no column. */
function columnOf(value: JsonValue, field: TaskField | undefined): JsonArray | undefined {
  if (Array.isArray(value)) {
    const list = value as JsonArray;
    return field?.type === 'list' && !list.every(Array.isArray) ? undefined : list;
  }
  if (!isJsonObject(value) || field?.type === 'object') return undefined;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => /^\d+$/.test(key))
    ? Object.values(value)
    : undefined;
}

function isMatrix(value: JsonValue): value is Matrix {
  return Array.isArray(value) && value.length > 0 && value.every(Array.isArray);
}

/** The list of texts that names the fields best; undefined when none names any. */
function namesAmong(
  parts: readonly JsonValue[],
  { fields, rowKey }: TableFields,
): readonly string[] | undefined {
  const nameOf = createNameMatcher([rowKey, ...fields.map(({ name }) => name)]);
  const lists = parts.filter(isTexts);
  return lists.find((list) => list.some((text) => nameOf(text) !== undefined));
}

function isTexts(value: JsonValue): value is readonly string[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
  );
}

function matrixRows(
  matrix: Matrix,
  given: readonly string[] | undefined,
  asked: TableFields,
): readonly JsonObject[] | undefined {
  const first = matrix[0] ?? [];
  const isHeader =
    given === undefined && isTexts(first) && namesAmong([first], asked) !== undefined;
  const names = isHeader ? first : (given ?? namesFor(matrix, asked));
  if (names === undefined) return undefined;
  const nameOf = createNameMatcher([asked.rowKey, ...asked.fields.map(({ name }) => name)]);
  const known = names.map(nameOf);
  const rows = orient(isHeader ? matrix.slice(1) : matrix, known, asked);
  return rows.map((row) =>
    Object.fromEntries(
      known.flatMap((name, index) => {
        const cell = row[index];
        return name === undefined || cell === undefined ? [] : [[name, cell] as const];
      }),
    ),
  );
}

/** Without names, the fields in the order in which they were asked for, with the row number before them or not. */
function namesFor(matrix: Matrix, { fields, rowKey }: TableFields): readonly string[] | undefined {
  const names = fields.map(({ name }) => name);
  for (const candidate of [names, [rowKey, ...names]])
    if (
      matrix.every((row) => row.length === candidate.length) ||
      matrix.length === candidate.length
    )
      return candidate;
  return undefined;
}

/** Rows by row. Where the shape leaves it open, the types of the cells decide, and then what was asked for. */
function orient(
  matrix: Matrix,
  names: readonly (string | undefined)[],
  { fields }: TableFields,
): Matrix {
  const width = matrix[0]?.length ?? 0;
  const byRow = matrix.every((row) => row.length === names.length);
  const byColumn = matrix.length === names.length && matrix.every((row) => row.length === width);
  if (!byColumn) return matrix;
  const turned = transpose(matrix, width);
  if (!byRow) return turned;
  const types = names.map((name) => fields.find((field) => field.name === name));
  return fit(turned, types) > fit(matrix, types) ? turned : matrix;
}

function transpose(matrix: Matrix, width: number): Matrix {
  return Array.from({ length: width }, (_, index) => matrix.map((row) => row[index] ?? null));
}

/** How many cells look like what their column holds. */
function fit(rows: Matrix, types: readonly (TaskField | undefined)[]): number {
  let count = 0;
  for (const row of rows)
    for (const [index, cell] of row.entries()) if (suits(cell, types[index])) count += 1;
  return count;
}

function suits(cell: JsonValue, field: TaskField | undefined): boolean {
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
  if (field?.values !== undefined && field.values.length > 0) return field.values.includes(text);
  return looksLike[field?.type ?? 'integer'](cell, text);
}

/** A row number counts like a whole number. */
const looksLike: Readonly<Record<TaskType, (cell: JsonValue, text: string) => boolean>> = {
  integer: isNumeric,
  decimal: isNumeric,
  boolean: (_, text) => /^(?:yes|no|true|false)$/i.test(text),
  date: (_, text) => /^\d{4}-/.test(text),
  datetime: (_, text) => /^\d{4}-/.test(text),
  list: (cell) => Array.isArray(cell),
  object: (cell) => isJsonObject(cell),
  text: (cell, text) => typeof cell === 'string' && !isNumeric(cell, text),
};

function isNumeric(cell: JsonValue, text: string): boolean {
  if (typeof cell === 'number') return true;
  return typeof cell === 'string' && /^\W*\d[\d.,\s]*\D{0,4}$/.test(text);
}
