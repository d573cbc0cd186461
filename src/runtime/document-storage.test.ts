import { describe, expect, it } from 'vitest';
import { createDocumentStorage, type SaveRequest } from './document-storage.ts';
import { fillDisk, openEmptyDatabase } from './testing/memory-database.ts';

function edit(baseVersion: number, text = `edit of ${baseVersion}`): SaveRequest {
  const savedAtMs = baseVersion + 1;
  return { documentId: 'd', name: 'D', baseVersion, design: { text }, savedAtMs };
}

describe('a document', () => {
  it('comes back as its newest version', async () => {
    const storage = createDocumentStorage(await openEmptyDatabase());
    expect(await storage.save(edit(0))).toEqual({ kind: 'saved', version: 1 });
    await storage.save(edit(1));
    expect(await storage.load('d')).toEqual({ version: 2, design: { text: 'edit of 1' } });
  });

  it('is unknown before it was saved', async () => {
    const storage = createDocumentStorage(await openEmptyDatabase());
    expect(await storage.load('d')).toBeUndefined();
  });

  it('keeps its last 20 versions', async () => {
    const database = await openEmptyDatabase();
    const storage = createDocumentStorage(database);
    for (let version = 0; version < 25; version += 1) await storage.save(edit(version));
    const versions = (await database.getAll('versions')).map(({ version }) => version);
    expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => index + 6));
  });

  it('is not overwritten by a tab that began from an older version', async () => {
    const storage = createDocumentStorage(await openEmptyDatabase());
    await storage.save(edit(0));
    await storage.save(edit(1, 'first tab'));
    expect(await storage.save(edit(1, 'second tab'))).toEqual({
      kind: 'conflict',
      currentVersion: 2,
    });
    expect(await storage.load('d')).toEqual({ version: 2, design: { text: 'first tab' } });
  });

  it('lets exactly one of two tabs save at the same moment', async () => {
    const storage = createDocumentStorage(await openEmptyDatabase());
    const answers = await Promise.all([
      storage.save(edit(0, 'first tab')),
      storage.save(edit(0, 'second tab')),
    ]);
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'saved']);
  });

  it('stays as it was when the disk is full', async () => {
    const database = await openEmptyDatabase();
    await createDocumentStorage(database).save(edit(0, 'kept'));
    const full = createDocumentStorage(fillDisk(database));
    await expect(full.save(edit(1, 'lost'))).rejects.toMatchObject({ kind: 'quota' });
    expect(await createDocumentStorage(database).load('d')).toEqual({
      version: 1,
      design: { text: 'kept' },
    });
  });
});

describe('the list of documents', () => {
  it('begins with the one saved last', async () => {
    const storage = createDocumentStorage(await openEmptyDatabase());
    await storage.save({ ...edit(0), documentId: 'a', savedAtMs: 1 });
    await storage.save({ ...edit(0), documentId: 'b', savedAtMs: 3 });
    await storage.save({ ...edit(0), documentId: 'c', savedAtMs: 2 });
    expect((await storage.list()).map(({ documentId }) => documentId)).toEqual(['b', 'c', 'a']);
  });
});
