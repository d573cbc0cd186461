/** Files in memory for tests: one writer at a time, and ways to damage them. */
import type { CopyFiles, OpenCopyFile } from '#runtime/copy-files.ts';

export interface MemoryFiles extends CopyFiles {
  /** Contents by `folder/name`; change them to damage a file. */
  readonly contents: Map<string, Uint8Array>;
  /** Files that are open for writing. */
  readonly opened: ReadonlySet<string>;
  /** How often a file was forced to the disk. */
  readonly flushes: () => number;
  /** From now on nothing can be written. */
  fill(): void;
  /** There is room again. */
  empty(): void;
}

export function createMemoryFiles(): MemoryFiles {
  const contents = new Map<string, Uint8Array>();
  const opened = new Set<string>();
  let flushes = 0;
  let isFull = false;
  const openFile = (path: string): OpenCopyFile => ({
    read(buffer, { at }) {
      const bytes = contentOf(path).subarray(at, at + buffer.length);
      buffer.set(bytes);
      return bytes.length;
    },
    write(bytes, { at }) {
      if (isFull) throw new DOMException('The disk is full.', 'QuotaExceededError');
      const before = contentOf(path);
      const after = new Uint8Array(Math.max(before.length, at + bytes.length));
      after.set(before);
      after.set(bytes, at);
      contents.set(path, after);
      return bytes.length;
    },
    truncate(size) {
      contents.set(path, contentOf(path).slice(0, size));
    },
    getSize: () => contentOf(path).length,
    flush() {
      flushes += 1;
    },
    close() {
      opened.delete(path);
    },
  });
  const contentOf = (path: string): Uint8Array => contents.get(path) ?? new Uint8Array();
  return {
    contents,
    opened,
    flushes: () => flushes,
    fill() {
      isFull = true;
    },
    empty() {
      isFull = false;
    },
    open(folder, name) {
      const path = `${folder}/${name}`;
      if (opened.has(path))
        return Promise.reject(new DOMException('It is open.', 'NoModificationAllowedError'));
      opened.add(path);
      contents.set(path, contentOf(path));
      return Promise.resolve(openFile(path));
    },
    read: (folder, name) => Promise.resolve(contents.get(`${folder}/${name}`)),
    folders: () => Promise.resolve(foldersOf(contents)),
    list: (folder) => Promise.resolve(namesIn(contents, folder)),
    remove(folder, name) {
      contents.delete(`${folder}/${name}`);
      return Promise.resolve();
    },
  };
}

function foldersOf(contents: ReadonlyMap<string, Uint8Array>): readonly string[] {
  return [...new Set([...contents.keys()].map((path) => path.split('/')[0] ?? ''))];
}

function namesIn(contents: ReadonlyMap<string, Uint8Array>, folder: string): readonly string[] {
  const inside = [...contents.keys()].filter((path) => path.startsWith(`${folder}/`));
  return inside.map((path) => path.slice(folder.length + 1));
}
