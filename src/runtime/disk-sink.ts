/**
 * Streams a file to where the user chose. The browser keeps what is written beside the file until the end:
 * the file itself has all of it or nothing.
 */
import type { ByteSink } from '#core/export/row-writer.ts';

/** What is used of a `FileSystemFileHandle`. */
export interface DiskFile {
  createWritable(): Promise<Pick<FileSystemWritableFileStream, 'write' | 'close' | 'abort'>>;
  getFile(): Promise<Pick<File, 'size'>>;
}

/** Rejects where the file may not be written. Closing rejects when the file is not as long as what was written. */
export async function openDiskSink(file: DiskFile): Promise<ByteSink> {
  const stream = await file.createWritable();
  let sizeBytes = 0;
  return {
    async write(chunk) {
      await stream.write(chunk as Uint8Array<ArrayBuffer>);
      sizeBytes += chunk.length;
    },
    async close() {
      await stream.close();
      const { size } = await file.getFile();
      if (size !== sizeBytes)
        throw new Error(
          `The file should have ${sizeBytes.toLocaleString('en')} bytes and has ${size.toLocaleString('en')}.`,
        );
    },
    async abort(reason) {
      await stream.abort(reason);
    },
  };
}
