import { afterEach, describe, expect, it } from 'vitest';
import { encodeShareLink } from '#core/codecs/share-link.ts';
import { rowsmithJson } from '#core/codecs/rowsmith-json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { Database } from '#runtime/database.ts';
import { openEmptyDatabase } from '#runtime/testing/memory-database.ts';
import type { SmallStorage } from './settings-storage.ts';
import { smallDesign, titleWriter } from './testing/small-design.ts';
import { createSmallStorage, openTestTab, type TestTab } from './testing/test-tab.ts';

const tabs: TestTab[] = [];

interface Browser {
  readonly database: Database | undefined;
  readonly smallStorage: SmallStorage;
}

async function newBrowser(): Promise<Browser> {
  return { database: await openEmptyDatabase(), smallStorage: createSmallStorage() };
}

function openTab(browser: Browser): TestTab {
  const tab = openTestTab({ ...browser, model: sampleWriter() });
  tabs.push(tab);
  return tab;
}

/** Keeps every run of the sample from ending, so that it can be seen whether one began. */
function sampleWriter() {
  return { ...titleWriter(0), id: 'demo' };
}

async function linkTo(design: DatasetDesign): Promise<string> {
  return new URL((await encodeShareLink(design, 'https://rowsmith.test/')).link).hash;
}

const openName = (tab: TestTab): string => tab.stores.design.getState().design.name;

async function undoToast(tab: TestTab): Promise<void> {
  const { documentId } = tab.stores.design.getState();
  const toast = tab.stores.view
    .getState()
    .toasts.findLast(({ action }) => action?.label === 'Undo');
  toast?.action?.perform();
  await tab.until(() => tab.stores.design.getState().documentId !== documentId);
}

function setBrief(tab: TestTab, value: string): void {
  tab.stores.design.getState().actions.apply({ kind: 'set-field', field: 'brief', value });
}

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

describe('the first visit', () => {
  it('opens the sample and writes it with the demo model', async () => {
    const tab = openTab(await newBrowser());
    await tab.documents.boot('');
    expect(tab.stores.design.getState().origin).toBe('sample');
    await tab.until(() => tab.stores.run.getState().status === 'running');
    await tab.runs.stop();
  });
});

describe('a blank design', () => {
  it('opens at its first field', async () => {
    const tab = openTab(await newBrowser());
    await tab.documents.newDesign('Lamps.');
    expect(tab.stores.design.getState().design.brief).toBe('Lamps.');
    expect(tab.stores.view.getState().revealed?.path).toBe('brief');
  });
});

describe('a link', () => {
  it('opens as a new design and begins no run', async () => {
    const tab = openTab(await newBrowser());
    await tab.documents.boot(await linkTo(smallDesign()));
    expect(openName(tab)).toBe('Things');
    expect(tab.stores.design.getState().origin).toBe('opened');
    expect(tab.stores.run.getState().status).toBe('idle');
    expect(await tab.column('kind')).toHaveLength(12);
  });

  it('with a few rows shows them, and they are there after a reload; the rest waits for a run', async () => {
    const browser = await newBrowser();
    const tab = openTab(browser);
    const design = smallDesign();
    const [call] = design.calls;
    const title = design.columns.find(({ name }) => name === 'title');
    const rows = { [call?.id ?? '']: [{ row: 1, cells: { [title?.id ?? '']: 'A taste' } }] };
    const { link } = await encodeShareLink(design, 'https://rowsmith.test/', rows);
    await tab.documents.boot(new URL(link).hash);
    expect((await tab.column('title')).slice(0, 3)).toEqual([undefined, 'A taste', undefined]);
    expect(tab.stores.run.getState()).toMatchObject({ status: 'stopped', isFromLink: true });
    await tab.documents.flush();
    const again = openTab(browser);
    await again.documents.boot('');
    expect((await again.column('title')).slice(0, 3)).toEqual([undefined, 'A taste', undefined]);
  });

  it('begins no run either while the first visit is still opening the sample', async () => {
    const tab = openTab(await newBrowser());
    const booting = tab.documents.boot('');
    await tab.documents.openHash(await linkTo(smallDesign()));
    await booting;
    expect(openName(tab)).toBe('Things');
    expect(tab.stores.run.getState()).toMatchObject({ status: 'idle', runId: '' });
    expect((await tab.column('title')).every((title) => title === undefined)).toBe(true);
  });

  it('leaves the document that was open in storage, with its last edit', async () => {
    const browser = await newBrowser();
    const tab = openTab(browser);
    await tab.documents.boot(await linkTo(smallDesign({ name: 'Mine' })));
    setBrief(tab, 'Edited a moment ago.');
    const { documentId } = tab.stores.design.getState();
    await tab.documents.openHash(await linkTo(smallDesign({ name: 'Theirs' })));
    expect(openName(tab)).toBe('Theirs');
    expect(tab.stores.design.getState().documentId).not.toBe(documentId);
    await undoToast(tab);
    expect(tab.stores.design.getState().documentId).toBe(documentId);
    expect(tab.stores.design.getState().design.brief).toBe('Edited a moment ago.');
  });

  it('opened at the start lets the user go back to the document of last time', async () => {
    const browser = await newBrowser();
    const first = openTab(browser);
    await first.documents.boot(await linkTo(smallDesign({ name: 'Mine' })));
    first.close();
    const second = openTab(browser);
    await second.documents.boot(await linkTo(smallDesign({ name: 'Theirs' })));
    expect(openName(second)).toBe('Theirs');
    await undoToast(second);
    expect(openName(second)).toBe('Mine');
  });

  it('does not lose the open document where there is no storage', async () => {
    const tab = openTab({ database: undefined, smallStorage: createSmallStorage() });
    await tab.documents.openDesign(smallDesign({ name: 'Mine' }), []);
    setBrief(tab, 'Edited a moment ago.');
    await tab.documents.openHash(await linkTo(smallDesign({ name: 'Theirs' })));
    await undoToast(tab);
    expect(openName(tab)).toBe('Mine');
    expect(tab.stores.design.getState().design.brief).toBe('Edited a moment ago.');
  });

  it('that is broken changes nothing and says so', async () => {
    const tab = openTab(await newBrowser());
    await tab.documents.openDesign(smallDesign(), []);
    const { documentId } = tab.stores.design.getState();
    await tab.documents.openHash('#d=1.AAAA');
    expect(tab.stores.design.getState().documentId).toBe(documentId);
    expect(tab.stores.view.getState().toasts.at(-1)).toMatchObject({ severity: 'error' });
  });

  it('stops the run that is going on, and its rows stay with their document', async () => {
    const browser = await newBrowser();
    const tab = openTestTab({ ...browser, model: titleWriter(1) });
    tabs.push(tab);
    await tab.documents.boot(await linkTo(smallDesign({ name: 'Mine' })));
    await tab.runs.generate();
    await tab.until(() => tab.stores.run.getState().finishedRows >= 4);
    await tab.documents.openHash(await linkTo(smallDesign({ name: 'Theirs' })));
    expect(tab.stores.run.getState()).toMatchObject({ status: 'idle', runId: '' });
    await undoToast(tab);
    await tab.until(() => tab.stores.run.getState().status === 'stopped');
    expect((await tab.column('title')).slice(0, 4)).toEqual([
      'Title 0',
      'Title 1',
      'Title 2',
      'Title 3',
    ]);
  });
});

