import { afterEach, describe, expect, it } from 'vitest';
import { createFakeDataset } from '#core/engine/testing/fake-dataset.ts';
import { StorageError } from '#core/engine/journal.ts';
import { answerRows, createScriptedModel } from '#core/llm/scripted-model.ts';
import type { ModelRequest } from '#core/llm/language-model.ts';
import type { Database } from './database.ts';
import { createJournalStorage } from './run-journal.ts';
import {
  openEngineTab,
  startOf,
  type EngineTab,
  type EngineTabOptions,
} from './testing/engine-tab.ts';
import { createFakeLocks } from './testing/fake-locks.ts';
import { fillDisk, openEmptyDatabase } from './testing/memory-database.ts';

const tabs: EngineTab[] = [];

async function openTab(options: EngineTabOptions): Promise<EngineTab> {
  const tab = await openEngineTab(options);
  tabs.push(tab);
  return tab;
}

/** Five rows a request, so that a run of many rows takes several. */
function smallRequests() {
  return createFakeDataset({ calls: [{ callId: 'write', rowsPerRequest: 5 }] });
}

function writer() {
  return createScriptedModel((request) =>
    answerRows(request, (row) => ({ title: `Thing ${row}` })),
  );
}

/** Answers the first `count` requests and is silent afterwards. */
function writerThatHangsAfter(count: number) {
  return createScriptedModel((request, index) =>
    index < count
      ? answerRows(request, (row) => ({ title: `Thing ${row}` }))
      : { kind: 'hang' as const },
  );
}

function askedRows(requests: readonly ModelRequest[]): readonly number[] {
  return requests.flatMap(({ task }) => (task?.rows ?? []).map(({ row }) => row));
}

async function storedRows(database: Database, runId = 'run-1'): Promise<readonly number[]> {
  const records = await createJournalStorage(database).read(runId);
  return records
    .flatMap((record) => (record.kind === 'slice' ? record.rows.map(({ row }) => row) : []))
    .toSorted((a, b) => a - b);
}

/** Resolves when the tab has heard of this many finished rows. */
async function untilFinished(tab: EngineTab, rows: number): Promise<void> {
  const isThere = (): boolean =>
    tab.events.some((event) => event.kind === 'rows-committed' && event.finishedRows >= rows);
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 0));
}

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

describe('a run', () => {
  it('has every row in its journal when it ends', async () => {
    const database = await openEmptyDatabase();
    const tab = await openTab({ database, model: writer() });
    const ended = tab.ended();
    expect(await tab.engine.startRun(startOf())).toEqual({ kind: 'started' });
    expect(await ended).toEqual({ kind: 'complete' });
    expect(await storedRows(database)).toEqual([0, 1, 2, 3]);
  });

  it('is refused while another goes on in the same tab', async () => {
    const tab = await openTab({
      database: await openEmptyDatabase(),
      model: writerThatHangsAfter(0),
    });
    const [first, second] = await Promise.allSettled([
      tab.engine.startRun(startOf()),
      tab.engine.startRun(startOf({ runId: 'run-2' })),
    ]);
    expect(first).toMatchObject({ value: { kind: 'started' } });
    expect(second.status).toBe('rejected');
    await tab.engine.stopRun({});
  });

  it('can be followed by another once it has ended', async () => {
    const tab = await openTab({ database: await openEmptyDatabase(), model: writer() });
    for (const runId of ['run-1', 'run-2']) {
      const ended = tab.ended();
      await tab.engine.startRun(startOf({ runId }));
      await ended;
      await tab.engine.stopRun({});
    }
    expect(tab.events.filter(({ kind }) => kind === 'run-ended')).toHaveLength(2);
  });

  it('goes on in memory where the browser has no database', async () => {
    const journals = () => Promise.reject(new StorageError('unavailable', 'No database.'));
    const tab = await openTab({ journals, model: writer() });
    const ended = tab.ended();
    await tab.engine.startRun(startOf());
    expect(await ended).toEqual({ kind: 'complete' });
    expect(tab.dataset.stored.get('write')?.size).toBe(4);
  });

  it('does not begin when another release has the database', async () => {
    const journals = () => Promise.reject(new StorageError('blocked', 'Reload this page.'));
    const tab = await openTab({ journals, model: writer() });
    const ended = tab.ended();
    await tab.engine.startRun(startOf());
    expect(await ended).toMatchObject({ kind: 'paused', problem: { kind: 'blocked' } });
  });

  it('pauses when the disk is full and keeps what was written', async () => {
    let isFull = false;
    const plain = await openEmptyDatabase();
    const database = fillDisk(plain, () => isFull);
    const model = createScriptedModel((request, index) => {
      isFull = index > 0;
      return answerRows(request, (row) => ({ title: `Thing ${row}` }));
    });
    const tab = await openTab({ database, model, dataset: smallRequests() });
    const ended = tab.ended();
    await tab.engine.startRun(startOf({ rowCount: 20 }));
    expect(await ended).toMatchObject({
      kind: 'paused',
      problem: { name: 'StorageError', kind: 'quota' },
    });
    expect(await storedRows(plain)).toEqual([0, 1, 2, 3, 4]);
  });

  it('ends when the evaluator it wrote to was replaced', async () => {
    const tab = await openTab({ database: await openEmptyDatabase(), model: writer() });
    const silent = createFakeDataset({ calls: [{ callId: 'write' }] });
    silent.prepare = () => new Promise(() => undefined);
    await tab.connectDataset(silent);
    const ended = tab.ended();
    await tab.engine.startRun(startOf());
    await tab.connectDataset(createFakeDataset({ calls: [{ callId: 'write' }] }));
    expect(await ended).toMatchObject({ kind: 'paused', problem: { name: 'WorkerError' } });
  });
});

