/**
 * Data files as rows of a source. Cells of tables stay the texts they are: nothing is guessed, so that
 * `007` stays `007`. Readers of binary formats are loaded when such a file comes.
 */
import Papa from 'papaparse';
import {
  isForbiddenKey,
  isJsonObject,
  parseJson,
  type JsonObject,
  type JsonValue,
} from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';

export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Largest file, in bytes, and most rows and columns. */
const mostBytes = 200_000_000;
const mostRows = 1_000_000;
const mostColumns = 2_000;

/** Fails with a sentence that says what to do. Rows that are no objects are refused with their line. */
export async function parseSourceFile(
  file: SourceFile,
): Promise<Result<readonly JsonObject[], string>> {
  const { name, bytes } = file;
  if (bytes.length > mostBytes) return failure(`${name} is larger than 200 MB. Take a part of it.`);
  const rows = await readRows(file);
  if (!rows.ok) return rows;
  if (rows.value.length > mostRows) return failure(`${name} has more than a million rows.`);
  const widest = rows.value.reduce((most, row) => Math.max(most, Object.keys(row).length), 0);
  if (widest > mostColumns) return failure(`${name} has more than ${mostColumns} columns.`);
  return success(rows.value.map(safeRow));
}

async function readRows({
  name,
  bytes,
}: SourceFile): Promise<Result<readonly JsonObject[], string>> {
  switch (/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()) {
    case 'jsonl':
      return readLines(textOf(bytes));
    case 'json':
      return readList(textOf(bytes));
    case 'csv':
      return readTable(textOf(bytes), ',');
    case 'tsv':
      return readTable(textOf(bytes), '\t');
    case 'parquet':
      return (await import('./parse-parquet.ts')).parseParquet(bytes);
    case 'xlsx':
      return (await import('./parse-workbook.ts')).parseWorkbook(bytes);
    default:
      return failure(`${name} is no data file. Use .jsonl, .json, .csv, .tsv, .parquet or .xlsx.`);
  }
}

/** The text of a document: plain text, Markdown or HTML with its tags. Fails for what has to be converted first. */
export function parseDocumentFile({ name, bytes }: SourceFile): Result<string, string> {
  if (/\.(?:txt|md|html?)$/i.test(name)) return success(textOf(bytes));
  return failure(`${name} cannot be read. Convert it to .txt, .md or .html first.`);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const bounds = { maxLength: mostBytes, maxDepth: 64 };

function readLines(text: string): Result<readonly JsonObject[], string> {
  const rows: JsonObject[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = parseJson(line, bounds);
    if (!parsed.ok || !isJsonObject(parsed.value))
      return failure(`Line ${index + 1} is no JSON object.`);
    rows.push(parsed.value);
  }
  return success(rows);
}

function readList(text: string): Result<readonly JsonObject[], string> {
  const parsed = parseJson(text, bounds);
  if (!parsed.ok) return failure(parsed.error.message);
  const list = (
    Array.isArray(parsed.value) ? parsed.value : [parsed.value]
  ) as readonly JsonValue[];
  const rows = list.filter(isJsonObject);
  return rows.length === list.length ? success(rows) : failure('The file is no list of objects.');
}

function readTable(text: string, delimiter: string): Result<readonly JsonObject[], string> {
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter,
    skipEmptyLines: true,
  });
  const fields = meta.fields ?? [];
  return success(
    data.map((row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))),
  );
}

function safeRow(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !isForbiddenKey(key)));
}
