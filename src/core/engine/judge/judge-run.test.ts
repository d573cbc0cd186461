import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { createLeftOut } from '#core/engine/constraint/left-out.ts';
import { toDatasetPort } from '#core/engine/dataset-port-adapter.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { foldJournal, resumeDataset } from '#core/engine/checkpoint.ts';
import type { JournalRecord } from '#core/engine/journal.ts';
import type { RunEvent } from '#core/engine/run-event.ts';
import { run } from '#core/engine/run.ts';
import { createFakeJournal } from '#core/engine/testing/fake-journal.ts';
import { createFakeModel } from '#core/engine/testing/fake-model.ts';
import type { RowTask } from '#core/llm/row-task.ts';

function designOf(judge: JsonObject = {}): DatasetDesign {
  const restored = restoreDesign({
    version: 1,
    rows: 4,
    models: [{ alias: 'm' }],
    columns: [
      { name: 'joke', fill: { kind: 'generated', call: 'write' } },
      { name: 'mood', fill: { kind: 'generated', call: 'mood', values: ['dry', 'warm'] } },
      { name: 'quality', type: 'object', fill: { kind: 'generated', call: 'judge' } },
      { name: 'wit', type: 'integer', fill: { kind: 'formula', expression: 'quality.wit.score' } },
    ],
    calls: [
      { id: 'write', name: 'write', model: 'm' },
      { id: 'mood', name: 'mood', model: 'm', messages: [{ role: 'user', content: '{{ joke }}' }] },
      {
        id: 'judge',
        name: 'judge',
        model: 'm',
        output: {
          kind: 'judge',
          shows: ['joke'],
          scores: [
            {
              name: 'wit',
              least: 3,
              options: [{ value: 1 }, { value: 2 }, { value: 3, description: 'funny' }],
            },
          ],
          ...judge,
        },
      },
    ],
  });
  if (!restored.ok) throw new Error(restored.error[0]?.message);
  return restored.value.design;
}

/** Jokes are numbered by how often they were written; the judge scores by number: `scores(row, number)`. */
function modelOf(scores: (row: number, version: number) => number) {
  const versions = new Map<number, number>();
  return createFakeModel((task) => ({
    rows: task.rows.map(({ row, facts }) => {
      if (task.callId === 'write') {
        versions.set(row, (versions.get(row) ?? 0) + 1);
        return { row, values: { joke: `joke ${row} version ${versions.get(row) ?? 0}` } };
      }
      if (task.callId === 'mood') return { row, values: { mood: 'dry' } };
      const version = Number(/version (\d+)/.exec(JSON.stringify(facts))?.[1]);
      const score = scores(row, version);
      return { row, values: { quality: { wit: { reasoning: `Because of ${version}.`, score } } } };
    }),
  }));
}

interface Options {
  readonly judge?: JsonObject;
  /** Stops when rows are written again for the first time. */
  readonly stopAtRound?: boolean;
  /** The run goes on from what its earlier parts have written down. */
  readonly earlier?: readonly JournalRecord[];
}

async function carryOut(
  model: ReturnType<typeof modelOf>,
  { judge, stopAtRound, earlier }: Options = {},
) {
  const created = createDataset(designOf(judge));
  if (!created.ok) throw new Error('The design is sound.');
  const dataset = created.value;
  const journal = createFakeJournal();
  const clock = createFakeClock();
  const stop = new AbortController();
  let requests = 0;
  const host = {
    dataset: toDatasetPort(dataset),
    journal,
    clock,
    jitter: () => 0.5,
    createRequestId: () => `r${(requests += 1)}`,
    resolveModel: () => ({ model, modelName: 'fake', parameters: {}, concurrency: 1 }),
  };
  const events: RunEvent[] = [];
  const reading = (async () => {
    const checkpoint = foldJournal(earlier ?? []);
    if (earlier !== undefined) {
      dataset.plan(4);
      resumeDataset(dataset, checkpoint);
    }
    const rewrittenBefore = checkpoint.rewritten;
    const options = { runId: 'run', rowCount: 4, maxAttemptsPerRow: 3, rewrittenBefore };
    for await (const event of run(host, options, stop.signal)) {
      events.push(event);
      if (event.kind === 'round-started' && stopAtRound === true) stop.abort();
    }
  })();
  await clock.runUntil(reading);
  const end = events.at(-1);
  if (end?.kind !== 'run-ended') throw new Error('The run did not end.');
  const column = (id: string) => [0, 1, 2, 3].map((row) => dataset.store.value(id, row));
  return { dataset, end, events, column, journal };
}

const tasksOf = (tasks: readonly RowTask[], callId: string) =>
  tasks.filter((task) => task.callId === callId);

