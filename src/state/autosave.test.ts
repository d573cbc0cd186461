import { afterEach, describe, expect, it } from 'vitest';
import { createDocumentStorage } from '#runtime/document-storage.ts';
import type { Database } from '#runtime/database.ts';
import { fillDisk, openEmptyDatabase } from '#runtime/testing/memory-database.ts';
import type { SmallStorage } from './settings-storage.ts';
import { smallDesign, titleWriter } from './testing/small-design.ts';
import { createSmallStorage, openTestTab, type TestTab } from './testing/test-tab.ts';

const tabs: TestTab[] = [];

function openTab(database: Database | undefined, smallStorage: SmallStorage): TestTab {
  const tab = openTestTab({ database, smallStorage, model: titleWriter() });
  tabs.push(tab);
  return tab;
}

/** A tab with the small design, stored under the id `mine`. */
async function storedTab(database: Database): Promise<TestTab> {
  const stored = await database.get('documents', 'mine');
  if (stored === undefined)
    await createDocumentStorage(database).save({
      documentId: 'mine',
      name: 'Things',
      baseVersion: 0,
      design: JSON.parse(JSON.stringify(smallDesign())) as never,
      savedAtMs: 0,
    });
  const settings = JSON.stringify({ lastDocumentId: 'mine' });
  const tab = openTab(database, createSmallStorage({ 'rowsmith:settings': settings }));
  await tab.documents.boot('');
  return tab;
}

function setBrief(tab: TestTab, value: string): void {
  tab.stores.design.getState().actions.apply({ kind: 'set-field', field: 'brief', value });
}

async function storedBrief(database: Database, documentId: string): Promise<unknown> {
  const newest = await createDocumentStorage(database).load(documentId);
  return (newest?.design as { brief?: unknown } | undefined)?.brief;
}

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

describe('a design that is opened', () => {
  it('is called not saved at no moment where there is storage', async () => {
    const tab = await storedTab(await openEmptyDatabase());
    const said = new Set<string>();
    tab.stores.design.subscribe(({ saved }) => said.add(saved));
    await tab.documents.openDesign(smallDesign(), []);
    expect([...said]).toEqual(['unknown', 'saving', 'saved']);
  });

  it('is called not saved as soon as that is known where there is none', async () => {
    const tab = openTab(undefined, createSmallStorage());
    await tab.documents.openDesign(smallDesign(), []);
    expect(tab.stores.design.getState().saved).toBe('not-saved');
  });
});

describe('an edit', () => {
  it('is saved 250 ms later', async () => {
    const database = await openEmptyDatabase();
    const tab = await storedTab(database);
    setBrief(tab, 'Edited.');
    expect(tab.stores.design.getState().saved).toBe('saving');
    tab.pass(249);
    expect(await storedBrief(database, 'mine')).toBe('Things in a shop.');
    tab.pass(250);
    await tab.until(() => tab.stores.design.getState().saved === 'saved');
    expect(await storedBrief(database, 'mine')).toBe('Edited.');
  });

  it('is saved at once when the page is hidden', async () => {
    const database = await openEmptyDatabase();
    const tab = await storedTab(database);
    setBrief(tab, 'Edited.');
    await tab.documents.flush();
    expect(await storedBrief(database, 'mine')).toBe('Edited.');
  });

  it('during a save is not called saved before it is', async () => {
    const database = await openEmptyDatabase();
    const tab = await storedTab(database);
    setBrief(tab, 'First.');
    const saving = tab.documents.flush();
    setBrief(tab, 'Second.');
    await saving;
    expect(tab.stores.design.getState().saved).toBe('saving');
    await tab.documents.flush();
    expect(tab.stores.design.getState().saved).toBe('saved');
    expect(await storedBrief(database, 'mine')).toBe('Second.');
  });

  it('that is undone is saved as undone', async () => {
    const database = await openEmptyDatabase();
    const tab = await storedTab(database);
    setBrief(tab, 'Edited.');
    await tab.documents.flush();
    tab.stores.design.getState().actions.undo();
    await tab.documents.flush();
    expect(await storedBrief(database, 'mine')).toBe('Things in a shop.');
  });

  it('is called not saved where there is no storage', async () => {
    const tab = openTab(undefined, createSmallStorage());
    await tab.documents.openDesign(smallDesign(), []);
    setBrief(tab, 'Edited.');
    expect(tab.stores.design.getState().saved).toBe('not-saved');
  });

  it('that does not fit on the disk is said, and saved with the next one', async () => {
    let isFull = false;
    const database = fillDisk(await openEmptyDatabase(), () => isFull);
    const tab = await storedTab(database);
    isFull = true;
    setBrief(tab, 'First.');
    await tab.documents.flush();
    expect(tab.stores.design.getState().saved).toBe('not-saved');
    expect(tab.stores.view.getState().toasts.at(-1)?.text).toContain('full');
    isFull = false;
    setBrief(tab, 'Second.');
    await tab.documents.flush();
    expect(await storedBrief(database, 'mine')).toBe('Second.');
  });
});

describe('two tabs that edit the same document', () => {
  it('keep both edits', async () => {
    const database = await openEmptyDatabase();
    const [first, second] = [await storedTab(database), await storedTab(database)];
    setBrief(first, 'First tab.');
    await first.documents.flush();
    setBrief(second, 'Second tab.');
    await second.documents.flush();
    expect(await storedBrief(database, 'mine')).toBe('First tab.');
    const copyId = second.stores.design.getState().documentId;
    expect(copyId).not.toBe('mine');
    expect(await storedBrief(database, copyId)).toBe('Second tab.');
    expect(second.stores.view.getState().toasts.at(-1)?.text).toContain('kept as a copy');
  });

  it('go on saving, each its own', async () => {
    const database = await openEmptyDatabase();
    const [first, second] = [await storedTab(database), await storedTab(database)];
    for (const text of ['1', '2', '3']) {
      setBrief(first, `First ${text}.`);
      setBrief(second, `Second ${text}.`);
      await Promise.all([first.documents.flush(), second.documents.flush()]);
    }
    const ids = [first, second].map((tab) => tab.stores.design.getState().documentId);
    expect(new Set(ids).size).toBe(2);
    expect(await Promise.all(ids.map((id) => storedBrief(database, id)))).toEqual([
      'First 3.',
      'Second 3.',
    ]);
  });

  it('keep the rows in the copy, also after a reload', async () => {
    const database = await openEmptyDatabase();
    const first = await storedTab(database);
    await first.runs.generate();
    await first.runEnded();
    const second = await storedTab(database);
    setBrief(first, 'First tab.');
    await first.documents.flush();
    setBrief(second, 'Second tab.');
    await second.documents.flush();
    const copyId = second.stores.design.getState().documentId;
    const settings = JSON.stringify({ lastDocumentId: copyId });
    const third = openTab(database, createSmallStorage({ 'rowsmith:settings': settings }));
    await third.documents.boot('');
    expect((await third.column('title'))[11]).toBe('Title 11');
  });
});
