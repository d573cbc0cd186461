/** JSON Lines: one object per line, keys in column order, every line closed by a line feed. */
import type { JsonValue } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { ByteBuffer, createPlainTable } from './byte-buffer.ts';
import type { ExportBatch, RowWriter } from './row-writer.ts';
import { createChangeLog, writeBatches, type BatchEncoder } from './write-batches.ts';

const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
const plain = createPlainTable(`"\\${controls}`);
const quote = 34;
const lineFeed = 10;
const closingBrace = 125;

/**
 * Every object has every column; a cell that holds no value is null. Keys are written as text, so a
 * column named `__proto__` is ordinary data. Lone surrogates leave as escapes and read back the same.
 */
export function createJsonlWriter(layout: JsonlLayout = 'compact'): RowWriter {
  const create = layout === 'spaced' ? createSpacedEncoder : createEncoder;
  return {
    extension: 'jsonl',
    write: (rows, sink, signal) =>
      writeBatches({ rows, sink, signal }, create(rows.columnNames), createChangeLog()),
  };
}

/** `spaced` is how Oumi writes: a blank behind “,” and “:”, and no key for a cell without a value. */
export type JsonlLayout = 'compact' | 'spaced';

/** The layout of a design's rows: those in Oumi's dialect leave as Oumi writes them. */
export function jsonlLayout({ dialect }: Pick<DatasetDesign, 'dialect'>): JsonlLayout {
  return dialect === 'oumi' ? 'spaced' : 'compact';
}

function createSpacedEncoder(names: readonly string[]): BatchEncoder {
  const buffer = new ByteBuffer();
  return {
    buffer,
    begin: () => undefined,
    row: (batch, index) => {
      const cells = names.flatMap((name, column) => {
        const value = batch.columns[column]?.[index];
        return value === undefined ? [] : [`${JSON.stringify(name)}: ${spacedText(value)}`];
      });
      buffer.text(`{${cells.join(', ')}}\n`);
    },
  };
}

function spacedText(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${(value as readonly JsonValue[]).map(spacedText).join(', ')}]`;
  const cells = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${spacedText(item)}`,
  );
  return `{${cells.join(', ')}}`;
}

function createEncoder(names: readonly string[]): BatchEncoder {
  const { buffer, object } = createObjectEncoder(names);
  return {
    buffer,
    begin: () => undefined,
    row: (batch, index) => {
      object(batch, index);
      buffer.byte(lineFeed);
    },
  };
}

export interface ObjectEncoder {
  readonly buffer: ByteBuffer;
  /** Appends the row at this place of the batch as an object, and nothing after it. */
  readonly object: (batch: ExportBatch, index: number) => void;
}

/** Every object has every column, in column order. */
export function createObjectEncoder(names: readonly string[]): ObjectEncoder {
  const buffer = new ByteBuffer();
  const encoder = new TextEncoder();
  const keys = names.map((name, index) =>
    encoder.encode(`${index === 0 ? '{' : ','}${JSON.stringify(name)}:`),
  );
  const opening = encoder.encode('{');
  return {
    buffer,
    object: (batch, index) => {
      if (keys.length === 0) buffer.bytes(opening);
      for (let column = 0; column < keys.length; column += 1) {
        buffer.bytes(keys[column] ?? opening);
        writeValue(buffer, batch.columns[column]?.[index]);
      }
      buffer.byte(closingBrace);
    },
  };
}

function writeValue(buffer: ByteBuffer, value: JsonValue | undefined): void {
  if (typeof value === 'number') buffer.number(value);
  else if (typeof value === 'string') writeString(buffer, value);
  else buffer.text(JSON.stringify(value ?? null));
}

function writeString(buffer: ByteBuffer, text: string): void {
  buffer.byte(quote);
  if (buffer.plain(text, plain)) buffer.byte(quote);
  else buffer.text(JSON.stringify(text).slice(1));
}
