import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from '#runtime/database.ts';
import { createFakeLocks } from '#runtime/testing/fake-locks.ts';
import { openEmptyDatabase } from '#runtime/testing/memory-database.ts';
import { smallDesign, titleWriter } from './testing/small-design.ts';
import { createSmallStorage, openTestTab, type TestTab } from './testing/test-tab.ts';

const tabs: TestTab[] = [];

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

function openTab(database: Database | undefined, options: { locks?: LockManager } = {}): TestTab {
  const tab = openTestTab({
    database,
    model: titleWriter(),
    smallStorage: createSmallStorage(),
    ...options,
  });
  tabs.push(tab);
  return tab;
}

/** A tab with a design of its own, stored. */
async function ownTab(): Promise<TestTab> {
  const tab = openTab(await openEmptyDatabase());
  await tab.documents.boot('');
  await tab.runs.stop();
  await tab.documents.openDesign(smallDesign(), []);
  return tab;
}

const briefOf = (tab: TestTab) => tab.stores.design.getState().design.brief;
const lastToast = (tab: TestTab) => tab.stores.view.getState().toasts.at(-1);

async function setBrief(tab: TestTab, value: string): Promise<void> {
  tab.stores.design.getState().actions.apply({ kind: 'set-field', field: 'brief', value });
  tab.pass(250);
  await tab.documents.flush();
}

describe('the history of a document', () => {
  it('says of each version what changed, newest first', async () => {
    const tab = await ownTab();
    await setBrief(tab, 'Second.');
    const { actions } = tab.stores.design.getState();
    actions.apply({ kind: 'set-field', field: 'rows', value: 7 });
    await tab.documents.flush();
    expect(await tab.history.list()).toMatchObject([
      { change: 'rows changed', isCurrent: true },
      { change: 'brief changed', isCurrent: false },
      { change: '', isCurrent: false },
    ]);
  });

  it('brings a version back as one step that Undo takes back', async () => {
    const tab = await ownTab();
    const first = briefOf(tab);
    await setBrief(tab, 'Second.');
    const steps = tab.stores.design.getState().past.length;
    const oldest = (await tab.history.list()).at(-1);
    await tab.history.restore(oldest?.version ?? 0);
    expect(briefOf(tab)).toBe(first);
    expect(tab.stores.design.getState().past).toHaveLength(steps + 1);
    lastToast(tab)?.action?.perform();
    expect(briefOf(tab)).toBe('Second.');
  });

  it('opens a version beside the open design', async () => {
    const tab = await ownTab();
    const { documentId } = tab.stores.design.getState();
    await setBrief(tab, 'Second.');
    const oldest = (await tab.history.list()).at(-1);
    await tab.history.openCopy(oldest?.version ?? 0);
    expect(tab.stores.design.getState().documentId).not.toBe(documentId);
    expect(briefOf(tab)).not.toBe('Second.');
  });
});

describe('a snapshot', () => {
  it('names the newest version, edits of this moment included, and can be renamed', async () => {
    const tab = await ownTab();
    tab.stores.design
      .getState()
      .actions.apply({ kind: 'set-field', field: 'brief', value: 'Now.' });
    await tab.history.snapshot();
    const [entry] = await tab.history.list();
    expect(entry).toMatchObject({ name: expect.stringMatching(/^Snapshot, /), isCurrent: true });
    await tab.history.rename(entry?.version ?? 0, 'Before the price law');
    expect((await tab.history.list())[0]?.name).toBe('Before the price law');
    expect(lastToast(tab)?.text).toMatch(/^Saved as “Snapshot, /);
  });

  it('says so where the browser stores nothing', async () => {
    const tab = openTab(undefined);
    await tab.documents.openDesign(smallDesign(), []);
    await tab.history.snapshot();
    expect(lastToast(tab)).toMatchObject({ severity: 'error' });
    expect(await tab.history.list()).toEqual([]);
  });
});

describe('a template', () => {
  it('opens as a new document, is no recent design, and comes back after it was removed', async () => {
    const tab = await ownTab();
    await tab.templates.save();
    const [template] = await tab.templates.list();
    expect(template?.design).toEqual(tab.stores.design.getState().design);
    expect((await tab.documents.recent()).map(({ documentId }) => documentId)).not.toContain(
      template?.id,
    );
    let told = 0;
    if (template !== undefined) await tab.templates.remove(template, () => (told += 1));
    expect(await tab.templates.list()).toEqual([]);
    lastToast(tab)?.action?.perform();
    await tab.until(() => told === 2);
    expect((await tab.templates.list())[0]?.design.name).toBe(template?.design.name);
  });
});

describe('a duplicate', () => {
  it('is a document of its own with the rows of the original', async () => {
    const tab = await ownTab();
    await tab.runs.generate();
    await tab.runEnded();
    const { documentId } = tab.stores.design.getState();
    const before = await tab.column('title');
    await tab.documents.duplicate();
    expect(tab.stores.design.getState().documentId).not.toBe(documentId);
    expect(tab.stores.design.getState().design.name).toBe('Things, copy');
    expect(await tab.column('title')).toEqual(before);
  });
});

describe('a document that two tabs open', () => {
  async function twoTabs() {
    const database = await openEmptyDatabase();
    const locks = createFakeLocks();
    const first = openTab(database, { locks });
    const second = openTab(database, { locks });
    await first.documents.openDesign(smallDesign(), []);
    await first.documents.boot('');
    await first.runs.stop();
    await first.documents.openDesign(smallDesign(), []);
    const { documentId } = first.stores.design.getState();
    await second.documents.boot('');
    await second.runs.stop();
    await second.documents.openDocument(documentId);
    const isElsewhere = (tab: TestTab) => tab.stores.view.getState().isElsewhere;
    return { first, second, documentId, isElsewhere };
  }

  it('is told to the second tab, whose changes go to a copy', async () => {
    const { first, second, documentId, isElsewhere } = await twoTabs();
    expect([isElsewhere(first), isElsewhere(second)]).toEqual([false, true]);
    await setBrief(second, 'In the second tab.');
    expect(second.stores.design.getState().documentId).not.toBe(documentId);
    expect(isElsewhere(second)).toBe(false);
    await setBrief(first, 'In the first tab.');
    expect(first.stores.design.getState().documentId).toBe(documentId);
  });

  it('can be taken over with what the first tab has saved; then the first is told', async () => {
    const { first, second, documentId, isElsewhere } = await twoTabs();
    await setBrief(first, 'Saved in the first tab.');
    await second.documents.continueHere();
    expect(briefOf(second)).toBe('Saved in the first tab.');
    await first.until(() => isElsewhere(first));
    await setBrief(second, 'Goes on here.');
    expect(second.stores.design.getState().documentId).toBe(documentId);
  });

  it('can be gone on with as a copy', async () => {
    const { second, documentId, isElsewhere } = await twoTabs();
    await second.documents.workOnCopy();
    expect(second.stores.design.getState()).toMatchObject({ saved: 'saved' });
    expect(second.stores.design.getState().documentId).not.toBe(documentId);
    expect(isElsewhere(second)).toBe(false);
  });

  it('comes to the second tab when the first goes on to another design', async () => {
    const { first, second, isElsewhere } = await twoTabs();
    await setBrief(first, 'The last word.');
    await first.documents.openDesign(smallDesign(), []);
    await second.until(() => !isElsewhere(second));
    expect(briefOf(second)).toBe('The last word.');
  });
});
