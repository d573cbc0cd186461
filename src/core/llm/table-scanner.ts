/**
 * Rows of a table in an answer, CSV or Markdown, as its lines close. It begins at a line that names the
 * fields; prose and fences around it are passed over. A broken line costs only itself.
 */
import { cutText } from './cut-text.ts';
import { createNameMatcher } from './field-names.ts';
import type { ScannedRow } from './parse-row.ts';
import { createRecordReader, type RecordReader } from './record-reader.ts';
import type { ScannedProblem } from './row-scanner.ts';
import { markdownCells, readHeader, type HeaderOptions, type TableHeader } from './table-header.ts';

export interface TableScanner {
  /** Rows that this piece completed. */
  push(text: string): readonly ScannedRow[];
  /** `isWhole`: the model ended its answer itself, so that its last line is complete without a line end. */
  end(isWhole: boolean): {
    readonly rows: readonly ScannedRow[];
    readonly problems: readonly ScannedProblem[];
  };
  /** A line that names the fields has come. */
  readonly hasHeader: boolean;
}

interface TableOptions {
  readonly fieldNames: readonly string[];
  readonly rowKey: string;
}

const longestLine = 1_000_000;
const maxProblems = 100;
/** Lines swallowed by a quote that never closes are read again, so often at most. */
const maxRereads = 50;

export function createTableScanner(options: TableOptions): TableScanner {
  return new TableScan(options);
}

class TableScan implements TableScanner {
  private header: TableHeader | undefined;
  private isJson = false;
  private isBetween = true;
  private line = '';
  private reader: RecordReader = createRecordReader(',');
  private readonly problems: ScannedProblem[] = [];
  private readonly options: HeaderOptions;

  constructor({ fieldNames, rowKey }: TableOptions) {
    this.options = { fieldNames, rowKey, nameOf: createNameMatcher([rowKey, ...fieldNames]) };
  }

  get hasHeader(): boolean {
    return this.header !== undefined;
  }

  push(text: string): readonly ScannedRow[] {
    const rows: ScannedRow[] = [];
    let start = 0;
    while (start < text.length && !this.isJson) {
      const end = text.indexOf('\n', start);
      const stop = end === -1 ? text.length : end + 1;
      rows.push(...this.take(text.slice(start, stop)));
      start = stop;
    }
    return rows;
  }

  end(isWhole: boolean) {
    const rows: ScannedRow[] = [];
    if (this.isBetween || this.isMarkdown) {
      if (isWhole || this.line.trimEnd().endsWith('|')) rows.push(...this.take('\n'));
    } else rows.push(...this.endRecords(isWhole));
    return { rows, problems: this.problems };
  }

  private get isMarkdown(): boolean {
    return this.header?.delimiter === '|';
  }

  /** Takes a part of a line, with its end or without. */
  private take(part: string): readonly ScannedRow[] {
    if (!this.isBetween && !this.isMarkdown)
      return this.reader.push(part).flatMap(({ cells, text }) => this.takeRecord(cells, text));
    // Neither a header nor a row is that long; what is, is passed over.
    if (this.line.length < longestLine) this.line += part;
    if (!part.endsWith('\n')) {
      if (this.line.length < 100)
        this.isJson = this.header === undefined && beginsAsJson(this.line);
      return [];
    }
    const line = this.line.trim();
    this.line = '';
    return this.takeLine(line);
  }

  private takeLine(line: string): readonly ScannedRow[] {
    if (this.header === undefined && beginsAsJson(line)) {
      this.isJson = true;
      return [];
    }
    if (!this.isBetween && /^[\s|:–-]*-[\s|:–-]*$/.test(line)) return [];
    if (!this.isBetween && line.includes('|')) return this.takeRecord(markdownCells(line), line);
    const header = readHeader(line, this.options);
    this.isBetween = header === undefined;
    if (header !== undefined) {
      this.header = header;
      this.reader = createRecordReader(header.delimiter);
    }
    return [];
  }

  private takeRecord(cells: readonly string[], text: string): readonly ScannedRow[] {
    const names = this.header?.names ?? [];
    if (text.trim() === '') {
      // A blank line may stand between records; where a record is one cell, it ends them.
      this.isBetween = names.length === 1 && !this.isMarkdown;
      return [];
    }
    if (text.trimStart().startsWith('```')) {
      this.isBetween = true;
      return [];
    }
    if (readHeader(text, this.options) !== undefined) return [];
    if (cells.length === names.length) return [this.rowOf(cells, names)];
    // A single cell is prose after the table.
    if (cells.length > 1)
      this.addProblem(
        `A line has ${cells.length} values where the table has ${names.length}.`,
        text,
      );
    return [];
  }

  private rowOf(cells: readonly string[], names: readonly (string | undefined)[]): ScannedRow {
    const { rowKey } = this.options;
    const entries = names.flatMap((name, index): readonly (readonly [string, string])[] => {
      const cell = cells[index] ?? '';
      return name === undefined || cell === '' ? [] : [[name, cell]];
    });
    const object = Object.fromEntries(entries);
    const number = object[rowKey];
    return {
      number:
        number !== undefined && /^\d{1,9}\.?$/.test(number)
          ? Number.parseInt(number, 10)
          : undefined,
      object,
    };
  }

  private endRecords(isWhole: boolean): readonly ScannedRow[] {
    const rows: ScannedRow[] = [];
    for (let reread = 0; reread < maxRereads; reread += 1) {
      const rest = this.reader.rest();
      if (rest === undefined) break;
      if (!rest.isQuoted) {
        if (isWhole) rows.push(...this.takeRecord(rest.cells, rest.text));
        break;
      }
      // The quote never closed: its line is lost, those it swallowed are not.
      const next = rest.text.indexOf('\n');
      this.addProblem('A quote in a line never closes.', rest.text);
      if (next === -1) break;
      for (const { cells, text } of this.reader.push(rest.text.slice(next + 1)))
        rows.push(...this.takeRecord(cells, text));
    }
    return rows;
  }

  private addProblem(message: string, text: string): void {
    if (this.problems.length < maxProblems)
      this.problems.push({ message, excerpt: cutText(text.trim(), 200) });
  }
}

function beginsAsJson(line: string): boolean {
  return /^\s*[{[]/.test(line);
}
