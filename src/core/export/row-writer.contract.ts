/** What every row writer promises, whatever its format. */
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { valueKind } from './value-kind.ts';
import type { ByteSink, ExportRows, RowWriter } from './row-writer.ts';

export interface MemorySink extends ByteSink {
  readonly chunks: Uint8Array[];
  readonly events: string[];
  text(): string;
}

export function createMemorySink(failAtChunk = Number.POSITIVE_INFINITY): MemorySink {
  const chunks: Uint8Array[] = [];
  const events: string[] = [];
  return {
    chunks,
    events,
    write: async (chunk) => {
      if (chunks.length === failAtChunk) throw new Error('The disk is full.');
      chunks.push(chunk);
    },
    close: async () => void events.push('close'),
    abort: async (reason) => void events.push(`abort: ${(reason as Error).message}`),
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}

/** Rows in batches of three, so that every test crosses a batch border. */
export function exportRowsOf(
  columnNames: readonly string[],
  table: readonly (readonly (JsonValue | undefined)[])[],
): ExportRows {
  const batches = [];
  for (let start = 0; start < table.length; start += 3) {
    const slice = table.slice(start, start + 3);
    batches.push({
      rows: slice.map((_, index) => start + index),
      columns: columnNames.map((_, column) => slice.map((row) => row[column])),
    });
  }
  const kinds = () => columnNames.map((_, column) => valueKind(table.map((row) => row[column])));
  return { columnNames, kinds, batches };
}

interface Promises {
  /** Texts leave in chunks of about 256 KiB; formats with groups of rows have a chunk for each. */
  readonly isText?: boolean;
}

export function describeRowWriter(
  name: string,
  create: () => RowWriter,
  { isText = true }: Promises = {},
): void {
  const big = Array.from({ length: 5_000 }, (_, row) => [row, `text ${row} `.repeat(20)]);

  describe(`${name} as a row writer`, () => {
    it('closes the sink once after the last byte', async () => {
      const sink = createMemorySink();
      const report = await create().write(exportRowsOf(['a', 'b'], big), sink);
      expect(sink.events).toEqual(['close']);
      expect(report.rowCount).toBe(5_000);
      expect(report.sizeBytes).toBe(Buffer.concat(sink.chunks).length);
    });

    if (isText) {
      it('hands over chunks of about 256 KiB', async () => {
        const sink = createMemorySink();
        await create().write(exportRowsOf(['a', 'b'], big), sink);
        const sizes = sink.chunks.map((chunk) => chunk.length);
        expect(sizes.length).toBeGreaterThan(3);
        expect(Math.max(...sizes)).toBeLessThan(300_000);
        expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(262_144);
      });
    }

    it('aborts the sink and rejects when the sink fails', async () => {
      const sink = createMemorySink(isText ? 2 : 0);
      const writing = create().write(exportRowsOf(['a', 'b'], big), sink);
      await expect(writing).rejects.toThrow('The disk is full.');
      expect(sink.events).toEqual(['abort: The disk is full.']);
    });

    it('aborts the sink and rejects when the signal aborts', async () => {
      const sink = createMemorySink();
      const signal = AbortSignal.abort(new Error('Stopped by the user.'));
      const writing = create().write(exportRowsOf(['a', 'b'], big), sink, signal);
      await expect(writing).rejects.toThrow('Stopped by the user.');
      expect(sink.events).toEqual(['abort: Stopped by the user.']);
    });

    it('reads rows from an asynchronous source', async () => {
      const { batches, ...rows } = exportRowsOf(['a'], [[1], [2], [3], [4]]);
      async function* slowly() {
        for await (const batch of batches) yield batch;
      }
      const fast = createMemorySink();
      const slow = createMemorySink();
      await create().write(exportRowsOf(['a'], [[1], [2], [3], [4]]), fast);
      await create().write({ ...rows, batches: slowly() }, slow);
      expect(slow.text()).toBe(fast.text());
    });
  });
}
