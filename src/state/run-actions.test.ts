import { afterEach, describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import type { Database } from '#runtime/database.ts';
import { createDocumentStorage } from '#runtime/document-storage.ts';
import { createFakeLocks } from '#runtime/testing/fake-locks.ts';
import { openEmptyDatabase } from '#runtime/testing/memory-database.ts';
import { answerRows, createScriptedModel } from '#core/llm/scripted-model.ts';
import type { SmallStorage } from './settings-storage.ts';
import { askedRows, smallDesign, titleWriter } from './testing/small-design.ts';
import {
  createSmallStorage,
  openTestTab,
  type TestTab,
  type TestTabOptions,
} from './testing/test-tab.ts';

const tabs: TestTab[] = [];
const allRows = Array.from({ length: 12 }, (_, row) => row);
const allTitles = allRows.map((row) => `Title ${String(row)}`);

function openTab(options: TestTabOptions): TestTab {
  const tab = openTestTab(options);
  tabs.push(tab);
  return tab;
}

/** A tab on an empty browser that shows the small design. */
async function tabWithDesign(options: Partial<TestTabOptions> = {}): Promise<TestTab> {
  const database = 'database' in options ? options.database : await openEmptyDatabase();
  const tab = openTab({ model: titleWriter(), ...options, database });
  // The sample's own run is not what these tests are about.
  await tab.documents.openDesign(smallDesign(), []);
  return tab;
}

interface Browser {
  readonly database: Database;
  readonly smallStorage: SmallStorage;
}

/** A browser that has the small design stored and open. */
async function browser(): Promise<Browser> {
  const database = await openEmptyDatabase();
  await createDocumentStorage(database).save({
    documentId: 'mine',
    name: 'Things',
    baseVersion: 0,
    design: smallDesign() as unknown as JsonValue,
    savedAtMs: 0,
  });
  const settings = JSON.stringify({ lastDocumentId: 'mine' });
  return { database, smallStorage: createSmallStorage({ 'rowsmith:settings': settings }) };
}

async function storedTab(options: TestTabOptions): Promise<TestTab> {
  const tab = openTab(options);
  await tab.documents.boot('');
  return tab;
}

function edit(tab: TestTab, field: 'name' | 'brief', value: string): void {
  tab.stores.design.getState().actions.apply({ kind: 'set-field', field, value });
}

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

describe('generate', () => {
  it('fills every row and what is derived from it', async () => {
    const tab = await tabWithDesign();
    await tab.runs.generate();
    await tab.runEnded();
    expect(tab.stores.run.getState()).toMatchObject({ status: 'complete', finishedRows: 12 });
    expect(await tab.column('title')).toEqual(allTitles);
    expect((await tab.column('label'))[3]).toMatch(/^(lamp|chair): Title 3$/);
  });

  it('has the rows counted when it ends, and never fewer from then on', async () => {
    const tab = await tabWithDesign();
    const { dataset, run } = tab.stores;
    const shown: (number | undefined)[] = [];
    dataset.subscribe(({ summary }) => {
      if (run.getState().status === 'complete') shown.push(summary?.finishedRows);
    });
    await tab.runs.generate();
    await tab.runEnded();
    await tab.dataset.settled();
    expect(new Set(shown)).toEqual(new Set([12]));
  });

  it('begins one run when it is clicked twice', async () => {
    const model = titleWriter();
    const tab = await tabWithDesign({ model });
    await Promise.all([tab.runs.generate(), tab.runs.generate()]);
    await tab.runEnded();
    expect(tab.stores.run.getState().status).toBe('complete');
    expect(askedRows(model)).toHaveLength(12);
  });

  it('writes everything anew when everything is written', async () => {
    const model = titleWriter();
    const tab = await tabWithDesign({ model });
    await tab.runs.generate();
    await tab.runEnded();
    await tab.runs.generate();
    await tab.runEnded();
    expect(askedRows(model)).toHaveLength(24);
    expect(await tab.column('title')).toEqual(allTitles);
  });

  it('gives the rows back that were written anew by a slip', async () => {
    let round = 0;
    const model = createScriptedModel((request) => {
      round += 1;
      const name = round <= 3 ? 'Title' : 'Other';
      return answerRows(request, (row) => ({ title: `${name} ${String(row)}` }));
    });
    const tab = await tabWithDesign({ model });
    await tab.runs.generate();
    await tab.runEnded();
    await tab.runs.generate();
    await tab.runEnded();
    expect(await tab.column('title')).not.toEqual(allTitles);
    const toast = tab.stores.view.getState().toasts.at(-1);
    expect(toast?.action?.label).toBe('Undo');
    toast?.action?.perform();
    await expect.poll(() => tab.column('title')).toEqual(allTitles);
    expect(tab.stores.run.getState().status).toBe('complete');
  });

  it('asks for the model’s settings when they are first needed, keeps the design and sends nothing', async () => {
    const model = titleWriter();
    const tab = openTab({ database: undefined, model });
    const models = [{ alias: 'writer', provider: 'openai', model: 'gpt' }];
    await tab.documents.openDesign(smallDesign({ models }), []);
    const { actions } = tab.stores.design.getState();
    actions.apply({ kind: 'set-field', field: 'brief', value: 'My own words.' });
    const { design } = tab.stores.design.getState();
    await tab.runs.generate();
    expect(tab.stores.view.getState().dialog).toMatchObject({ kind: 'models', then: 'generate' });
    expect(tab.stores.run.getState().status).toBe('idle');
    expect(model.requests).toEqual([]);
    expect(tab.stores.design.getState().design).toBe(design);
  });

  it('works without a database', async () => {
    const tab = await tabWithDesign({ database: undefined });
    await tab.runs.generate();
    await tab.runEnded();
    expect(await tab.column('title')).toEqual(allTitles);
  });

  it('does not run a design that was opened after the click', async () => {
    const model = titleWriter();
    const tab = await tabWithDesign({ model });
    const generating = tab.runs.generate();
    await tab.documents.openDesign(smallDesign({ name: 'A stranger’s' }), []);
    await generating;
    await tab.runEnded();
    const written = await tab.column('title');
    expect(written.filter((title) => title !== undefined)).toEqual([]);
  });
});

describe('preview', () => {
  it('fills ten rows and leaves the others there', async () => {
    const tab = await tabWithDesign();
    await tab.runs.preview();
    await tab.runEnded();
    const titles = await tab.column('title');
    expect(titles).toEqual([...allTitles.slice(0, 10), undefined, undefined]);
    expect(tab.stores.run.getState()).toMatchObject({ status: 'complete', rowCount: 10 });
  });

  it('makes the first rows of the run: generate asks only for the rest', async () => {
    const model = titleWriter();
    const tab = await tabWithDesign({ model });
    await tab.runs.preview();
    await tab.runEnded();
    const { runId } = tab.stores.run.getState();
    await tab.runs.generate();
    await tab.runEnded();
    expect(tab.stores.run.getState().runId).toBe(runId);
    expect(askedRows(model)).toEqual(allRows);
  });
});

describe('stop and resume', () => {
  it('asks for no accepted row again', async () => {
    const model = titleWriter(2);
    const tab = await tabWithDesign({ model });
    const hangs = tab.runs.generate();
    await tab.until(() => tab.stores.run.getState().finishedRows >= 4);
    await tab.runs.stop();
    await hangs;
    const { status, finishedRows } = tab.stores.run.getState();
    expect(status).toBe('stopped');
    const kept = (await tab.column('title')).filter((title) => title !== undefined);
    expect(kept).toHaveLength(finishedRows);
    expect(model.openCount).toBe(0);
  });
});

describe('a reload', () => {
  it('shows the same rows and goes on without asking for one of them again', async () => {
    const shared = await browser();
    const first = await storedTab({ ...shared, model: titleWriter(2) });
    await first.runs.generate();
    await first.until(() => first.stores.run.getState().finishedRows >= 8);
    const before = await first.column('title');
    const finished = before.filter((title) => title !== undefined).length;
    first.close();
    const model = titleWriter();
    const second = await storedTab({ ...shared, model });
    expect(await second.column('title')).toEqual(before);
    expect(second.stores.run.getState()).toMatchObject({
      status: 'stopped',
      finishedRows: finished,
      rowCount: 12,
    });
    await second.runs.resume();
    await second.runEnded();
    expect(await second.column('title')).toEqual(allTitles);
    expect(askedRows(model)).toHaveLength(12 - finished);
  });

  it('shows a finished run as finished', async () => {
    const shared = await browser();
    const first = await storedTab({ ...shared, model: titleWriter() });
    await first.runs.generate();
    await first.runEnded();
    first.close();
    const second = await storedTab({ ...shared, model: titleWriter() });
    expect(second.stores.run.getState()).toMatchObject({ status: 'complete', finishedRows: 12 });
  });

  it('keeps all rows although the last thing asked for was a preview', async () => {
    const shared = await browser();
    const first = await storedTab({ ...shared, model: titleWriter() });
    await first.runs.generate();
    await first.runEnded();
    await first.runs.preview();
    await first.runEnded();
    first.close();
    const second = await storedTab({ ...shared, model: titleWriter() });
    expect(await second.column('title')).toEqual(allTitles);
  });

  it('keeps the rows of a design that was edited after its run', async () => {
    const shared = await browser();
    const first = await storedTab({ ...shared, model: titleWriter() });
    await first.runs.generate();
    await first.runEnded();
    edit(first, 'brief', 'Things in another shop.');
    await first.documents.flush();
    first.close();
    const second = await storedTab({ ...shared, model: titleWriter() });
    expect(second.stores.design.getState().design.brief).toBe('Things in another shop.');
    expect(await second.column('title')).toEqual(allTitles);
  });

  it('still knows which rows the demo model made', async () => {
    const shared = await browser();
    const model = { ...titleWriter(), id: 'demo' };
    const first = await storedTab({ ...shared, model });
    await first.runs.generate();
    await first.runEnded();
    first.close();
    const second = await storedTab({ ...shared, model });
    expect(second.stores.dataset.getState().summary?.hasDemoRows).toBe(true);
  });

  it('gives back the rows of the run before when a new run over an edited design was cut', async () => {
    const shared = await browser();
    const first = await storedTab({ ...shared, model: titleWriter(2) });
    await first.runs.generate();
    await first.until(() => first.stores.run.getState().finishedRows >= 8);
    await first.runs.stop();
    const before = await first.column('title');
    edit(first, 'name', 'Renamed');
    await first.runs.generate();
    await first.until(() => first.stores.run.getState().status === 'running');
    await first.documents.flush();
    first.close();
    const second = await storedTab({ ...shared, model: titleWriter() });
    expect(await second.column('title')).toEqual(before);
  });
});

describe('two tabs on one document', () => {
  it('let the second see the run, and take it over', async () => {
    const shared = { ...(await browser()), locks: createFakeLocks() };
    const first = await storedTab({ ...shared, model: titleWriter(1) });
    await first.runs.generate();
    await first.until(() => first.stores.run.getState().finishedRows >= 4);
    const model = titleWriter();
    const second = await storedTab({ ...shared, model });
    await second.runs.resume();
    expect(second.stores.run.getState()).toMatchObject({
      status: 'paused',
      problem: { kind: 'locked' },
    });
    await second.runs.resume({ steal: true });
    await Promise.all([second.runEnded(), first.runEnded()]);
    expect(first.stores.run.getState()).toMatchObject({
      status: 'paused',
      problem: { kind: 'locked' },
    });
    expect(await second.column('title')).toEqual(allTitles);
    expect(askedRows(model)).toEqual(allRows.slice(4));
  });
});
