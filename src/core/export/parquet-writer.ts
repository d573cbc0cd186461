/** Parquet: columns with types, compressed; what data tools and the Hugging Face Hub read best. */
import type { ByteWriter, ColumnSource } from 'hyparquet-writer';
import type { JsonValue } from '#core/base/json.ts';
import type { ByteSink, ExportRows, RowWriter, ValueKind } from './row-writer.ts';
import { intoSink, type WriteJob } from './write-batches.ts';

/** Least rows that are encoded together: a reader can skip a group, and no more than one is in memory. */
const groupRows = 20_000;

/**
 * Every column may be empty. Whole numbers are INT64, others DOUBLE, lists and objects JSON in a text.
 * Snappy compression. Lone surrogates become U+FFFD, which UTF-8 has no way around.
 */
export function createParquetWriter(): RowWriter {
  return {
    extension: 'parquet',
    write: (rows, sink, signal) => intoSink(sink, () => pour({ rows, sink, signal })),
  };
}

const elements = {
  boolean: { type: 'BOOLEAN' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  nested: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
} as const;

async function pour({ rows, sink, signal }: WriteJob) {
  signal?.throwIfAborted();
  // A format that few choose, so its library comes when one does.
  const library = await import('hyparquet-writer');
  const bytes = new library.ByteWriter();
  const kinds = rows.kinds();
  const writer = new library.ParquetWriter({
    writer: bytes,
    createdBy: 'Rowsmith',
    schema: [
      { name: 'root', num_children: kinds.length },
      ...rows.columnNames.map((name, column) => ({
        ...{ name, repetition_type: 'OPTIONAL' as const },
        ...elements[kinds[column] ?? 'text'],
      })),
    ],
  });
  let rowCount = 0;
  for await (const columns of groupsOf(rows)) {
    signal?.throwIfAborted();
    const columnData: ColumnSource[] = rows.columnNames.map((name, column) => ({
      name,
      data: (columns[column] ?? []).map((value) => parquetValue(value, kinds[column] ?? 'text')),
    }));
    const groupLength = columns[0]?.length ?? 0;
    await writer.write({ columnData, rowGroupSize: groupLength });
    rowCount += groupLength;
    await handOver(bytes, sink);
  }
  await writer.finish();
  await handOver(bytes, sink);
  return { rowCount, sizeBytes: bytes.offset, changedCount: 0, changedCells: [] };
}

/** Column by column, as many rows as go into one group. */
async function* groupsOf({ columnNames, batches }: ExportRows) {
  let columns: (JsonValue | undefined)[][] = columnNames.map(() => []);
  for await (const batch of batches) {
    columns.forEach((column, index) => column.push(...(batch.columns[index] ?? [])));
    if ((columns[0]?.length ?? 0) < groupRows) continue;
    yield columns;
    columns = columnNames.map(() => []);
  }
  if ((columns[0]?.length ?? 0) > 0) yield columns;
}

function parquetValue(value: JsonValue | undefined, kind: ValueKind) {
  if (value === undefined || value === null) return null;
  return kind === 'integer' ? BigInt(value as number) : value;
}

/** What was written so far leaves; places in the file are counted on. */
async function handOver(bytes: ByteWriter, sink: ByteSink): Promise<void> {
  const chunk = bytes.getBytes().slice();
  bytes.index = 0;
  await sink.write(chunk);
}
