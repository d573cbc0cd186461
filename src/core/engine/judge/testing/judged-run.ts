/** A small design whose rows a judge scores, run against a model that is told what to score. */
import { createFakeClock } from '#core/base/fake-clock.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import type { SpendCap } from '#core/engine/cost-cap.ts';
import { toDatasetPort } from '#core/engine/dataset-port-adapter.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { foldJournal, resumeDataset } from '#core/engine/checkpoint.ts';
import type { JournalRecord } from '#core/engine/journal.ts';
import type { RunEvent } from '#core/engine/run-event.ts';
import { run } from '#core/engine/run.ts';
import { createFakeJournal } from '#core/engine/testing/fake-journal.ts';
import { createFakeModel } from '#core/engine/testing/fake-model.ts';
import type { Usage } from '#core/llm/language-model.ts';
import type { CellSelection } from '#core/rows/cell-selection.ts';
import type { RowMarks } from '#core/rows/row-marks.ts';

/** Four jokes, the mood of each, and a judge who wants a wit of 3. */
export function jokesDesign(judge: JsonObject = {}): DatasetDesign {
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
export function jokesModel(scores: (row: number, version: number) => number, usage?: Usage) {
  const versions = new Map<number, number>();
  return createFakeModel((task) => ({
    ...(usage === undefined ? {} : { usage }),
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

interface JudgedRunOptions {
  readonly judge?: JsonObject;
  /** Stops as soon as this is so. */
  readonly stopAt?: (event: RunEvent) => boolean;
  readonly selection?: CellSelection;
  readonly cap?: SpendCap;
  readonly marks?: RowMarks;
  /** The run goes on from what its earlier parts have written down. */
  readonly earlier?: readonly JournalRecord[];
}

export async function judgedRun(
  model: ReturnType<typeof jokesModel>,
  { judge, stopAt, earlier, selection, cap, marks }: JudgedRunOptions = {},
) {
  const created = createDataset(jokesDesign(judge));
  if (!created.ok) throw new Error('The design is sound.');
  const dataset = created.value;
  dataset.plan(4);
  if (marks !== undefined) dataset.setMarks(marks);
  const journal = createFakeJournal();
  const clock = createFakeClock();
  const stop = new AbortController();
  let requests = 0;
  const host = {
    dataset: toDatasetPort(dataset),
    journal,
    clock,
    jitter: () => 0.5,
    // Unique over all parts of a run.
    createRequestId: () => `r${earlier?.length ?? 0}-${(requests += 1)}`,
    resolveModel: () => ({ model, modelName: 'fake', parameters: {}, concurrency: 1 }),
  };
  const events: RunEvent[] = [];
  const reading = (async () => {
    const checkpoint = foldJournal(earlier ?? []);
    if (earlier !== undefined) {
      resumeDataset(dataset, checkpoint);
    }
    const before = { rewrittenBefore: checkpoint.rewritten, spentBefore: checkpoint.spent };
    const options = { runId: 'run', rowCount: 4, maxAttemptsPerRow: 3, selection, cap, ...before };
    for await (const event of run(host, options, stop.signal)) {
      events.push(event);
      if (stopAt?.(event) === true) stop.abort();
    }
  })();
  await clock.runUntil(reading);
  const end = events.at(-1);
  if (end?.kind !== 'run-ended') throw new Error('The run did not end.');
  const column = (id: string) => [0, 1, 2, 3].map((row) => dataset.store.value(id, row));
  return { dataset, end, events, column, journal };
}