describe('a judge with a least score', () => {
  it('has rows below it written and judged again, and no others', async () => {
    const model = modelOf((row, version) => (row === 1 && version < 3 ? 1 : 3));
    const { end, column } = await carryOut(model);
    expect(end).toMatchObject({
      end: { kind: 'complete' },
      finishedRows: 4,
      judged: { rewrittenRows: 1, lowRows: 0 },
    });
    expect(column('joke')).toEqual(
      [0, 1, 2, 3].map((row) => `joke ${row} version ${row === 1 ? 3 : 1}`),
    );
    expect(column('wit')).toEqual([3, 3, 3, 3]);
  });

  it('tells the writer what the judge has said, and what the row held', async () => {
    const model = modelOf((row, version) => (row === 2 && version === 1 ? 2 : 3));
    await carryOut(model);
    const again = tasksOf(model.tasks, 'write').at(-1);
    expect(again?.rows).toMatchObject([
      {
        row: 2,
        corrections: ['wit was scored 2, and 3 is needed: Because of 1.'],
        replaces: { joke: ['joke 2 version 1'] },
      },
    ]);
  });

  it('writes what follows from the text again, which may come out the same', async () => {
    const model = modelOf((row, version) => (row === 0 && version === 1 ? 1 : 3));
    const { column } = await carryOut(model);
    expect(tasksOf(model.tasks, 'mood').at(-1)?.rows).toMatchObject([{ row: 0 }]);
    expect(column('mood')).toEqual(['dry', 'dry', 'dry', 'dry']);
  });

  it.each([0, 1, 3])(
    'gives up after %d rewritings and says how many are still too low',
    async (rewrites) => {
      const model = modelOf((row) => (row < 2 ? 1 : 3));
      const { end, events } = await carryOut(model, { judge: { rewrites } });
      expect(events.filter(({ kind }) => kind === 'round-started')).toHaveLength(rewrites);
      expect(end).toMatchObject({
        end: { kind: 'complete' },
        judged: { rewrittenRows: rewrites === 0 ? 0 : 2, lowRows: 2 },
      });
    },
  );

  it('leaves rows that stay too low out of files when it is told to', async () => {
    const model = modelOf((row) => (row === 3 ? 2 : 3));
    const { dataset } = await carryOut(model, { judge: { rewrites: 1, whenLow: 'drop' } });
    expect([0, 1, 2, 3].map(createLeftOut(dataset) ?? (() => false))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('keeps the earlier text when the run is stopped while rows are written again', async () => {
    const model = modelOf(() => 1);
    const { end, column } = await carryOut(model, { stopAtRound: true });
    expect(end).toMatchObject({ end: { kind: 'stopped' }, judged: { lowRows: 4 } });
    expect(column('joke')).toEqual([0, 1, 2, 3].map((row) => `joke ${row} version 1`));
  });

  it('comes back from the journal with the texts that were written last', async () => {
    const model = modelOf((row, version) => (row === 1 && version === 1 ? 1 : 3));
    const { journal, column } = await carryOut(model);
    const created = createDataset(designOf());
    if (!created.ok) throw new Error('The design is sound.');
    created.value.plan(4);
    resumeDataset(created.value, foldJournal(journal.records));
    expect([0, 1, 2, 3].map((row) => created.value.store.value('joke', row))).toEqual(
      column('joke'),
    );
  });

  it('counts the rewritings of a row over all parts of a run', async () => {
    const model = modelOf((row) => (row === 1 ? 1 : 3));
    const first = await carryOut(model, { judge: { rewrites: 2 }, stopAtRound: true });
    const parts = [...first.journal.records];
    const second = await carryOut(model, { judge: { rewrites: 2 }, earlier: parts });
    expect(second.events.filter(({ kind }) => kind === 'round-started')).toHaveLength(1);
    parts.push(...second.journal.records);
    const third = await carryOut(model, { judge: { rewrites: 2 }, earlier: parts });
    expect(third.events.filter(({ kind }) => kind === 'round-started')).toHaveLength(0);
    expect(third.end).toMatchObject({ judged: { rewrittenRows: 0, lowRows: 1 } });
  });

  it('is shown what it judges and nothing else, without the rules for writers', async () => {
    const model = modelOf(() => 3);
    await carryOut(model);
    const [task] = tasksOf(model.tasks, 'judge');
    expect(task).toMatchObject({ isJudging: true, rules: [], avoid: [] });
    expect(task?.rows[0]?.facts).toEqual({ joke: 'joke 0 version 1' });
    expect(task?.fields).toMatchObject([
      {
        name: 'quality',
        type: 'object',
        fields: [
          {
            name: 'wit',
            fields: [
              { name: 'reasoning', type: 'text' },
              { name: 'score', type: 'integer', values: ['1', '2', '3'], description: '3: funny' },
            ],
          },
        ],
      },
    ]);
  });

  it('takes no score that is none of the options', async () => {
    let asked = 0;
    const model = modelOf(() => ((asked += 1) > 4 ? 3 : 7));
    const { column, end } = await carryOut(model);
    expect(end.end.kind).toBe('complete');
    expect(column('wit')).toEqual([3, 3, 3, 3]);
  });
});