describe('a reload', () => {
  it('opens the document that was open, as saved', async () => {
    const browser = await newBrowser();
    const first = openTab(browser);
    await first.documents.boot(await linkTo(smallDesign()));
    setBrief(first, 'Edited.');
    await first.documents.flush();
    first.close();
    const second = openTab(browser);
    await second.documents.boot('');
    expect(second.stores.design.getState()).toMatchObject({ origin: 'own', saved: 'saved' });
    expect(second.stores.design.getState().design.brief).toBe('Edited.');
    expect(second.stores.run.getState().status).toBe('idle');
  });

  it('opens the sample when what was stored cannot be read', async () => {
    const browser = await newBrowser();
    await browser.database?.put('documents', {
      documentId: 'd',
      name: 'D',
      version: 1,
      savedAtMs: 0,
    });
    await browser.database?.put('versions', {
      documentId: 'd',
      version: 1,
      savedAtMs: 0,
      design: 'no design',
    });
    browser.smallStorage.setItem('rowsmith:settings', JSON.stringify({ lastDocumentId: 'd' }));
    const tab = openTab(browser);
    await tab.documents.boot('');
    expect(tab.stores.design.getState().origin).toBe('sample');
    await tab.runs.stop();
  });

  it('shows the design although the rows cannot be read', async () => {
    const tab = openTab({ database: undefined, smallStorage: createSmallStorage() });
    await tab.documents.boot(await linkTo(smallDesign()));
    expect(openName(tab)).toBe('Things');
    expect(await tab.column('kind')).toHaveLength(12);
  });
});

describe('a file', () => {
  it('that is no design leaves the open one alone and is named', async () => {
    const tab = openTab(await newBrowser());
    await tab.documents.openDesign(smallDesign(), []);
    await tab.documents.openFiles([new File(['{"rows":'], 'half.json')]);
    expect(openName(tab)).toBe('Things');
    expect(tab.stores.view.getState().toasts.at(-1)?.text).toMatch(/^half\.json: /);
  });

  it('of more bytes than any design has is not read', async () => {
    const tab = openTab(await newBrowser());
    const file = new File([new Uint8Array(3_000_000)], 'big.json');
    await tab.documents.openFiles([file]);
    expect(tab.stores.view.getState().toasts.at(-1)?.text).toContain('3,000,000 bytes');
  });

  it('saved from here opens again as the same design', async () => {
    const tab = openTab(await newBrowser());
    await tab.documents.openDesign(smallDesign(), []);
    await tab.documents.saveAsFile();
    const [saved] = tab.files;
    expect(await saved?.text).toBe(rowsmithJson.encode(smallDesign()).text);
    const opened = await tab.documents.openText((await saved?.text) ?? '', saved?.name);
    expect(opened.ok).toBe(true);
    expect(tab.stores.design.getState().design).toEqual(smallDesign());
  });
});
