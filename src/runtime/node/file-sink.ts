/**
 * Writes a file whole or not at all: bytes go to a temporary name beside it, are forced to the disk,
 * and take the name only at the end. What stood there before stays until then.
 */
import { randomUUID } from 'node:crypto';
import { open, realpath, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ByteSink } from '#core/export/row-writer.ts';

/** Opens a sink for the file at `path`. Rejects when its folder cannot be written. */
export async function openFileSink(path: string): Promise<ByteSink> {
  const target = await followLink(path);
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target)}.${randomUUID().slice(0, 8)}.tmp`);
  const handle = await open(temporary, 'wx');
  return {
    async write(chunk) {
      await handle.writeFile(chunk);
    },
    async close() {
      await handle.sync();
      await handle.close();
      await rename(temporary, target);
      await syncFolder(folder);
    },
    async abort() {
      await handle.close();
      await unlink(temporary);
    },
  };
}

/** A link keeps pointing where it did: the file behind it is replaced. */
async function followLink(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    // Nothing is there yet.
    return path;
  }
}

/** Makes the new name itself durable, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync();
    await handle.close();
  } catch {
    // Windows cannot open folders; the content itself is durable already.
  }
}
