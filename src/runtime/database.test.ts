import { describe, expect, it, vi } from 'vitest';
import { StorageError } from '#core/engine/journal.ts';
import { openDatabase, toStorageError, writeStrictly } from './database.ts';
import { fillDisk, openEmptyDatabase } from './testing/memory-database.ts';

const document = { documentId: 'd', name: 'D', version: 1, savedAtMs: 0 };

describe('writeStrictly', () => {
  it('asks the browser for strict durability', async () => {
    const database = await openEmptyDatabase();
    const begin = vi.spyOn(database, 'transaction');
    await writeStrictly(database, ['documents'], async (transaction) => {
      await transaction.objectStore('documents').put(document);
    });
    expect(begin).toHaveBeenCalledWith(['documents'], 'readwrite', { durability: 'strict' });
  });

  it('writes nothing when the work gives up halfway', async () => {
    const database = await openEmptyDatabase();
    const writing = writeStrictly(database, ['documents'], async (transaction) => {
      await transaction.objectStore('documents').put(document);
      throw new Error('halfway');
    });
    await expect(writing).rejects.toBeInstanceOf(StorageError);
    expect(await database.getAll('documents')).toEqual([]);
  });

  it('keeps the storage error that the work itself gave up with', async () => {
    const database = await openEmptyDatabase();
    const writing = writeStrictly(database, ['documents'], () =>
      Promise.reject(new StorageError('blocked', 'Not yours.')),
    );
    await expect(writing).rejects.toMatchObject({ kind: 'blocked', message: 'Not yours.' });
  });

  it('says that the disk is full although no request failed', async () => {
    const database = fillDisk(await openEmptyDatabase());
    const writing = writeStrictly(database, ['documents'], async (transaction) => {
      await transaction.objectStore('documents').put(document);
    });
    await expect(writing).rejects.toMatchObject({ name: 'StorageError', kind: 'quota' });
  });

  it('leaves nothing behind when the disk is full', async () => {
    const database = await openEmptyDatabase();
    await writeStrictly(fillDisk(database), ['documents'], async (transaction) => {
      await transaction.objectStore('documents').put(document);
    }).catch(() => undefined);
    expect(await database.getAll('documents')).toEqual([]);
  });

  it('fails as blocked once the database was closed', async () => {
    const database = await openEmptyDatabase();
    database.close();
    const writing = writeStrictly(database, ['documents'], () => Promise.resolve());
    await expect(writing).rejects.toMatchObject({ kind: 'blocked' });
  });
});

describe('openDatabase', () => {
  it('closes itself and says so when a newer release wants to upgrade', async () => {
    await openEmptyDatabase();
    const closed = vi.fn();
    await openDatabase(closed);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('rowsmith', 99);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => {
        reject(new Error('The upgrade failed.'));
      };
    });
    expect(closed).toHaveBeenCalledOnce();
  });

  it('does not write into a database of a newer release', async () => {
    const database = await openEmptyDatabase();
    database.close();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('rowsmith', 99);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    await expect(openDatabase(() => undefined)).rejects.toMatchObject({ kind: 'blocked' });
  });
});

describe('toStorageError', () => {
  it.each([
    ['QuotaExceededError', 'quota'],
    ['VersionError', 'blocked'],
    ['SecurityError', 'unavailable'],
    ['UnknownError', 'unavailable'],
  ])('takes %s for %s', (name, kind) => {
    expect(toStorageError(new DOMException('No.', name)).kind).toBe(kind);
  });
});
