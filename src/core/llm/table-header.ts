/** The line that begins a table: what separates its cells and which fields its columns are. */
import { cellsOf } from './record-reader.ts';

export interface TableHeader {
  /** `|` stands for a Markdown table. */
  readonly delimiter: string;
  /** The name asked for of each column; undefined for columns that nobody asked for. */
  readonly names: readonly (string | undefined)[];
}

export interface HeaderOptions {
  readonly fieldNames: readonly string[];
  readonly rowKey: string;
  readonly nameOf: (name: string) => string | undefined;
}

const delimiters = ['|', '\t', ';', ','];
/** A header of 500 columns with long names is shorter. */
const longestHeader = 100_000;

/** The header that a line is: it names at least half of the fields; undefined for any other line. */
export function readHeader(line: string, options: HeaderOptions): TableHeader | undefined {
  if (line.length > longestHeader || /[{}[\]]/.test(line)) return undefined;
  for (const delimiter of delimiters) {
    const isOnlyField = options.fieldNames.length === 1 && delimiter === ',';
    if (!line.includes(delimiter) && !isOnlyField) continue;
    const cells = delimiter === '|' ? markdownCells(line) : cellsOf(line, delimiter);
    const names = cells.map((cell, index) => nameOfCell(cell, index, options));
    if (isHeader(cells, names, options)) return { delimiter, names };
  }
  return undefined;
}

function nameOfCell(
  cell: string,
  index: number,
  { nameOf, rowKey }: HeaderOptions,
): string | undefined {
  const isNumberSign = index === 0 && /^(?:#|no\.?|row(?: (?:number|no\.?))?)$/i.test(cell);
  return nameOf(cell) ?? (isNumberSign ? rowKey : undefined);
}

function isHeader(
  cells: readonly string[],
  names: readonly (string | undefined)[],
  { fieldNames }: HeaderOptions,
): boolean {
  if (cells.some((cell) => cell === '')) return false;
  const found = fieldNames.filter((name) => names.includes(name)).length;
  return found > 0 && found * 2 >= fieldNames.length;
}

/** Cells of a line of a Markdown table; a bar after a backslash is part of a cell. */
export function markdownCells(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replaceAll('\\|', '|')
      .replace(/<br\s*\/?>/gi, '\n'),
  );
}
