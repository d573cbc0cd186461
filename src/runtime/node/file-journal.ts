/**
 * A run's journal as a file: one line per transaction, forced to the disk before `append` resolves. A
 * torn last line is cut when the file is opened.
 */
import { open, readFile, unlink, type FileHandle } from 'node:fs/promises';
import type { JsonValue } from '#core/base/json.ts';
import { encodeJournalLine, readJournalLines } from '#core/engine/journal-lines.ts';
import { StorageError, type RunJournal, type StorageErrorKind } from '#core/engine/journal.ts';

export interface FileJournal extends RunJournal {
  readonly path: string;
  /** What the file held when it was opened, in order; the fold decides what it can read. */
  readonly records: readonly JsonValue[];
  /** Lines in the middle of the file that could not be read. */
  readonly damagedLines: number;
  close(): Promise<void>;
  /** Closes and deletes the file. */
  remove(): Promise<void>;
}

/** Opens or creates a journal for its single writer. Rejects with `StorageError`. */
export async function openFileJournal(path: string): Promise<FileJournal> {
  const content = await readExisting(path);
  const { records, damagedLines, goodBytes } = readJournalLines(content);
  const handle = await asStorage(path, () => open(path, content.length === 0 ? 'w+' : 'r+'));
  if (goodBytes < content.length) await asStorage(path, () => handle.truncate(goodBytes));
  return createFileJournal({ path, handle, records, damagedLines, sizeBytes: goodBytes });
}

interface OpenedFile {
  readonly path: string;
  readonly handle: FileHandle;
  readonly records: readonly JsonValue[];
  readonly damagedLines: number;
  readonly sizeBytes: number;
}

function createFileJournal(file: OpenedFile): FileJournal {
  const { path, handle, records, damagedLines } = file;
  let sizeBytes = file.sizeBytes;
  return {
    path,
    records,
    damagedLines,
    append: (added) =>
      asStorage(path, async () => {
        const line = encodeJournalLine(added);
        // At a fixed place, so that a write that failed half-way is written over by the next.
        await writeFully(handle, line, sizeBytes);
        await handle.datasync();
        sizeBytes += line.length;
      }),
    close: () => handle.close(),
    async remove() {
      await handle.close();
      await asStorage(path, () => unlink(path));
    },
  };
}

async function writeFully(handle: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(
      bytes,
      written,
      bytes.length - written,
      start + written,
    );
    written += bytesWritten;
  }
}

async function readExisting(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw toStorageError(path, error);
  }
}

async function asStorage<Value>(path: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    throw toStorageError(path, error);
  }
}

const kindsByCode: Readonly<Record<string, readonly [StorageErrorKind, string]>> = {
  ENOSPC: ['quota', 'The disk is full. Free some space, then resume.'],
  EDQUOT: ['quota', 'Your disk quota is used up. Free some space, then resume.'],
  EFBIG: ['quota', 'The file has reached the size limit of this disk.'],
  EACCES: ['blocked', 'This account may not write there. Choose another place with --out.'],
  EPERM: ['blocked', 'This account may not write there. Choose another place with --out.'],
  EROFS: ['blocked', 'The disk is read-only. Choose another place with --out.'],
  ENOENT: ['unavailable', 'The folder does not exist. Make it first.'],
};

function toStorageError(path: string, error: unknown): StorageError {
  const code = codeOf(error) ?? 'unknown error';
  const [kind, advice] = kindsByCode[code] ?? ['unavailable', 'Check the disk, then resume.'];
  return new StorageError(kind, `${path} could not be written (${code}). ${advice}`, error);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
