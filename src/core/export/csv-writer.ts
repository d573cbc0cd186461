/**
 * CSV as Papa Parse writes it, byte for byte, but straight into a byte buffer: no row objects, no
 * growing string, so the size of a file is bounded by the sink alone. The last line has no line ending.
 */
import type { JsonValue } from '#core/base/json.ts';
import { ByteBuffer, createPlainTable, type PlainTable } from './byte-buffer.ts';
import { couldRunAsFormula, guardFormula } from './formula-guard.ts';
import type { ExportBatch, RowWriter } from './row-writer.ts';
import {
  createChangeLog,
  writeBatches,
  type BatchEncoder,
  type ChangeLog,
} from './write-batches.ts';

export interface CsvOptions {
  /** What stands between two cells; a comma when absent. A tab makes a file of tab-separated values. */
  readonly delimiter?: ',' | '\t';
  /** Line ending; `\r\n` when absent, as RFC 4180 has it. */
  readonly newline?: '\r\n' | '\n';
  /** Writes a first line with the column names; true when absent. */
  readonly hasHeader?: boolean;
  /** Begins the file with a UTF-8 byte order mark, which older Excel needs for other letters; false when absent. */
  readonly hasByteOrderMark?: boolean;
  /** Puts an apostrophe before texts that a spreadsheet would run as formulas; false when absent. */
  readonly isSpreadsheetSafe?: boolean;
}

interface Delimiter {
  readonly code: number;
  readonly plain: PlainTable;
  readonly special: RegExp;
  readonly extension: string;
}

const comma: Delimiter = {
  code: 44,
  plain: createPlainTable('",\r\n'),
  special: /[",\r\n\ufeff]/,
  extension: 'csv',
};
const tab: Delimiter = {
  code: 9,
  plain: createPlainTable('"\t\r\n'),
  special: /["\t\r\n\ufeff]/,
  extension: 'tsv',
};
const carriageReturn = 13;
const lineFeed = 10;
const blank = 32;

/** Empty and null cells are empty, booleans `true` and `false`, lists and objects JSON. */
export function createCsvWriter(options: CsvOptions = {}): RowWriter {
  const { extension } = delimiterOf(options);
  return {
    extension,
    write: (rows, sink, signal) => {
      const changes = createChangeLog();
      const encoder = createEncoder(rows.columnNames, options, changes);
      return writeBatches({ rows, sink, signal }, encoder, changes);
    },
  };
}

function delimiterOf({ delimiter }: CsvOptions): Delimiter {
  return delimiter === '\t' ? tab : comma;
}

function createEncoder(
  names: readonly string[],
  options: CsvOptions,
  changes: ChangeLog,
): BatchEncoder {
  const buffer = new ByteBuffer();
  const delimiter = delimiterOf(options);
  const isLong = options.newline !== '\n';
  const isSafe = options.isSpreadsheetSafe ?? false;
  const hasHeader = (options.hasHeader ?? true) && names.length > 0;

  const begin = (): void => {
    if (options.hasByteOrderMark) buffer.text('\ufeff');
    if (!hasHeader) return;
    names.forEach((name, index) => {
      if (index > 0) buffer.byte(delimiter.code);
      const isGuarded = isSafe && couldRunAsFormula(name);
      if (isGuarded) changes.add({ column: name });
      writeField(buffer, isGuarded ? guardFormula(name) : name, delimiter);
    });
  };
  const row = (batch: ExportBatch, index: number, isFirst: boolean): void => {
    if (!isFirst || hasHeader) writeNewline(buffer, isLong);
    for (let column = 0; column < names.length; column += 1) {
      if (column > 0) buffer.byte(delimiter.code);
      const value = batch.columns[column]?.[index];
      if (typeof value !== 'string') writeScalar(buffer, value, delimiter);
      else if (isSafe && couldRunAsFormula(value)) {
        changes.add({ row: batch.rows[index] ?? 0, column: names[column] ?? '' });
        writeField(buffer, guardFormula(value), delimiter);
      } else writeField(buffer, value, delimiter);
    }
  };
  return { buffer, begin, row };
}

function writeNewline(buffer: ByteBuffer, isLong: boolean): void {
  if (isLong) buffer.byte(carriageReturn);
  buffer.byte(lineFeed);
}

function writeScalar(buffer: ByteBuffer, value: JsonValue | undefined, delimiter: Delimiter): void {
  if (typeof value === 'number') buffer.number(value);
  else if (typeof value === 'boolean') buffer.text(value ? 'true' : 'false');
  else if (value !== null && value !== undefined)
    writeField(buffer, JSON.stringify(value), delimiter);
}

/** Quotes what holds a delimiter, quote, line break or byte order mark, or begins or ends with a blank. */
function writeField(buffer: ByteBuffer, text: string, { plain, special }: Delimiter): void {
  const hasOuterBlank = text.charCodeAt(0) === blank || text.charCodeAt(text.length - 1) === blank;
  if (!hasOuterBlank && buffer.plain(text, plain)) return;
  if (hasOuterBlank || special.test(text)) buffer.text(`"${text.replaceAll('"', '""')}"`);
  else buffer.text(text);
}
