/** A file that is written here and kept by the browser. */
import type { ByteSink } from '#core/export/row-writer.ts';

/** Bytes of a part; browsers keep small blobs in memory and may move larger ones to disk. */
const partBytes = 8 * 1024 * 1024;

export interface BlobSink extends ByteSink {
  /** All that was written, once the sink is closed. */
  blob(type: string): Blob;
}

/** Collects a file in parts that are the browser's to keep: what is written leaves this thread's memory. */
export function createBlobSink(): BlobSink {
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const endPart = (): void => {
    if (bytes > 0) parts.push(new Blob(chunks));
    chunks = [];
    bytes = 0;
  };
  return {
    write(chunk) {
      chunks.push(chunk as Uint8Array<ArrayBuffer>);
      bytes += chunk.length;
      if (bytes >= partBytes) endPart();
      return Promise.resolve();
    },
    close() {
      endPart();
      return Promise.resolve();
    },
    abort: () => Promise.resolve(),
    blob: (type) => new Blob(parts, { type }),
  };
}
