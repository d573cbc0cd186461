/** The loop that every writer shares: encode a batch, hand over full chunks, stop when told, clean up when it fails. */
import type { ByteBuffer } from './byte-buffer.ts';
import type { ByteSink, ChangedCell, ExportBatch, ExportReport, ExportRows } from './row-writer.ts';
import { maxListedChanges } from './row-writer.ts';

/** What is specific to a format. Lives for one file. */
export interface BatchEncoder {
  readonly buffer: ByteBuffer;
  /** Appends what comes before the first row. */
  begin(): void;
  /** Appends one row. `index` is its place in the batch, `isFirst` true for the first row of the file. */
  row(batch: ExportBatch, index: number, isFirst: boolean): void;
  /** Appends what comes after the last row. */
  end?(): void;
}

/** Notes changed cells up to the listed number and counts all of them. */
export interface ChangeLog {
  add(cell: ChangedCell): void;
  readonly count: number;
  readonly cells: readonly ChangedCell[];
}

export function createChangeLog(): ChangeLog {
  const cells: ChangedCell[] = [];
  let count = 0;
  return {
    add: (cell) => {
      count += 1;
      if (cells.length < maxListedChanges) cells.push(cell);
    },
    get count() {
      return count;
    },
    cells,
  };
}

export interface WriteJob {
  readonly rows: ExportRows;
  readonly sink: ByteSink;
  readonly signal?: AbortSignal | undefined;
}

/** Drives one file from first byte to `close`. */
export function writeBatches(
  job: WriteJob,
  encoder: BatchEncoder,
  changes: ChangeLog,
): Promise<ExportReport> {
  return intoSink(job.sink, async () => {
    const totals = await pour(job, encoder);
    return { ...totals, changedCount: changes.count, changedCells: changes.cells };
  });
}

/** Closes the sink when all was written; on any failure aborts it and rejects with the reason. */
export async function intoSink<Answer>(
  sink: ByteSink,
  write: () => Promise<Answer>,
): Promise<Answer> {
  try {
    const answer = await write();
    await sink.close();
    return answer;
  } catch (error) {
    // The reason that matters is the first one; a sink that cannot even abort adds nothing to it.
    await sink.abort(error).catch(() => undefined);
    throw error;
  }
}

async function pour(
  { rows, sink, signal }: WriteJob,
  encoder: BatchEncoder,
): Promise<{ rowCount: number; sizeBytes: number }> {
  let rowCount = 0;
  let sizeBytes = 0;
  const flush = async (): Promise<void> => {
    const chunk = encoder.buffer.take();
    sizeBytes += chunk.length;
    await sink.write(chunk);
    signal?.throwIfAborted();
  };
  signal?.throwIfAborted();
  encoder.begin();
  for await (const batch of rows.batches) {
    signal?.throwIfAborted();
    for (let index = 0; index < batch.rows.length; index += 1) {
      encoder.row(batch, index, rowCount === 0);
      rowCount += 1;
      if (encoder.buffer.isFull) await flush();
    }
  }
  encoder.end?.();
  if (encoder.buffer.length > 0) await flush();
  return { rowCount, sizeBytes };
}
