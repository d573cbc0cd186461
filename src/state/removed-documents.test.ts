import { afterEach, describe, expect, it } from 'vitest';
import { encodeShareLink } from '#core/codecs/share-link.ts';
import { openEmptyDatabase } from '#runtime/testing/memory-database.ts';
import { smallDesign, titleWriter } from './testing/small-design.ts';
import { createSmallStorage, openTestTab, type TestTab } from './testing/test-tab.ts';

const tabs: TestTab[] = [];

function openTab(browser: Parameters<typeof openTestTab>[0]): TestTab {
  const tab = openTestTab(browser);
  tabs.push(tab);
  return tab;
}

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

async function twoDesigns() {
  const browser = {
    database: await openEmptyDatabase(),
    smallStorage: createSmallStorage(),
    model: titleWriter(),
  };
  const tab = openTab(browser);
  const { link } = await encodeShareLink(smallDesign({ name: 'First' }), 'https://rowsmith.test/');
  await tab.documents.boot(new URL(link).hash);
  await tab.runs.generate();
  await tab.runEnded();
  await tab.documents.openDesign(smallDesign({ name: 'Second' }), []);
  const first = (await tab.documents.recent()).find(({ name }) => name === 'First');
  if (first === undefined) throw new Error('There is no first design.');
  const names = async () => (await tab.documents.recent()).map(({ name }) => name);
  const runs = async () =>
    (await browser.database.getAll('runs')).filter(
      ({ documentId }) => documentId === first.documentId,
    );
  return { browser, tab, first, names, runs };
}

describe('a deleted design', () => {
  it('leaves the list and comes back with its rows', async () => {
    const { tab, first, names } = await twoDesigns();
    let changes = 0;
    await tab.documents.remove(first, () => (changes += 1));
    expect(await names()).toEqual(['Second']);
    tab.stores.view.getState().toasts.at(-1)?.action?.perform();
    await tab.until(() => changes === 2);
    expect((await names()).toSorted()).toEqual(['First', 'Second']);
    await tab.documents.openDocument(first.documentId);
    expect((await tab.column('title')).every((title) => title !== undefined)).toBe(true);
  });

  it('is gone for good with its rows when the page is opened after an hour, and not before', async () => {
    const { browser, tab, first, runs } = await twoDesigns();
    await tab.documents.remove(first, () => undefined);
    const soon = openTab(browser);
    await soon.documents.boot('');
    expect(await browser.database.get('documents', first.documentId)).toBeDefined();
    expect(await runs()).toHaveLength(1);
    await browser.database.put('documents', { ...first, removedAtMs: -3_600_001 });
    const later = openTab(browser);
    await later.documents.boot('');
    await expect.poll(() => browser.database.get('documents', first.documentId)).toBeUndefined();
    expect(await runs()).toEqual([]);
  });
});
