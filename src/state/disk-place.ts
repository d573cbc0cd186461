/** Where on the disk the user lets files go, in browsers that let a page ask; others have downloads alone. */
import type { DiskFile } from '#runtime/disk-sink.ts';

/** What is used of a handle of the browser. */
interface FileHandle extends DiskFile {
  readonly name: string;
  /** Not in every browser that has the pickers. */
  remove?(): Promise<void>;
}

interface FolderHandle {
  getFileHandle(name: string, options?: { readonly create?: boolean }): Promise<FileHandle>;
  removeEntry(name: string): Promise<void>;
}

interface Pickers {
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileHandle>;
  showDirectoryPicker?(options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }): Promise<FolderHandle>;
}

export interface DiskPlace {
  /** One for each name, in their order; called as the user wants. */
  readonly files: readonly FileHandle[];
  /** Takes away what was begun and came to nothing. */
  discard(): Promise<void>;
}

const pickers = globalThis as Pickers;

/** Whether this browser can ask where one file, or a folder of several, shall be. */
export function canPickPlace(fileCount: number): boolean {
  return (fileCount === 1 ? 'showSaveFilePicker' : 'showDirectoryPicker') in pickers;
}

/**
 * Asks for a file, or for a folder where there are several names. To be called in a click. Undefined when
 * the user picks none; rejects when a file of one of the names is already in the folder.
 */
export async function pickPlace(
  names: readonly string[],
  mediaType: string,
): Promise<DiskPlace | undefined> {
  const [name] = names;
  try {
    return name !== undefined && names.length === 1
      ? await pickFile(name, mediaType)
      : await pickFolder(names);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return undefined;
    throw error;
  }
}

async function pickFile(name: string, mediaType: string): Promise<DiskPlace | undefined> {
  const ending = name.slice(name.lastIndexOf('.'));
  const file = await pickers.showSaveFilePicker?.({
    suggestedName: name,
    types: [{ accept: { [mediaType]: [ending] } }],
  });
  if (file === undefined) return undefined;
  return {
    files: [file],
    // A picked file is empty from then on: what is not empty was written whole.
    async discard() {
      if ((await file.getFile()).size === 0) await file.remove?.();
    },
  };
}

async function pickFolder(names: readonly string[]): Promise<DiskPlace | undefined> {
  const folder = await pickers.showDirectoryPicker?.({ id: 'rows', mode: 'readwrite' });
  if (folder === undefined) return undefined;
  for (const name of names)
    if (await hasFile(folder, name))
      throw new Error(`${name} is already in that folder. Choose another folder.`);
  const files: FileHandle[] = [];
  for (const name of names) files.push(await folder.getFileHandle(name, { create: true }));
  return {
    files,
    async discard() {
      for (const name of names) await folder.removeEntry(name);
    },
  };
}

async function hasFile(folder: FolderHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') return false;
    throw error;
  }
}
