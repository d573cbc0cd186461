/** A file of the user's disk for tests: what is written appears in it when the stream is closed, as in browsers. */
import type { DiskFile } from '#runtime/disk-sink.ts';

/** Names of the errors that the acts fail with; a write fails from the second chunk on. */
export interface FileFault {
  readonly opens?: string;
  readonly writes?: string;
  readonly closes?: string;
  readonly onWrite?: () => void;
  /** Only the first bytes arrive. */
  readonly isCut?: boolean;
}

export interface FakeFile extends DiskFile {
  readonly name: string;
  remove(): Promise<void>;
  text(): string;
  readonly isRemoved: boolean;
  readonly streams: 'none' | 'open' | 'closed' | 'aborted';
}

export function createFakeFile(name: string, faults: FileFault = {}): FakeFile {
  let content = Buffer.alloc(0);
  let isRemoved = false;
  let streams: FakeFile['streams'] = 'none';
  return {
    name,
    createWritable() {
      const chunks: Uint8Array[] = [];
      const stream = {
        async write(chunk: FileSystemWriteChunkType) {
          // A disk takes its time, in which messages arrive.
          await new Promise(setImmediate);
          if (chunks.length > 0) await failing(faults.writes);
          chunks.push(chunk as Uint8Array);
          faults.onWrite?.();
        },
        async close() {
          await failing(faults.closes);
          const all = Buffer.concat(chunks);
          content = faults.isCut === true ? all.subarray(0, 100) : all;
          streams = 'closed';
        },
        abort() {
          streams = 'aborted';
          return Promise.resolve();
        },
      };
      return failing(faults.opens).then(() => {
        streams = 'open';
        return stream;
      });
    },
    getFile: () => Promise.resolve({ size: content.length }),
    remove() {
      isRemoved = true;
      return Promise.resolve();
    },
    text: () => content.toString(),
    get isRemoved() {
      return isRemoved;
    },
    get streams() {
      return streams;
    },
  };
}

function failing(fault: string | undefined): Promise<void> {
  return fault === undefined
    ? Promise.resolve()
    : Promise.reject(new DOMException('The browser says no.', fault));
}
