/** A text of separated values as rows. What does not fit under the head is told, never dropped without a word. */
import Papa from 'papaparse';
import type { JsonObject } from '#core/base/json.ts';

/** Told of what could not be read, with its place in the file, as a sentence. */
export type NoteLoss = (what: string) => void;

/** Cells stay the texts they are; a cell that is missing becomes null. Blank lines are skipped. */
export function readTable(
  text: string,
  delimiter: string,
  note: NoteLoss = () => undefined,
): readonly JsonObject[] {
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter,
    skipEmptyLines: true,
  });
  const fields = meta.fields ?? [];
  const quoted = new Set<number>();
  for (const { type, code, row = 0, index = 0 } of errors) {
    if (type === 'Quotes' && !quoted.has(index)) {
      quoted.add(index);
      note(quoteWords(lineAt(text, index)));
    } else if (code === 'TooFewFields' || code === 'TooManyFields')
      note(fitWords(row, data[row], fields.length));
  }
  return data.map((cells) =>
    Object.fromEntries(fields.map((field) => [field, cells[field] ?? null])),
  );
}

/** Where the parser puts the cells beyond the last column. */
const beyond = '__parsed_extra';

function fitWords(
  row: number,
  cells: Readonly<Record<string, unknown>> = {},
  width: number,
): string {
  const more = cells[beyond];
  const place = `Row ${(row + 1).toLocaleString('en')} has`;
  if (Array.isArray(more))
    return `${place} ${cellWords(more.length)} more than the head has columns; what is beyond is left out.`;
  const fewer = width - Object.keys(cells).length;
  return `${place} ${cellWords(fewer)} fewer than the head has columns; the rest of it is blank.`;
}

function cellWords(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}

function quoteWords(line: number): string {
  return `A quotation mark in line ${line.toLocaleString('en')} is not closed as one; the rows after it may be read as one value.`;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
