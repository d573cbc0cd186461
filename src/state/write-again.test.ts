import { afterEach, describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { answerRows, createScriptedModel, type ScriptedModel } from '#core/llm/scripted-model.ts';
import { createDocumentStorage } from '#runtime/document-storage.ts';
import { openEmptyDatabase } from '#runtime/testing/memory-database.ts';
import { askedRows, smallDesign } from './testing/small-design.ts';
import { createSmallStorage, openTestTab, type TestTab } from './testing/test-tab.ts';

const tabs: TestTab[] = [];

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

/** Gives the same title to a row until it is told that it was not wanted. */
function stubbornWriter(): ScriptedModel {
  return createScriptedModel((request) =>
    answerRows(request, (row) => {
      const task = request.task?.rows.find((one) => one.row === row);
      const isToldOff = (task?.corrections.length ?? 0) > 0;
      return { title: `Title ${String(row)}${isToldOff ? ' anew' : ''}` };
    }),
  );
}

async function browser() {
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

type Browser = Awaited<ReturnType<typeof browser>>;

async function openTab(shared: Browser, model: ScriptedModel): Promise<TestTab> {
  const tab = openTestTab({ ...shared, model });
  tabs.push(tab);
  await tab.documents.boot('');
  return tab;
}

async function writtenTab(shared: Browser, model: ScriptedModel): Promise<TestTab> {
  const tab = await openTab(shared, model);
  await tab.runs.generate();
  await tab.runEnded();
  return tab;
}

async function rewrite(tab: TestTab, row: number): Promise<void> {
  await tab.runs.writeAgain({ cells: [{ row, columnId: 'title' }] });
  await tab.runEnded();
}

describe('writeAgain', () => {
  it('writes the cell differently, asks for no other row, and a reload shows it', async () => {
    const shared = await browser();
    const model = stubbornWriter();
    const tab = await writtenTab(shared, model);
    const before = askedRows(model).length;
    await rewrite(tab, 3);
    expect(tab.stores.run.getState()).toMatchObject({ status: 'complete', finishedRows: 12 });
    expect(askedRows(model).slice(before)).toEqual([3, 3]);
    const titles = await tab.column('title');
    expect(titles[3]).toBe('Title 3 anew');
    expect(titles[4]).toBe('Title 4');
    expect((await tab.column('label'))[3]).toMatch(/: Title 3 anew$/);
    tab.close();
    const second = await openTab(shared, model);
    expect(await second.column('title')).toEqual(titles);
  });

  it('is taken back by its toast, for good', async () => {
    const shared = await browser();
    const tab = await writtenTab(shared, stubbornWriter());
    const before = await tab.column('title');
    await rewrite(tab, 3);
    const toast = tab.stores.view.getState().toasts.find(({ action }) => action?.label === 'Undo');
    toast?.action?.perform();
    await expect.poll(() => tab.column('title')).toEqual(before);
    await expect
      .poll(async () => {
        const documentId = tab.stores.design.getState().documentId;
        const stored = await tab.workers.engine.loadRun({ documentId });
        return stored.checkpoint?.rows.write?.[3]?.cells.title;
      })
      .toBe('Title 3');
  });

  it('leaves rows that are not written yet for a later run', async () => {
    const tab = await openTab(await browser(), stubbornWriter());
    await tab.runs.writeAgain({ rows: [0] });
    await tab.runEnded();
    expect(tab.stores.run.getState()).toMatchObject({ status: 'stopped', finishedRows: 1 });
  });
});
