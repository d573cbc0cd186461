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

  it('keeps its last 20 versions, those of a day in half hours, and every named one', async () => {
    const storage = createDocumentStorage(await openEmptyDatabase());
    for (let version = 0; version < 60; version += 1) {
      await storage.save({ ...edit(version), savedAtMs: version * 60_000 });
      if (version === 2) await storage.nameVersion('d', 3, 'Before the price law');
    }
    const history = await storage.history('d');
    // Named, then the last of the first half hour, then the newest twenty.
    expect(history.map(({ version }) => version)).toEqual([
      3,
      30,
      ...Array.from({ length: 20 }, (_, index) => index + 41),
    ]);
    expect(history[0]).toEqual({ version: 3, savedAtMs: 120_000, name: 'Before the price law' });
    expect(await storage.load('d', 3)).toEqual({ version: 3, design: { text: 'edit of 2' } });
    expect(await storage.load('d', 4)).toBeUndefined();
  });

  it('that was saved before there was a history has the versions that are there', async () => {
    const database = await openEmptyDatabase();
    for (const version of [1, 2])
      await database.put('versions', { documentId: 'd', version, savedAtMs: version, design: {} });
    await database.put('documents', { documentId: 'd', name: 'D', version: 2, savedAtMs: 2 });
    const storage = createDocumentStorage(database);
    expect((await storage.history('d')).map(({ version }) => version)).toEqual([1, 2]);
    await storage.save(edit(2));
    expect((await storage.history('d')).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('that was taken out of the list is whole until it is removed, and comes back', async () => {
    const storage = createDocumentStorage(await openEmptyDatabase());
    await storage.save(edit(0));
    await storage.setRemoved('d', 100);
    expect(await storage.list()).toEqual([]);
    expect(await storage.removedBefore(100)).toEqual([]);
    expect((await storage.removedBefore(101)).map(({ documentId }) => documentId)).toEqual(['d']);
    await storage.setRemoved('d', undefined);
    expect(await storage.list()).toMatchObject([{ documentId: 'd', version: 1 }]);
    expect(await storage.removedBefore(Infinity)).toEqual([]);
  });

  it('is in the list again when another tab saves it', async () => {
    const storage = createDocumentStorage(await openEmptyDatabase());
    await storage.save(edit(0));
    await storage.setRemoved('d', 100);
    await storage.save(edit(1));
    expect(await storage.list()).toHaveLength(1);
  });

  it('can be taken away and put back with its history', async () => {
    const storage = createDocumentStorage(await openEmptyDatabase());
    await storage.save(edit(0));
    await storage.save(edit(1));
    const before = await storage.history('d');
    const removed = await storage.remove('d');
    expect(await storage.load('d')).toBeUndefined();
    expect(await storage.list()).toEqual([]);
    if (removed !== undefined) await storage.putBack(removed);
    expect(await storage.history('d')).toEqual(before);
    expect(await storage.load('d', 1)).toEqual({ version: 1, design: { text: 'edit of 0' } });
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

describe('a template', () => {
  it('stands in its own list and not among what was open', async () => {
    const storage = createDocumentStorage(await openEmptyDatabase());
    await storage.save(edit(0));
    await storage.save({ ...edit(0), documentId: 't', isTemplate: true });
    expect((await storage.list()).map(({ documentId }) => documentId)).toEqual(['d']);
    expect((await storage.templates()).map(({ documentId }) => documentId)).toEqual(['t']);
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