describe('a stop', () => {
  it('ends the requests in flight and resolves when everything accepted is durable', async () => {
    const database = await openEmptyDatabase();
    const model = writerThatHangsAfter(1);
    const tab = await openTab({ database, model, dataset: smallRequests() });
    const ended = tab.ended();
    await tab.engine.startRun(startOf({ rowCount: 20 }));
    await untilFinished(tab, 5);
    await tab.engine.stopRun({});
    expect(model.openCount).toBe(0);
    expect(await storedRows(database)).toEqual([0, 1, 2, 3, 4]);
    expect(await ended).toEqual({ kind: 'stopped' });
  });

  it('reaches a run that is still waiting for its lock', async () => {
    const tab = await openTab({
      database: await openEmptyDatabase(),
      locks: createFakeLocks(),
      model: writerThatHangsAfter(0),
    });
    const ended = tab.ended();
    const started = tab.engine.startRun(startOf());
    await tab.engine.stopRun({});
    expect(await ended).toEqual({ kind: 'stopped' });
    expect(await started).toEqual({ kind: 'started' });
  });

  it('resolves when nothing runs', async () => {
    const tab = await openTab({ database: await openEmptyDatabase() });
    await expect(tab.engine.stopRun({})).resolves.toBeUndefined();
  });
});

