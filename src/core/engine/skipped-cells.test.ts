import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { createDemoModel } from '#core/llm/demo/demo-model.ts';
import { carryOver } from './carry-over.ts';
import { foldJournal, resumeDataset } from './checkpoint.ts';
import { toDatasetPort } from './dataset-port-adapter.ts';
import { createDataset, type Dataset } from './dataset.ts';
import type { RunHost } from './run-host.ts';
import { run } from './run.ts';
import { createFakeJournal } from './testing/fake-journal.ts';

const rowCount = 40;

const design = designSchema.parse({
  version: 1,
  brief: 'Lamps in a shop.',
  columns: [
    {
      id: 'watts',
      name: 'watts',
      type: 'integer',
      fill: { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 60 } },
    },
    { id: 'title', name: 'title', fill: { kind: 'generated', call: 'names' } },
    { id: 'motto', name: 'motto', nullRate: 0.5, fill: { kind: 'generated', call: 'names' } },
    { id: 'praise', name: 'praise', fill: { kind: 'generated', call: 'praise' } },
  ],
  models: [{ alias: 'writer' }],
  calls: [
    { id: 'names', name: 'Names', model: 'writer' },
    { id: 'praise', name: 'Praise', model: 'writer', skip: 'watts < 30' },
  ],
});

function open(of: DatasetDesign): Dataset {
  const created = createDataset(of);
  if (!created.ok) throw new Error('The design is sound.');
  created.value.resize(rowCount);
  created.value.fillRange(0, rowCount);
  return created.value;
}

async function written() {
  const dataset = open(design);
  const journal = createFakeJournal();
  let requests = 0;
  const host: RunHost = {
    dataset: toDatasetPort(dataset),
    journal,
    clock: createFakeClock(),
    jitter: () => 0.5,
    createRequestId: () => `r${(requests += 1)}`,
    resolveModel: () => ({
      model: createDemoModel(),
      modelName: 'demo',
      parameters: {},
      concurrency: 2,
    }),
  };
  const { signal } = new AbortController();
  const events = [];
  const options = { runId: 'run', rowCount, maxAttemptsPerRow: 3 };
  for await (const event of run(host, options, signal)) events.push(event.kind);
  expect(events.at(-1)).toBe('run-ended');
  return { dataset, journal };
}

const statesOf = ({ store }: Dataset) =>
  ['title', 'motto', 'praise'].map((id) =>
    Array.from({ length: rowCount }, (_, row) => store.state(id, row)),
  );

describe('cells that rules leave out', () => {
  it('are left out again after an edit', async () => {
    const { dataset } = await written();
    expect(statesOf(dataset)[2]).toContain('skipped');
    const next = open({ ...design, brief: 'Lamps in a large shop.' });
    carryOver(dataset, next);
    expect(statesOf(next)).toEqual(statesOf(dataset));
  });

  it('are asked for once the rule lets them in', async () => {
    const { dataset } = await written();
    const calls = design.calls.map((call) => ({ ...call, skip: undefined }));
    const next = open({ ...design, calls });
    carryOver(dataset, next);
    expect(statesOf(next)[2]).not.toContain('skipped');
    expect(statesOf(next)[2]).toContain('empty');
  });

  it('are left out again when the rows come back from the journal', async () => {
    const { dataset, journal } = await written();
    const there = open(design);
    resumeDataset(there, foldJournal(journal.records));
    expect(statesOf(there)).toEqual(statesOf(dataset));
  });
});
