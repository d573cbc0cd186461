/**
 * The second copy of every journal: the same records as lines with checksums, in files that do not
 * share the database's fate. It is written after the database and never decides anything: whatever
 * fails here costs the copy, not the run, and the copy is begun anew as soon as it can be.
 */
import type { Clock } from '#core/base/clock.ts';
import { encodeJournalLine, readJournalLines } from '#core/engine/journal-lines.ts';
import type { JournalRecord } from '#core/engine/journal.ts';
import type { CopyFiles, OpenCopyFile } from './copy-files.ts';

export interface CopiedRun {
  readonly documentId: string;
  readonly runId: string;
}

export interface JournalCopies {
  /**
   * Begins or goes on with the copy of a run. Where the file is new it begins with what `whole`
   * answers: the records of the run so far. While another tab still has the file open, it is tried
   * again and records wait in memory.
   */
  open(run: CopiedRun, whole: () => Promise<readonly JournalRecord[]>): void;
  append(runId: string, records: readonly JournalRecord[]): void;
  /** Forces what was written to the disk. */
  flush(): void;
  close(runId: string): void;
  /** The records of a copy, torn and damaged lines left out. They are untrusted: fold them. */
  read(run: CopiedRun): Promise<readonly JournalRecord[]>;
  documents(): Promise<readonly string[]>;
  runsOf(documentId: string): Promise<readonly string[]>;
  remove(run: CopiedRun): Promise<void>;
}

const flushIntervalMs = 5_000;
const retryMs = 500;
/** First and longest wait before a copy that failed is begun anew. */
const restartMs = 5_000;
const longestRestartMs = 60_000;
/** A torn line costs its own records only. */
const recordsPerLine = 100;
const ending = '.journal';

export function createJournalCopies(files: CopyFiles, clock: Clock): JournalCopies {
  const open = new Map<string, RunCopy>();
  const close = (runId: string): void => {
    open.get(runId)?.close();
    open.delete(runId);
  };
  return {
    open(run, whole) {
      close(run.runId);
      open.set(run.runId, new RunCopy({ files, clock, run, whole }));
    },
    append: (runId, records) => open.get(runId)?.append(records),
    flush() {
      for (const copy of open.values()) copy.flush();
    },
    close,
    async read({ documentId, runId }) {
      const own = open.get(runId)?.content();
      const content = own ?? (await files.read(documentId, runId + ending));
      // The fold checks every record.
      return content === undefined
        ? []
        : (readJournalLines(content).records as unknown as readonly JournalRecord[]);
    },
    documents: () => files.folders(),
    async runsOf(documentId) {
      const names = await files.list(documentId);
      return names
        .filter((name) => name.endsWith(ending))
        .map((name) => name.slice(0, -ending.length));
    },
    async remove({ documentId, runId }) {
      close(runId);
      await files.remove(documentId, runId + ending);
    },
  };
}

interface RunCopyOptions {
  readonly files: CopyFiles;
  readonly clock: Clock;
  readonly run: CopiedRun;
  readonly whole: () => Promise<readonly JournalRecord[]>;
}

class RunCopy {
  private readonly options: RunCopyOptions;
  private readonly closing = new AbortController();
  private waiting: (readonly JournalRecord[])[] = [];
  private file: OpenCopyFile | undefined;
  private sizeBytes = 0;
  private isFlushed = true;
  /** The file is being opened: what is appended meanwhile waits. */
  private isOpening = true;

  constructor(options: RunCopyOptions) {
    this.options = options;
    this.live().catch(() => {
      // Aborted by `close`.
      this.close();
    });
  }

  append(records: readonly JournalRecord[]): void {
    if (this.closing.signal.aborted) return;
    if (this.file !== undefined) this.write(records);
    else if (this.isOpening) this.waiting.push(records);
  }

  flush(): void {
    if (this.isFlushed) return;
    this.isFlushed = true;
    this.attempt((file) => {
      file.flush();
    });
  }

