/**
 * Data files as rows of a source. Cells of tables stay the texts they are: nothing is guessed, so that
 * `007` stays `007`. Readers of binary formats are loaded when such a file comes.
 */
import {
  isForbiddenKey,
  isJsonObject,
  parseJson,
  type JsonObject,
  type JsonValue,
} from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { readTable, type NoteLoss } from './read-table.ts';

export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Largest file, in bytes, and most rows and columns. */
const mostBytes = 200_000_000;
const mostRows = 1_000_000;
const mostColumns = 2_000;

/**
 * Fails with a sentence that says what to do. Rows that are no objects are refused with their line; where
 * losses are noted, they are noted and left out instead, unless nothing else is left.
 */
export async function parseSourceFile(
  file: SourceFile,
  note?: NoteLoss,
): Promise<Result<readonly JsonObject[], string>> {
  const { name, bytes } = file;
  if (bytes.length > mostBytes) return failure(`${name} is larger than 200 MB. Take a part of it.`);
  const rows = await readRows(file, note);
  if (!rows.ok) return rows;
  if (rows.value.length > mostRows) return failure(`${name} has more than a million rows.`);
  const widest = rows.value.reduce((most, row) => Math.max(most, Object.keys(row).length), 0);
  if (widest > mostColumns) return failure(`${name} has more than ${mostColumns} columns.`);
  return success(rows.value.map(safeRow));
}

async function readRows(
  { name, bytes }: SourceFile,
  note: NoteLoss | undefined,
): Promise<Result<readonly JsonObject[], string>> {
  switch (/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()) {
    case 'jsonl':
      return readLines(textOf(bytes), note);
    case 'json':
      return readList(textOf(bytes));
    case 'csv':
      return success(readTable(textOf(bytes), ',', note));
    case 'tsv':
      return success(readTable(textOf(bytes), '\t', note));
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

function readLines(
  text: string,
  note: NoteLoss | undefined,
): Result<readonly JsonObject[], string> {
  const rows: JsonObject[] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = parseJson(line, bounds);
    if (parsed.ok && isJsonObject(parsed.value)) {
      rows.push(parsed.value);
      continue;
    }
    problems.push(`Line ${index + 1} is no JSON object`);
  }
  const [first] = problems;
  if (first !== undefined && (note === undefined || rows.length === 0)) return failure(`${first}.`);
  for (const problem of problems) note?.(`${problem}; it is left out.`);
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

function safeRow(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !isForbiddenKey(key)));
}
