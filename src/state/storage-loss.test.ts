import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from '#runtime/database.ts';
import { createFakeLocks } from '#runtime/testing/fake-locks.ts';
import { openEmptyDatabase } from '#runtime/testing/memory-database.ts';
import { createMemoryFiles } from '#runtime/testing/memory-files.ts';
import { askedRows, smallDesign, titleWriter } from './testing/small-design.ts';
import {
  createSmallStorage,
  openTestTab,
  type TestTab,
  type TestTabOptions,
} from './testing/test-tab.ts';

const tabs: TestTab[] = [];
const titles = Array.from({ length: 12 }, (_, row) => `Title ${String(row)}`);

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

function openTab(options: TestTabOptions): TestTab {
  const tab = openTestTab(options);
  tabs.push(tab);
  return tab;
}

const toasts = (tab: TestTab) => tab.stores.view.getState().toasts.map(({ text }) => text);

interface Device {
  database: Database | undefined;
  readonly files: ReturnType<typeof createMemoryFiles>;
  readonly smallStorage: ReturnType<typeof createSmallStorage>;
  readonly locks: LockManager;
}

async function device(): Promise<Device> {
  const database = await openEmptyDatabase();
  const smallStorage = createSmallStorage();
  return { database, files: createMemoryFiles(), smallStorage, locks: createFakeLocks() };
}

async function generated(place: Device): Promise<TestTab> {
  const tab = openTab({ ...place, model: titleWriter() });
  await tab.documents.openDesign(smallDesign(), []);
  await tab.runs.generate();
  await tab.runEnded();
  expect(await tab.column('title')).toEqual(titles);
  return tab;
}

describe('a browser that has lost its database', () => {
  it('brings design and rows back from the second copy, says so, and asks no model', async () => {
    const place = await device();
    (await generated(place)).close();
    const model = titleWriter();
    const tab = openTab({ ...place, database: await openEmptyDatabase(), model });
    await tab.documents.boot('');
    expect(toasts(tab)).toContain(
      'Browser storage was emptied or damaged. 12 of 12 rows recovered.',
    );
    expect(tab.stores.design.getState().design.name).toBe('Things');
    expect(await tab.column('title')).toEqual(titles);
    expect(askedRows(model)).toEqual([]);
  });

  it('says once what is missing when the copy is gone too', async () => {
    const place = await device();
    const first = await generated(place);
    const { documentId } = first.stores.design.getState();
    first.close();
    place.files.contents.clear();
    const runs = await openEmptyDatabase();
    const tab = openTab({ ...place, database: runs, model: titleWriter() });
    await tab.workers.engine.loadRun({ documentId });
    tab.stores.design
      .getState()
      .actions.open({ documentId, origin: 'own', design: smallDesign(), notices: [] });
    await tab.runs.restore();
    expect(toasts(tab)).toEqual([
      'Browser storage was emptied or damaged. 0 of 12 rows recovered.',
    ]);
    await tab.runs.restore();
    expect(toasts(tab)).toHaveLength(1);
  });

  it('is not suspected when everything is there', async () => {
    const place = await device();
    (await generated(place)).close();
    const tab = openTab({ ...place, model: titleWriter() });
    await tab.documents.boot('');
    expect(await tab.column('title')).toEqual(titles);
    expect(toasts(tab)).toEqual([]);
  });
});

describe('a browser without storage', () => {
  it('runs, and says that the rows are not stored', async () => {
    const tab = openTab({ database: undefined, model: titleWriter() });
    await tab.documents.openDesign(smallDesign(), []);
    await tab.runs.generate();
    await tab.runEnded();
    expect(await tab.column('title')).toEqual(titles);
    expect(tab.stores.storage.getState().isRunUnstored).toBe(true);
  });
});

describe('a finished run', () => {
  it('carries a mark when it is older than a day and in no file', async () => {
    const place = await device();
    const tab = await generated(place);
    await tab.runs.restore();
    expect(tab.stores.run.getState().isUnsaved).toBe(false);
    tab.pass(25 * 3_600_000);
    await tab.runs.restore();
    expect(tab.stores.run.getState().isUnsaved).toBe(true);
    tab.runs.noteExport();
    expect(tab.stores.run.getState().isUnsaved).toBe(false);
    await tab.runs.restore();
    expect(tab.stores.run.getState().isUnsaved).toBe(false);
  });

  it('leaves as a file and goes on in another browser with the same rows', async () => {
    const tab = await generated(await device());
    await tab.runs.saveRunFile();
    const [saved] = tab.files;
    expect(saved?.name).toBe('Things.journal');
    const model = titleWriter();
    const other = openTab({ ...(await device()), model });
    const file = new File([(await saved?.text) ?? ''], 'rows.jsonl.journal');
    await other.documents.openFiles([file]);
    expect(await other.column('title')).toEqual(titles);
    expect(other.stores.run.getState().status).toBe('complete');
    expect(askedRows(model)).toEqual([]);
  });

  it('is not made of a file that holds none', async () => {
    const tab = openTab({ ...(await device()), model: titleWriter() });
    await tab.documents.openDesign(smallDesign(), []);
    await tab.documents.openFiles([new File(['{"crc32":"0"}'], 'x.journal')]);
    expect(toasts(tab)).toContain('x.journal: This file holds no run of Rowsmith.');
  });
});

describe('a second tab', () => {
  it('shows a run that is being written and leaves it to the first until told otherwise', async () => {
    const place = await device();
    const first = openTab({ ...place, model: titleWriter(1) });
    await first.documents.openDesign(smallDesign(), []);
    await first.runs.generate();
    await first.until(() => first.stores.run.getState().finishedRows === 4);
    const second = openTab({ ...place, model: titleWriter() });
    await second.documents.boot('');
    expect(second.stores.run.getState()).toMatchObject({
      status: 'paused',
      problem: { kind: 'locked' },
      finishedRows: 4,
    });
    await second.runs.resume({ steal: true });
    await second.runEnded();
    expect(await second.column('title')).toEqual(titles);
    await first.runEnded();
    expect(first.stores.run.getState().problem).toMatchObject({ kind: 'locked' });
  });
});
