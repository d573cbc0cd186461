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
  let place: Place = 'start';
  let cells: string[] = [];
  let cell = '';
  /** Blanks after a closing quote, which belong to the cell when it did not close after all. */
  let gap = '';
  let text = '';
  /** The cell holds a quote that was not doubled, so two quotes are not one. */
  let isLoose = false;

  const endCell = (): void => {
    cells.push(place === 'plain' ? cell.trim() : cell);
    cell = '';
    gap = '';
    isLoose = false;
    place = 'start';
  };
  const endRecord = (): DelimitedRecord => {
    endCell();
    const record = { cells, text: text.replace(/\r$/, '') };
    cells = [];
    text = '';
    return record;
  };
  const takeQuote = (): void => {
    if (place === 'after-quote') {
      cell += isLoose ? `"${gap}` : `${gap}"`;
      gap = '';
      if (!isLoose) place = 'quoted';
    } else if (place === 'quoted') place = 'after-quote';
    else if (place === 'start') place = 'quoted';
    else cell += '"';
  };
  const takeOther = (character: string): void => {
    const isBlank = character === ' ' || character === '\t' || character === '\r';
    if (isBlank && place === 'start') return;
    if (isBlank && place === 'after-quote') {
      gap += character;
      return;
    }
    // Text after a closing quote: the quote was part of the cell.
    if (place === 'after-quote') {
      cell += `"${gap}`;
      gap = '';
      isLoose = true;
      place = 'quoted';
    } else if (place === 'start') place = 'plain';
    cell += character;
  };
  const take = (character: string): DelimitedRecord | undefined => {
    if (character === '\n' && place !== 'quoted') return endRecord();
    text += character;
    if (character === '"') takeQuote();
    else if (character === delimiter && place !== 'quoted') endCell();
    else takeOther(character);
    return undefined;
  };

  return {
    push(piece) {
      const records: DelimitedRecord[] = [];
      for (const character of piece) {
        const record = take(character);
        if (record !== undefined) records.push(record);
      }
      return records;
    },
    rest() {
      if (text === '') return undefined;
      const isQuoted = place === 'quoted';
      return { ...endRecord(), isQuoted };
    },
  };
}

/** The cells of one line. */
export function cellsOf(line: string, delimiter: string): readonly string[] {
  const reader = createRecordReader(delimiter);
  reader.push(line);
  return reader.rest()?.cells ?? [];
}
