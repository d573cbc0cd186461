/** A JSON array: one object a line, so that it can be read by eye and compared by line as well. */
import { createObjectEncoder } from './jsonl-writer.ts';
import type { RowWriter } from './row-writer.ts';
import { createChangeLog, writeBatches, type BatchEncoder } from './write-batches.ts';

/** Objects as in `createJsonlWriter`; without rows an empty array. */
export function createJsonWriter(): RowWriter {
  return {
    extension: 'json',
    write: (rows, sink, signal) =>
      writeBatches({ rows, sink, signal }, createEncoder(rows.columnNames), createChangeLog()),
  };
}

function createEncoder(names: readonly string[]): BatchEncoder {
  const { buffer, object } = createObjectEncoder(names);
  return {
    buffer,
    begin: () => {
      buffer.text('[');
    },
    row: (batch, index, isFirst) => {
      buffer.text(isFirst ? '\n' : ',\n');
      object(batch, index);
    },
    end: () => {
      buffer.text('\n]\n');
    },
  };
}
