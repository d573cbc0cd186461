import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { createDemoModel } from '#core/llm/demo/demo-model.ts';
import { toDatasetPort } from './dataset-port-adapter.ts';
import { createDataset } from './dataset.ts';
import type { RunHost } from './run-host.ts';
import { run } from './run.ts';
import { createFakeJournal } from './testing/fake-journal.ts';

const design = designSchema.parse({
  version: 1,
  brief: 'Televisions in a shop.',
  columns: [
    {
      id: 'kind',
      name: 'kind',
      fill: { kind: 'category', values: [{ value: 'OLED' }, { value: 'QLED' }] },
    },
    {
      id: 'model',
      name: 'model',
      description: 'Product name.',
      fill: { kind: 'generated', call: 'a' },
    },
    { id: 'stars', name: 'stars', type: 'integer', fill: { kind: 'generated', call: 'a' } },
    { id: 'text', name: 'text', description: 'A review.', fill: { kind: 'generated', call: 'b' } },
  ],
  models: [{ alias: 'writer' }],
  calls: [
    { id: 'a', name: 'Name', model: 'writer' },
    {
      id: 'b',
      name: 'Review',
      model: 'writer',
      messages: [{ role: 'user', content: 'Review {{ model }}.' }],
    },
  ],
  constraints: [
    { id: 'u', kind: 'unique', columns: ['model'] },
    { id: 'r', kind: 'range', column: 'stars', low: 1, high: 5 },
    { id: 'l', kind: 'length', column: 'text', low: 8, high: 40 },
  ],
});

async function runDemo(concurrency: number) {
  const created = createDataset(design);
  if (!created.ok) throw new Error('The design is sound.');
  const dataset = created.value;
  let requests = 0;
  const host: RunHost = {
    dataset: toDatasetPort(dataset),
    journal: createFakeJournal(),
    clock: createFakeClock(),
    jitter: () => 0.5,
    createRequestId: () => `r${(requests += 1)}`,
    resolveModel: () => ({
      model: createDemoModel(),
      modelName: 'demo',
      parameters: {},
      concurrency,
    }),
  };
  const options = { runId: 'run', rowCount: 40, maxAttemptsPerRow: 3 };
  const signal = new AbortController().signal;
  const events = [];
  for await (const event of run(host, options, signal)) events.push(event);
  return { dataset, end: events.at(-1) };
}

describe('a run of the demo model on a dataset', () => {
  it('accepts every row, obeys the rules and derives calls from each other', async () => {
    const { dataset, end } = await runDemo(3);
    expect(end).toMatchObject({ kind: 'run-ended', end: { kind: 'complete' }, finishedRows: 40 });
    for (let row = 0; row < 40; row += 1) expect(dataset.checkRow(row)).toEqual([]);
    expect(dataset.plan(40).calls.every(({ pending }) => pending.length === 0)).toBe(true);
  });
});
