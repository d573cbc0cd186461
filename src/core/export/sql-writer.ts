/**
 * SQL: a table and its rows, to fill a database with. Standard words and quoting, as PostgreSQL, SQLite
 * and DuckDB read them.
 */
import type { JsonValue } from '#core/base/json.ts';
import { ByteBuffer } from './byte-buffer.ts';
import type { ExportBatch, ExportRows, RowWriter, ValueKind } from './row-writer.ts';
import {
  createChangeLog,
  writeBatches,
  type BatchEncoder,
  type ChangeLog,
} from './write-batches.ts';

/** Rows of one INSERT: few enough for every database, enough to be quick. */
const rowsPerInsert = 500;

const columnTypes: Readonly<Record<ValueKind, string>> = {
  boolean: 'BOOLEAN',
  integer: 'BIGINT',
  number: 'DOUBLE PRECISION',
  text: 'TEXT',
  nested: 'TEXT',
};

/**
 * CREATE TABLE with the types of the columns, then INSERT for 500 rows at a time. Lists and objects are
 * JSON in a text. NUL, which no database keeps in a text, becomes U+FFFD, and the cell is reported.
 */
export function createSqlWriter(table: string): RowWriter {
  return {
    extension: 'sql',
    write: (rows, sink, signal) => {
      const changes = createChangeLog();
      return writeBatches({ rows, sink, signal }, createEncoder(table, rows, changes), changes);
    },
  };
}

/** A name that needs no quoting anywhere: lower case, words joined by `_`; `rows` when nothing is left. */
export function tableName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (words === '') return 'rows';
  return (/^\d/.test(words) ? `rows_${words}` : words).slice(0, longestName);
}

/** PostgreSQL cuts longer names. */
const longestName = 63;

function createEncoder(table: string, rows: ExportRows, changes: ChangeLog): BatchEncoder {
  const buffer = new ByteBuffer();
  const { columnNames } = rows;
  const columns = columnNames.map(identifier);
  let count = 0;
  return {
    buffer,
    begin: () => {
      const kinds = rows.kinds();
      const typed = columns.map((name, index) => `${name} ${columnTypes[kinds[index] ?? 'text']}`);
      buffer.text(`CREATE TABLE ${identifier(table)} (${typed.join(', ')});\n`);
    },
    row: (batch, index) => {
      if (count % rowsPerInsert > 0) buffer.text(',\n');
      else {
        if (count > 0) buffer.text(';\n');
        buffer.text(`INSERT INTO ${identifier(table)} (${columns.join(', ')}) VALUES\n`);
      }
      count += 1;
      buffer.text(`(${cellsOf(batch, index, { columnNames, changes }).join(', ')})`);
    },
    end: () => {
      if (count > 0) buffer.text(';\n');
    },
  };
}

function cellsOf(
  batch: ExportBatch,
  index: number,
  {
    columnNames,
    changes,
  }: { readonly columnNames: readonly string[]; readonly changes: ChangeLog },
): readonly string[] {
  return columnNames.map((column, at) => {
    const value = batch.columns[at]?.[index];
    if (isBeyondSql(value)) changes.add({ row: batch.rows[index] ?? 0, column });
    return literal(value);
  });
}

/** Whether a value is a text that no database keeps: one with NUL, which JSON escapes in lists and objects. */
export function isBeyondSql(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.includes('\0');
}

function literal(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return quoted(typeof value === 'string' ? value : JSON.stringify(value), "'");
}

function identifier(name: string): string {
  return quoted(name, '"');
}

/** A quote inside is written twice, which is all that standard SQL asks for. */
function quoted(text: string, quote: string): string {
  return quote + text.replaceAll('\0', '\ufffd').replaceAll(quote, quote + quote) + quote;
}
