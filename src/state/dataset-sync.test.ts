import { afterEach, describe, expect, it } from 'vitest';
import type { DatasetDesign } from '#core/design/design.ts';
import { openEmptyDatabase } from '#runtime/testing/memory-database.ts';
import { smallDesign, titleWriter } from './testing/small-design.ts';
import { openTestTab, type TestTab, type TestTabOptions } from './testing/test-tab.ts';

const tabs: TestTab[] = [];
const allTitles = Array.from({ length: 12 }, (_, row) => `Title ${String(row)}`);

async function tabWith(
  options: Partial<TestTabOptions> = {},
  design: DatasetDesign = smallDesign(),
): Promise<TestTab> {
  const tab = openTestTab({ database: undefined, model: titleWriter(), ...options });
  tabs.push(tab);
  await tab.documents.openDesign(design, []);
  return tab;
}

/** Tells what the evaluator is asked, and of how many rows the designs are that it opens. */
async function watchedTab() {
  const opened: number[] = [];
  const asked: string[] = [];
  const hangsOn = (method: string, argument: unknown): boolean => {
    asked.push(method);
    if (method === 'open') opened.push((argument as { design: DatasetDesign }).design.rows);
    return false;
  };
  return { tab: await tabWith({ hangsOn }), opened, asked };
}

/** A workbench with storage, as after a first visit, with the small design open and written. */
async function writtenTab(options: Partial<TestTabOptions> = {}): Promise<TestTab> {
  const database = await openEmptyDatabase();
  const tab = await tabWith({ database, ...options });
  await tab.runs.generate();
  await tab.runEnded();
  return tab;
}

function setRows(tab: TestTab, rows: number): void {
  tab.stores.design.getState().actions.apply({ kind: 'set-field', field: 'rows', value: rows });
}

function setBrief(tab: TestTab, value: string): void {
  tab.stores.design.getState().actions.apply({ kind: 'set-field', field: 'brief', value });
}

function setTemplate(tab: TestTab, template: string): void {
  tab.stores.design.getState().actions.apply({
    kind: 'set-fill',
    columnId: 'label',
    fill: { kind: 'template', template },
  });
}

/** Hangs the evaluator over designs whose label says so. */
const hangsOnLoop = (method: string, argument: unknown): boolean =>
  method === 'open' && JSON.stringify(argument).includes('loop');

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

describe('an edit', () => {
  it('redraws what it changes and keeps what a model has written', async () => {
    const tab = await writtenTab();
    setTemplate(tab, 'New {{ title }}');
    expect(await tab.dataset.settled()).toBe(true);
    expect(await tab.column('label')).toEqual(allTitles.map((title) => `New ${title}`));
    expect(await tab.column('title')).toEqual(allTitles);
  });

  it('is opened at once, and those that come meanwhile as one', async () => {
    const { tab, opened } = await watchedTab();
    for (const rows of [20, 21, 22, 23]) setRows(tab, rows);
    expect(opened).toEqual([12, 20]);
    await tab.until(() => tab.stores.dataset.getState().summary?.rowCount === 23);
    expect(opened).toEqual([12, 20, 23]);
  });

  it('brings the rows on screen along, without a question for them', async () => {
    const { tab, asked } = await watchedTab();
    await tab.rows.load(0, 12);
    asked.length = 0;
    setRows(tab, 20);
    await tab.until(() => tab.rows.rowCount === 20);
    expect(tab.rows.cell(19, 'kind')?.value).toMatch(/lamp|chair/);
    expect(asked).not.toContain('window');
  });

  it('of words alone opens nothing and loads no row; what a model is told follows it', async () => {
    const { tab, opened, asked } = await watchedTab();
    await tab.rows.load(0, 12);
    await tab.until(() => tab.stores.dataset.getState().estimate !== undefined);
    const before = tab.stores.dataset.getState();
    const { stamp } = tab.rows;
    asked.length = 0;
    setBrief(tab, 'Things in a very small shop by the sea.');
    expect(await tab.dataset.settled()).toBe(true);
    expect(opened).toEqual([12]);
    expect(asked).toEqual(['reword', 'estimate']);
    expect(tab.rows.stamp).toBe(stamp);
    const { summary, estimate, rewordings } = tab.stores.dataset.getState();
    expect(summary).toBe(before.summary);
    expect(rewordings).toBe(before.rewordings + 1);
    expect(estimate?.inputTokens).toBeGreaterThan(before.estimate?.inputTokens ?? Infinity);
    const prompt = await tab.workers.evaluator.prompt({ callId: 'write', row: 0 });
    expect(JSON.stringify(prompt.messages)).toContain('by the sea');
  });

  it('of words keeps what a model has written, and the run that follows is told of it', async () => {
    const model = titleWriter();
    const tab = await tabWith({ model });
    setBrief(tab, 'Things for a ship.');
    await tab.runs.generate();
    await tab.runEnded();
    setBrief(tab, 'Things for two ships.');
    expect(await tab.dataset.settled()).toBe(true);
    expect(await tab.column('title')).toEqual(allTitles);
    expect(JSON.stringify(model.requests[0]?.messages)).toContain('for a ship');
  });

  it('of a message that reads another column opens the design anew', async () => {
    const { tab, opened } = await watchedTab();
    const messages = [{ role: 'user' as const, content: 'Name it.' }];
    const { actions } = tab.stores.design.getState();
    actions.apply({ kind: 'update-call', callId: 'write', change: { messages } });
    expect(await tab.dataset.settled()).toBe(true);
    expect(opened).toEqual([12, 12]);
  });

  it('of many cells is opened 30 ms later, once for edits in a row', async () => {
    const { tab, opened } = await watchedTab();
    setRows(tab, 8_000);
    setRows(tab, 9_000);
    tab.pass(29);
    expect(opened).toEqual([12]);
    tab.pass(30);
    await tab.until(() => tab.stores.dataset.getState().summary?.rowCount === 9_000);
    expect(opened).toEqual([12, 9_000]);
  });

  it('with errors, made while the rows before are summed up, leaves them summed up', async () => {
    const { tab } = await watchedTab();
    setRows(tab, 20);
    await tab.until(() => tab.rows.rowCount === 20);
    setTemplate(tab, '{{ nobody }}');
    expect(await tab.dataset.settled()).toBe(false);
    expect(tab.stores.dataset.getState().summary?.rowCount).toBe(20);
  });

  it('with errors leaves the rows of the last good design on screen', async () => {
    const tab = await tabWith();
    setTemplate(tab, '{{ nobody }}');
    expect(await tab.dataset.settled()).toBe(false);
    expect(tab.rows.rowCount).toBe(12);
    expect(await tab.column('kind')).not.toContain(undefined);
  });

  it('does not run while it has errors', async () => {
    const model = titleWriter();
    const tab = await tabWith({ model });
    setTemplate(tab, '{{ nobody }}');
    await tab.runs.generate();
    expect(model.requests).toEqual([]);
    expect(tab.stores.view.getState().isProblemsOpen).toBe(true);
  });

  it('waits while a run writes, and is caught up with when it ends', async () => {
    const model = titleWriter(1);
    const tab = await tabWith({ model });
    await tab.runs.generate();
    await tab.until(() => tab.stores.run.getState().finishedRows >= 4);
    setTemplate(tab, 'New {{ title }}');
    expect(await tab.dataset.settled()).toBe(false);
    await tab.runs.stop();
    await tab.runEnded();
    expect(await tab.dataset.settled()).toBe(true);
    expect((await tab.column('label'))[0]).toBe('New Title 0');
  });
});

