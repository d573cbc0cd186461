/** Pasted rows: a JSON array, JSON lines, or CSV with a header line. */
import Papa from 'papaparse';
import {
  isForbiddenKey,
  isJsonObject,
  lineAt,
  parseJson,
  type JsonObject,
  type JsonValue,
} from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success, type Result } from '#core/base/result.ts';

export interface SourceTextProblem {
  readonly message: string;
  /** 1-based line of the text. */
  readonly line: number;
}

type Rows = Result<readonly JsonObject[], SourceTextProblem>;

const maxDepth = 32;

/** Recognises the format by its first character. An empty text is no rows. Texts that go into a design are bounded like it. */
export function parseSourceText(text: string, maxLength: number = limits.designLength): Rows {
  if (text.length > maxLength)
    return problem(
      `The text has more than ${maxLength.toLocaleString('en')} characters. Take fewer rows.`,
      1,
    );
  const first = text.trimStart().charAt(0);
  if (first === '') return success([]);
  if (first === '[') return parseArray(text, maxLength);
  return first === '{' ? parseLines(text) : parseCsv(text);
}

/** Rows as JSON lines, the text form in which they are edited. */
export function sourceText(rows: readonly JsonObject[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

/** Names of the fields in order of first appearance. */
export function sourceFields(rows: readonly JsonObject[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function parseArray(text: string, maxLength: number): Rows {
  const parsed = parseJson(text, { maxLength, maxDepth });
  if (!parsed.ok) return problem(parsed.error.message, lineAt(text, parsed.error.offset ?? 0).line);
  const items = Array.isArray(parsed.value) ? (parsed.value as readonly JsonValue[]) : [];
  const rows: JsonObject[] = [];
  for (const [index, item] of items.entries()) {
    const trouble = rowTrouble(item);
    if (trouble !== undefined) return problem(`Item ${index + 1} ${trouble}`, 1);
    rows.push(item as JsonObject);
  }
  return success(rows);
}

function parseLines(text: string): Rows {
  const rows: JsonObject[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = parseJson(line, { maxLength: limits.designLength, maxDepth });
    if (!parsed.ok)
      return problem('This line is not valid JSON. Each line is one object.', index + 1);
    const trouble = rowTrouble(parsed.value);
    if (trouble !== undefined) return problem(`This line ${trouble}`, index + 1);
    rows.push(parsed.value as JsonObject);
  }
  return success(rows);
}

function rowTrouble(value: JsonValue): string | undefined {
  if (!isJsonObject(value)) return 'is not an object with fields, such as {"title": "…"}.';
  const forbidden = Object.keys(value).find(isForbiddenKey);
  return forbidden === undefined ? undefined : `has a field “${forbidden}”, which is not allowed.`;
}

function parseCsv(text: string): Rows {
  const parsed = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' });
  const broken = parsed.errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined)
    return problem('A quoted cell is not closed. Add the missing quote.', (broken.row ?? 0) + 1);
  const [header = [], ...body] = parsed.data;
  const names = header.map((name) => name.trim());
  const trouble = headerTrouble(names);
  if (trouble !== undefined) return problem(trouble, 1);
  const long = body.findIndex((cells) => cells.length > names.length);
  if (long >= 0)
    return problem(
      `This line has more cells than the header, which names ${names.length}.`,
      long + 2,
    );
  const isNumber = names.map((_, column) => isNumeric(body.map((cells) => cells[column] ?? '')));
  return success(
    body.map((cells) =>
      Object.fromEntries(
        names.map((name, column) => [
          name,
          cellValue(cells[column] ?? '', isNumber[column] === true),
        ]),
      ),
    ),
  );
}

function headerTrouble(names: readonly string[]): string | undefined {
  if (names.includes('')) return 'The first line names the fields, and one name is empty.';
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `The first line names the field “${twice}” twice.`;
  const forbidden = names.find(isForbiddenKey);
  return forbidden === undefined ? undefined : `A field cannot be called “${forbidden}”.`;
}

/** Numbers only where every cell is one and writing it back gives the same text: 007 stays a text. */
function isNumeric(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => String(Number(cell)) === cell.trim());
}

function cellValue(cell: string, isNumber: boolean): JsonValue {
  if (!isNumber) return cell;
  return cell.trim() === '' ? null : Number(cell);
}

function problem(message: string, line: number): Rows {
  return failure({ message, line });
}
