/** One run against the peaked model, for tests and measurements of variety. */
import { createFakeClock } from '#core/base/fake-clock.ts';
import { designSchema } from '#core/design/design-schema.ts';
import type { JsonObject } from '#core/base/json.ts';
import { toDatasetPort } from '#core/engine/dataset-port-adapter.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { run } from '#core/engine/run.ts';
import { createFakeJournal } from './fake-journal.ts';
import { createPeakedModel, type PeakedModel, type PeakedOptions } from './peaked-model.ts';

export interface VarietyRun {
  readonly rowCount: number;
  readonly rowsPerRequest: number;
  readonly concurrency: number;
  /** Names must not come twice. */
  readonly unique: boolean;
  readonly variety: JsonObject;
  readonly model: Omit<PeakedOptions, 'clock'>;
}

export interface VarietyOutcome {
  /** One for each row that got one. */
  readonly names: readonly string[];
  readonly failedRows: number;
  /** Length of the longest chain of requests that waited for each other. */
  readonly rounds: number;
  readonly model: PeakedModel;
}

export async function runVariety(options: VarietyRun): Promise<VarietyOutcome> {
  const clock = createFakeClock();
  const model = createPeakedModel({ ...options.model, clock });
  const created = createDataset(designOf(options));
  if (!created.ok) throw new Error('The design is sound.');
  const dataset = created.value;
  let requests = 0;
  // What the endpoint takes at once is known: its finding out is not what is measured here.
  const widths = new Map<string, number>();
  widths.get = () => options.concurrency;
  const host = {
    widths,
    dataset: toDatasetPort(dataset),
    journal: createFakeJournal(),
    clock,
    jitter: () => 0.5,
    createRequestId: () => `r${String((requests += 1))}`,
    resolveModel: () => ({
      model,
      modelName: 'peaked',
      parameters: {},
      concurrency: options.concurrency,
    }),
  };
  const runOptions = { runId: 'run', rowCount: options.rowCount, maxAttemptsPerRow: 8 };
  let failedRows = 0;
  const events = run(host, runOptions, new AbortController().signal);
  const reading = (async () => {
    for await (const event of events) if (event.kind === 'run-ended') failedRows = event.failedRows;
  })();
  await clock.runUntil(reading);
  const values = Array.from({ length: options.rowCount }, (_, row) =>
    dataset.store.value('name', row),
  );
  const names = values.filter((value) => typeof value === 'string');
  return { names, failedRows, rounds: Math.floor(clock.now() / 1_000), model };
}

function designOf({ rowCount, rowsPerRequest, unique, variety, model }: VarietyRun) {
  const cells = Array.from({ length: model.cellCount }, (_, cell) => ({ value: cell }));
  return designSchema.parse({
    version: 1,
    brief: 'People of an invented country.',
    rows: rowCount,
    variety,
    models: [{ alias: 'writer' }],
    calls: [{ id: 'write', name: 'Write', model: 'writer', rowsPerRequest }],
    columns: [
      ...(model.cellCount > 1
        ? [{ id: 'cell', name: 'cell', type: 'integer', fill: { kind: 'category', values: cells } }]
        : []),
      {
        id: 'name',
        name: 'name',
        description: 'A first name.',
        fill: { kind: 'generated', call: 'write' },
      },
    ],
    constraints: unique ? [{ id: 'u', kind: 'unique', columns: ['name'] }] : [],
  });
}
