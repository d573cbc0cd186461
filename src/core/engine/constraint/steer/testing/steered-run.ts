/** A run whose model has no idea of a rule about the set, but does what it is told of the rows to come. */
import { createFakeClock } from '#core/base/fake-clock.ts';
import { createRandom } from '#core/base/random.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { toDatasetPort } from '#core/engine/dataset-port-adapter.ts';
import type { PrepareOptions } from '#core/engine/dataset-port.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { run } from '#core/engine/run.ts';
import { createFakeJournal } from '#core/engine/testing/fake-journal.ts';
import { createFakeModel } from '#core/engine/testing/fake-model.ts';
import type { RowTask, TaskRow } from '#core/llm/row-task.ts';
import { readColumns, type RowReader } from '#core/rows/row-reader.ts';

function designOf(rule: object, rows: number) {
  return designSchema.parse({
    version: 1,
    rows,
    models: [{ alias: 'writer' }],
    columns: [
      {
        id: 'type',
        name: 'type',
        fill: { kind: 'category', values: [{ value: 'OLED' }, { value: 'QLED' }] },
      },
      {
        id: 'size',
        name: 'size',
        type: 'integer',
        fill: { kind: 'number', distribution: { kind: 'integer', low: 30, high: 90 } },
      },
      { id: 'price', name: 'price', type: 'decimal', fill: { kind: 'generated', call: 'c' } },
      { id: 'grade', name: 'grade', fill: { kind: 'generated', call: 'c', values: ['a', 'b'] } },
    ],
    calls: [{ id: 'c', name: 'c', model: 'writer', rowsPerRequest: 10 }],
    constraints: [{ id: 'rule', severity: 'should', ...rule }],
  });
}

const random = createRandom(7);
const chance = (row: number): number => random.float(row, 0) - 0.5;
const sizeOf = ({ facts }: TaskRow): number => Number(facts.size);

/** A model that has no idea, but does what it is told of the rows to come. */
function priceOf(task: RowTask, row: TaskRow): number {
  const told = task.rules.find((rule) => rule.startsWith('So far')) ?? '';
  const line = /near (-?[\d.]+) × size(?: ([+−]) ([\d.]+))?.*?(?:give or take ([\d.]+))?$/.exec(
    told,
  );
  const blind = 1_000 + 1_000 * chance(row.row);
  if (line !== null) {
    const [, slope, sign, intercept = '0', spread = '0'] = line;
    const level = Number(slope) * sizeOf(row) + (sign === '−' ? -1 : 1) * Number(intercept);
    return level + Number(spread) * Math.sqrt(12) * chance(row.row);
  }
  const steps = [...told.matchAll(/([\d.]+) at size ([\d.]+)/g)].map(([, y, x]) => [
    Number(x),
    Number(y),
  ]);
  if (steps.length > 0) return between(steps as [number, number][], sizeOf(row));
  const ratio = /aim for ([\d.]+) ×/.exec(told)?.[1];
  if (ratio !== undefined) return row.facts.type === 'QLED' ? 1_000 * Number(ratio) : 1_000;
  return blind;
}

function between(steps: readonly (readonly [number, number])[], x: number): number {
  const after = Math.max(
    1,
    steps.findIndex(([at]) => at >= x),
  );
  const [from, to] = [steps[after - 1] ?? [0, 0], steps[after] ?? [0, 0]];
  return from[1] + ((to[1] - from[1]) * (x - from[0])) / Math.max(1, to[0] - from[0]);
}

/** Deals out the share that it is told among the rows of the request; by itself it knows one grade only. */
function gradesOf(task: RowTask): (index: number) => string {
  const aim = Number(/aim for (\d+) % in/.exec(task.rules.join('\n'))?.[1] ?? '100') / 100;
  const before = (index: number): number => Math.round(index * aim);
  return (index) => (before(index + 1) > before(index) ? 'a' : 'b');
}

export interface SteeredRunOptions {
  readonly rowCount?: number;
  /** Requests that are in flight at once; their answers come one after the other. */
  readonly concurrency?: number;
  /** Requests do not know of each other. */
  readonly isBlind?: boolean;
}

/** What the rows hold when a run has written them, and what its requests were told. */
export async function steeredRun(
  rule: object,
  { rowCount = 120, concurrency = 1, isBlind = false }: SteeredRunOptions = {},
): Promise<{ rows: RowReader; told: readonly string[] }> {
  const clock = createFakeClock();
  const created = createDataset(designOf(rule, rowCount));
  if (!created.ok) throw new Error('The design is sound.');
  const dataset = created.value;
  const port = toDatasetPort(dataset);
  let requests = 0;
  const model = createFakeModel((task, number) => {
    const gradeOf = gradesOf(task);
    return {
      beforeRow: once((signal) => clock.sleep(delayOf(number, concurrency), signal)),
      rows: task.rows.map((row, index) => ({
        row: row.row,
        values: { price: priceOf(task, row), grade: gradeOf(index) },
      })),
    };
  });
  const host = {
    dataset: {
      ...port,
      prepare: (options: PrepareOptions) =>
        isBlind ? Promise.resolve(dataset.prepare(options)) : port.prepare(options),
    },
    journal: createFakeJournal(),
    clock,
    jitter: () => 0.5,
    createRequestId: () => `r${String((requests += 1))}`,
    resolveModel: () => ({ model, modelName: 'm', parameters: {}, concurrency }),
  };
  const events = run(
    host,
    { runId: 'run', rowCount, maxAttemptsPerRow: 3 },
    new AbortController().signal,
  );
  const reading = (async () => {
    for await (const event of events) if (event.kind === 'run-ended') return event.end;
    return undefined;
  })();
  await clock.runUntil(reading);
  const values = (id: string) =>
    Array.from({ length: rowCount }, (_, row) => dataset.store.value(id, row));
  return {
    rows: readColumns({
      ...{ type: values('type'), size: values('size') },
      ...{ price: values('price'), grade: values('grade') },
    }),
    told: model.tasks.flatMap(({ rules }) => rules.filter((one) => one.startsWith('So far'))),
  };
}

/** Answers come one by one, in the order of the requests, however many are in flight. */
function delayOf(number: number, concurrency: number): number {
  return 1_000 * Math.min(number + 1, concurrency);
}

function once(
  sleep: (signal: AbortSignal) => Promise<void>,
): (signal: AbortSignal) => Promise<void> {
  let slept: Promise<void> | undefined;
  return (signal) => (slept ??= sleep(signal));
}
