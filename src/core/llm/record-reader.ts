/**
 * Records of delimited text as it streams. Forgives what models do to CSV: blanks around quotes, quotes
 * inside a cell, quotes that nobody doubled. One pass; memory is one record.
 */

export interface DelimitedRecord {
  /** Trimmed where they were not quoted. */
  readonly cells: readonly string[];
  /** The text it was read from, without its line end. */
  readonly text: string;
}

export interface RecordReader {
  push(text: string): readonly DelimitedRecord[];
  /** What follows the last line end; `isQuoted` when a quote is still open. */
  rest(): (DelimitedRecord & { readonly isQuoted: boolean }) | undefined;
}

type Place =
  /** Before the first character of a cell. */
  | 'start'
  | 'plain'
  | 'quoted'
  /** After a quote inside a quoted cell: its end, or one of two that stand for one. */
  | 'after-quote';

export function createRecordReader(delimiter: string): RecordReader {
  return new Reading(delimiter);
}

class Reading implements RecordReader {
  private readonly delimiter: string;
  private place: Place = 'start';
  private cells: string[] = [];
  private cell = '';
  /** Blanks after a closing quote, which belong to the cell when it did not close after all. */
  private gap = '';
  private text = '';
  /** The cell holds a quote that was not doubled, so two quotes are not one. */
  private isLoose = false;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  push(piece: string): readonly DelimitedRecord[] {
    const records: DelimitedRecord[] = [];
    for (const character of piece)
      if (character === '\n' && this.place !== 'quoted') records.push(this.endRecord());
      else this.take(character);
    return records;
  }

  rest() {
    if (this.text === '') return undefined;
    const isQuoted = this.place === 'quoted';
    return { ...this.endRecord(), isQuoted };
  }

  private take(character: string): void {
    this.text += character;
    if (character === '"') this.takeQuote();
    else if (character === this.delimiter && this.place !== 'quoted') this.endCell();
    else this.takeOther(character);
  }

  private takeQuote(): void {
    if (this.place === 'after-quote') {
      this.cell += this.isLoose ? `"${this.gap}` : `${this.gap}"`;
      this.gap = '';
      if (!this.isLoose) this.place = 'quoted';
    } else if (this.place === 'quoted') this.place = 'after-quote';
    else if (this.place === 'start') this.place = 'quoted';
    else this.cell += '"';
  }

  private takeOther(character: string): void {
    const isBlank = character === ' ' || character === '\t' || character === '\r';
    if (isBlank && this.place === 'start') return;
    if (isBlank && this.place === 'after-quote') {
      this.gap += character;
      return;
    }
    // Text after a closing quote: the quote was part of the cell.
    if (this.place === 'after-quote') {
      this.cell += `"${this.gap}`;
      this.gap = '';
      this.isLoose = true;
      this.place = 'quoted';
    } else if (this.place === 'start') this.place = 'plain';
    this.cell += character;
  }

  private endCell(): void {
    this.cells.push(this.place === 'plain' ? this.cell.trim() : this.cell);
    this.cell = '';
    this.gap = '';
    this.isLoose = false;
    this.place = 'start';
  }

  private endRecord(): DelimitedRecord {
    this.endCell();
    const record = { cells: this.cells, text: this.text.replace(/\r$/, '') };
    this.cells = [];
    this.text = '';
    return record;
  }
}

/** The cells of one line. */
export function cellsOf(line: string, delimiter: string): readonly string[] {
  const reader = createRecordReader(delimiter);
  reader.push(line);
  return reader.rest()?.cells ?? [];
}
