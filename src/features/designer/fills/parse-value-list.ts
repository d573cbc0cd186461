/** A pasted list as attribute values: one per line, or cells divided by tabs or commas. */
import type { CategoryValue } from '#core/design/fill.ts';

export interface PastedValues {
  readonly values: readonly CategoryValue[];
  /** Lines whose value was there already, in the list or in the table. */
  readonly repeatCount: number;
}

interface PasteOptions {
  /** Values of the table so far. */
  readonly existing: readonly CategoryValue[];
  /** Turns plain numbers into numbers instead of keeping them as text. */
  readonly asNumbers?: boolean;
}

type Field = 'value' | 'label' | 'description' | 'weight';

const fieldNames: ReadonlySet<string> = new Set(['value', 'label', 'description', 'weight']);

/**
 * Cells are value, description, weight; a last cell that is a number is the weight. A first line that
 * names its cells (`value`, `label`, `description`, `weight`) decides instead. Empty lines are skipped.
 */
export function parseValueList(text: string, options: PasteOptions): PastedValues {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const header = headerOf(lines[0]);
  const seen = new Set(options.existing.map(({ value }) => String(value)));
  const values: CategoryValue[] = [];
  let repeatCount = 0;
  for (const line of header === undefined ? lines : lines.slice(1)) {
    const cells = cellsOf(line);
    const read = header === undefined ? readByPlace(cells) : readByName(cells, header);
    if (read.value === '') continue;
    if (seen.has(read.value)) repeatCount += 1;
    else values.push({ ...read, value: scalarOf(read.value, options.asNumbers === true) });
    seen.add(read.value);
  }
  return { values, repeatCount };
}

/** The cells of one line. Commas divide only where there is no tab; quotes protect them. */
function cellsOf(line: string): readonly string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => unquote(cell.trim()));
  const cells = line.match(/(?:"(?:[^"]|"")*"|[^,"]|")+|(?<=,)(?=,|$)/g) ?? [];
  return cells.map((cell) => unquote(cell.trim()));
}

function unquote(cell: string): string {
  const isQuoted = cell.length >= 2 && cell.startsWith('"') && cell.endsWith('"');
  return isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

function headerOf(line: string | undefined): readonly string[] | undefined {
  if (line === undefined) return undefined;
  const cells = cellsOf(line).map((cell) => cell.toLowerCase());
  const isHeader =
    cells.length > 1 && cells.includes('value') && cells.every((cell) => fieldNames.has(cell));
  return isHeader ? cells : undefined;
}

interface ReadValue {
  readonly value: string;
  readonly label?: string;
  readonly description?: string;
  readonly weight: number;
}

function readByPlace(cells: readonly string[]): ReadValue {
  const weight = cells.length > 1 ? weightOf(cells.at(-1)) : undefined;
  const described = cells.slice(1, weight === undefined ? undefined : -1);
  const description = described.filter((cell) => cell !== '').join(', ');
  return {
    value: cells[0] ?? '',
    ...(description === '' ? {} : { description }),
    weight: weight ?? 1,
  };
}

function readByName(cells: readonly string[], header: readonly string[]): ReadValue {
  const at = (field: Field): string => cells[header.indexOf(field)] ?? '';
  const [label, description] = [at('label'), at('description')];
  return {
    value: at('value'),
    ...(label === '' ? {} : { label }),
    ...(description === '' ? {} : { description }),
    weight: weightOf(at('weight')) ?? 1,
  };
}

function weightOf(cell: string | undefined): number | undefined {
  const digits = cell?.replace(/\s*%$/, '');
  if (digits === undefined || !/^\d+(\.\d+)?$/.test(digits)) return undefined;
  return Number(digits);
}

function scalarOf(text: string, asNumbers: boolean): string | number {
  return asNumbers && String(Number(text)) === text ? Number(text) : text;
}