  content(): Uint8Array | undefined {
    const { file } = this;
    if (file === undefined) return undefined;
    const bytes = new Uint8Array(this.sizeBytes);
    file.read(bytes, { at: 0 });
    return bytes;
  }

  close(): void {
    this.flush();
    this.closing.abort();
    this.waiting = [];
    const { file } = this;
    this.file = undefined;
    file?.close();
  }

  private async live(): Promise<void> {
    const { signal } = this.closing;
    for (let waitMs = restartMs, isFirst = true; ; isFirst = false) {
      try {
        await this.start(isFirst);
      } catch {
        signal.throwIfAborted();
      }
      // What is missed from here on is in the journal, from which the copy is begun anew.
      this.isOpening = false;
      this.waiting = [];
      await this.options.clock.sleep(waitMs, signal);
      waitMs = Math.min(longestRestartMs, 2 * waitMs);
    }
  }

  /** Resolves when the file cannot be written any more. */
  private async start(isFirst: boolean): Promise<void> {
    const { clock, whole } = this.options;
    const { signal } = this.closing;
    this.isOpening = true;
    const file = await this.openFile();
    if (signal.aborted) {
      file.close();
      return;
    }
    const content = new Uint8Array(file.getSize());
    file.read(content, { at: 0 });
    // A torn last line would make the next one unreadable.
    const { goodBytes, records } = readJournalLines(content);
    file.truncate(goodBytes);
    this.sizeBytes = goodBytes;
    if (goodBytes > 0 && isFirst) this.file = file;
    else {
      // What `whole` answers holds everything that was appended before it answered.
      const all = await whole();
      this.file = file;
      this.writeLines(all.slice(isBeginning(records, all) ? records.length : this.clear(file)));
    }
    for (const records of this.waiting.splice(0)) this.write(records);
    while (this.isWritable()) {
      await clock.sleep(flushIntervalMs, signal);
      this.flush();
    }
  }

  private writeLines(records: readonly JournalRecord[]): void {
    for (let start = 0; start < records.length; start += recordsPerLine)
      this.write(records.slice(start, start + recordsPerLine));
  }

  /** Answers with how many records are in the file then. */
  private clear(file: OpenCopyFile): number {
    file.truncate(0);
    this.sizeBytes = 0;
    return 0;
  }

  private isWritable(): boolean {
    return this.file !== undefined;
  }

  private async openFile(): Promise<OpenCopyFile> {
    const { files, clock, run } = this.options;
    for (let tries = 0; ; tries += 1)
      try {
        return await files.open(run.documentId, run.runId + ending);
      } catch (error) {
        if (!isTaken(error) || tries >= mostTries) throw error;
        await clock.sleep(retryMs, this.closing.signal);
      }
  }

  private write(records: readonly JournalRecord[]): void {
    if (records.length === 0) return;
    this.attempt((file) => {
      const line = encodeJournalLine(records);
      const written = file.write(line, { at: this.sizeBytes });
      if (written < line.length) throw new Error('The file cannot grow.');
      this.sizeBytes += line.length;
      this.isFlushed = false;
    });
  }

  /** A copy with a hole would be worse than one that ends: after a failure nothing is added to it. */
  private attempt(act: (file: OpenCopyFile) => void): void {
    if (this.file === undefined) return;
    try {
      act(this.file);
    } catch {
      const { file } = this;
      this.file = undefined;
      this.isFlushed = true;
      file.close();
    }
  }
}

/** Whether the copy has all it should up to where it ends, and nothing twice. */
function isBeginning(copied: readonly unknown[], all: readonly JournalRecord[]): boolean {
  const beginning = all.slice(0, copied.length);
  return JSON.stringify(copied) === JSON.stringify(beginning);
}

/** How long the tab that had the run before may take to let go. */
const mostTries = 20;

function isTaken(error: unknown): boolean {
  return error instanceof Error || error instanceof DOMException
    ? error.name === 'NoModificationAllowedError'
    : false;
}
