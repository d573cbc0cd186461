/**
 * Files for the second copy of journals, as far as a journal needs files at all. In the browser they
 * are in the origin's private file system, which outlives a database that was damaged or emptied.
 */

/**
 * One file, open for its single writer: what is used of a synchronous access handle. Offsets and
 * sizes are in bytes.
 */
export interface OpenCopyFile {
  read(buffer: Uint8Array, options: { readonly at: number }): number;
  write(buffer: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(sizeBytes: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

/** A method that only workers have, so the page's types do not know it. */
interface WritableInPlace {
  createSyncAccessHandle(): Promise<OpenCopyFile>;
}

export interface CopyFiles {
  /** Opens or makes a file. Rejects while another writer has it open, and where nothing can be stored. */
  open(folder: string, name: string): Promise<OpenCopyFile>;
  /** What a file holds; undefined where there is none. */
  read(folder: string, name: string): Promise<Uint8Array | undefined>;
  folders(): Promise<readonly string[]>;
  list(folder: string): Promise<readonly string[]>;
  /** Does nothing when the file is not there. */
  remove(folder: string, name: string): Promise<void>;
}

const root = 'journals';

/** The files of this origin; works in a worker only, because only there files open for writing in place. */
export function createPrivateFiles(storage: Pick<StorageManager, 'getDirectory'>): CopyFiles {
  const rootFolder = async (): Promise<FileSystemDirectoryHandle> =>
    (await storage.getDirectory()).getDirectoryHandle(root, { create: true });
  const existing = async (folder: string): Promise<FileSystemDirectoryHandle | undefined> => {
    try {
      return await (await rootFolder()).getDirectoryHandle(folder);
    } catch {
      // Not made yet, or damaged: there is nothing to read in it.
      return undefined;
    }
  };
  return {
    async open(folder, name) {
      const parent = await (await rootFolder()).getDirectoryHandle(folder, { create: true });
      const file = await parent.getFileHandle(name, { create: true });
      return (file as FileSystemFileHandle & WritableInPlace).createSyncAccessHandle();
    },
    async read(folder, name) {
      try {
        const file = await (await existing(folder))?.getFileHandle(name);
        const content = await (await file?.getFile())?.arrayBuffer();
        return content === undefined ? undefined : new Uint8Array(content);
      } catch {
        // A copy that cannot be read recovers nothing.
        return undefined;
      }
    },
    async folders() {
      return namesOf(await rootFolder());
    },
    async list(folder) {
      const found = await existing(folder);
      return found === undefined ? [] : namesOf(found);
    },
    async remove(folder, name) {
      await (await existing(folder))?.removeEntry(name).catch(() => undefined);
    },
  };
}

async function namesOf(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}