describe('another document', () => {
  it('shows no row of the one before, even when it cannot be worked out', async () => {
    const tab = await writtenTab();
    const broken = smallDesign({
      columns: [
        { id: 'kind', name: 'kind', type: 'text', fill: { kind: 'template', template: '{{ x }}' } },
      ],
      calls: [],
    });
    await tab.documents.openDesign(broken, []);
    expect(tab.rows.rowCount).toBe(0);
    expect(tab.stores.dataset.getState().summary?.rowCount).toBe(0);
  });

  it('takes no written cell over from the one before once it is mended', async () => {
    const tab = await writtenTab();
    const text = { kind: 'template', template: '{{ x }}' };
    const good = smallDesign();
    const broken = smallDesign({
      columns: good.columns.map((column) =>
        column.id === 'label' ? { ...column, fill: text } : column,
      ),
    });
    await tab.documents.openDesign(broken, []);
    setTemplate(tab, '{{ kind }}');
    expect(await tab.dataset.settled()).toBe(true);
    expect((await tab.column('title')).every((title) => title === undefined)).toBe(true);
  });
});

describe('an evaluator that does not answer', () => {
  it('is replaced after ten seconds, and the rows before come back from the journal', async () => {
    const tab = await writtenTab({ hangsOn: hangsOnLoop });
    setTemplate(tab, 'loop {{ title }}');
    const settling = tab.dataset.settled();
    await tab.until(() => tab.evaluators() === 1);
    await Promise.resolve();
    while (tab.evaluators() === 1) {
      tab.pass(10_000);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    expect(await settling).toBe(false);
    expect(tab.stores.view.getState().toasts.at(-1)?.text).toContain('took too long');
    expect(await tab.column('title')).toEqual(allTitles);
  });

  it('is not asked for the same design again, but for the next one', async () => {
    const tab = await writtenTab({ hangsOn: hangsOnLoop });
    setTemplate(tab, 'loop {{ title }}');
    const settling = tab.dataset.settled();
    while (tab.evaluators() === 1) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      tab.pass(10_000);
    }
    await settling;
    expect(await tab.dataset.settled()).toBe(false);
    expect(tab.evaluators()).toBe(2);
    tab.stores.design.getState().actions.undo();
    expect(await tab.dataset.settled()).toBe(true);
    expect(await tab.column('title')).toEqual(allTitles);
  });

  it('pauses the run that was writing to it; resuming goes on', async () => {
    const tab = await tabWith({ database: await openEmptyDatabase(), model: titleWriter(1) });
    await tab.runs.generate();
    await tab.until(() => tab.stores.run.getState().finishedRows >= 4);
    tab.dataset.evaluatorDied();
    await tab.runEnded();
    expect(tab.stores.run.getState()).toMatchObject({
      status: 'paused',
      problem: { name: 'WorkerError' },
    });
    expect(await tab.dataset.settled()).toBe(true);
    expect((await tab.column('title')).slice(0, 4)).toEqual(allTitles.slice(0, 4));
  });
});

describe('the summary', () => {
  it('follows cells that a run writes', async () => {
    const tab = await writtenTab();
    tab.pass(200);
    await tab.until(() => tab.stores.dataset.getState().summary?.finishedRows === 12);
  });
});