describe('a run that is resumed', () => {
  it('asks for no row that was accepted before the tab died', async () => {
    const database = await openEmptyDatabase();
    const first = await openTab({
      name: 'a',
      database,
      model: writerThatHangsAfter(2),
      dataset: smallRequests(),
    });
    await first.engine.startRun(startOf({ rowCount: 20 }));
    await untilFinished(first, 10);
    first.close();
    const model = writer();
    const second = await openTab({ name: 'b', database, model, dataset: smallRequests() });
    const ended = second.ended();
    await second.engine.startRun(startOf({ rowCount: 20, resume: true }));
    expect(await ended).toEqual({ kind: 'complete' });
    expect(askedRows(model.requests)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(second.dataset.stored.get('write')?.size).toBe(20);
  });

  it('stands in its journal as one run with all rows once', async () => {
    const database = await openEmptyDatabase();
    const tab = await openTab({ database, model: writer(), dataset: smallRequests() });
    for (const [rowCount, resume] of [
      [5, false],
      [20, true],
    ] as const) {
      const ended = tab.ended();
      await tab.engine.startRun(startOf({ rowCount, resume }));
      await ended;
      await tab.engine.stopRun({});
    }
    expect(await storedRows(database)).toEqual(Array.from({ length: 20 }, (_, row) => row));
    const { checkpoint } = await tab.engine.loadRun({ documentId: 'document-1' });
    expect(checkpoint).toMatchObject({ runId: 'run-1', rowCount: 20, openIntents: [] });
  });
});

describe('a run that could not begin', () => {
  it('begins when it is resumed, with its design', async () => {
    let isFull = true;
    const database = fillDisk(await openEmptyDatabase(), () => isFull);
    const tab = await openTab({ database, model: writer() });
    const refused = tab.ended();
    await tab.engine.startRun(startOf());
    expect(await refused).toMatchObject({ kind: 'paused', problem: { kind: 'quota' } });
    await tab.engine.stopRun({});
    isFull = false;
    const ended = tab.ended();
    await tab.engine.startRun(startOf({ resume: true }));
    expect(await ended).toEqual({ kind: 'complete' });
    const { checkpoint } = await tab.engine.loadRun({ documentId: 'document-1' });
    expect(checkpoint).toMatchObject({
      runId: 'run-1',
      design: { name: 'Things' },
    });
  });
});

describe('a new run', () => {
  it('takes along what models have written before', async () => {
    const database = await openEmptyDatabase();
    const locks = createFakeLocks();
    const tab = await openTab({ database, locks, model: writer(), dataset: smallRequests() });
    for (const [runId, rowCount] of [
      ['run-1', 5],
      ['run-2', 10],
    ] as const) {
      const ended = tab.ended();
      await tab.engine.startRun(startOf({ runId, rowCount }));
      await ended;
      await tab.engine.stopRun({});
    }
    expect(await storedRows(database, 'run-2')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await storedRows(database, 'run-1')).toEqual([]);
  });

  it('leaves the journal of a run alone that another tab is writing', async () => {
    const database = await openEmptyDatabase();
    const locks = createFakeLocks();
    const busy = await openTab({
      name: 'a',
      database,
      locks,
      model: writerThatHangsAfter(1),
      dataset: smallRequests(),
    });
    await busy.engine.startRun(startOf({ rowCount: 20 }));
    await untilFinished(busy, 5);
    const other = await openTab({ name: 'b', database, locks, model: writer() });
    const ended = other.ended();
    await other.engine.startRun(startOf({ runId: 'run-2' }));
    await ended;
    expect(await storedRows(database)).toEqual([0, 1, 2, 3, 4]);
    await busy.engine.stopRun({});
  });
});

describe('two tabs', () => {
  async function twoTabs(locks: LockManager | undefined) {
    const database = await openEmptyDatabase();
    const shared = locks === undefined ? { database } : { database, locks };
    const first = await openTab({
      ...shared,
      name: 'a',
      model: writerThatHangsAfter(1),
      dataset: smallRequests(),
    });
    await first.engine.startRun(startOf({ rowCount: 20 }));
    await untilFinished(first, 5);
    const model = writer();
    const second = await openTab({ ...shared, name: 'b', model, dataset: smallRequests() });
    return { database, first, second, model };
  }

  it('cannot write the same run: the second is told that it is locked', async () => {
    const { first, second, model } = await twoTabs(createFakeLocks());
    const start = startOf({ rowCount: 20, resume: true });
    expect(await second.engine.startRun(start)).toEqual({ kind: 'locked' });
    expect(model.requests).toEqual([]);
    await first.engine.stopRun({});
  });

  it('hand a run over: the first stops, the second continues without asking again', async () => {
    const { database, first, second, model } = await twoTabs(createFakeLocks());
    const [robbed, ended] = [first.ended(), second.ended()];
    await second.engine.startRun(startOf({ rowCount: 20, resume: true, steal: true }));
    expect(await robbed).toMatchObject({ kind: 'paused', problem: { kind: 'locked' } });
    expect(await ended).toEqual({ kind: 'complete' });
    expect(askedRows(model.requests)).not.toContain(0);
    expect(await storedRows(database)).toEqual(Array.from({ length: 20 }, (_, row) => row));
  });

  it('have one writer even where the browser has no locks', async () => {
    const { database, first, second } = await twoTabs(undefined);
    const ended = second.ended();
    await second.engine.startRun(startOf({ rowCount: 20, resume: true }));
    expect(await ended).toEqual({ kind: 'complete' });
    await first.engine.stopRun({});
    expect(await storedRows(database)).toEqual(Array.from({ length: 20 }, (_, row) => row));
  });

  it('may continue a run that the other has ended', async () => {
    const { first, second, model } = await twoTabs(createFakeLocks());
    await first.engine.stopRun({});
    const ended = second.ended();
    expect(await second.engine.startRun(startOf({ rowCount: 20, resume: true }))).toEqual({
      kind: 'started',
    });
    await ended;
    expect(askedRows(model.requests)).toHaveLength(15);
  });
});
