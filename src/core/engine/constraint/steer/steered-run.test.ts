import { describe, expect, it } from 'vitest';
import { pearson, spearman } from '#core/base/correlation.ts';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { createRandom } from '#core/base/random.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { toDatasetPort } from '#core/engine/dataset-port-adapter.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { run } from '#core/engine/run.ts';
import { createFakeJournal } from '#core/engine/testing/fake-journal.ts';
import { createFakeModel } from '#core/engine/testing/fake-model.ts';
import type { RowTask, TaskRow } from '#core/llm/row-task.ts';
import { ratioOf } from '#core/rows/group-ratio.ts';
import { pairsByGroup, readColumns, type RowReader } from '#core/rows/row-reader.ts';

const rowCount = 120;

function designOf(rule: object) {
  return designSchema.parse({
    version: 1,
    rows: rowCount,
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

function gradesOf(task: RowTask): (row: TaskRow) => string {
  const aim = /aim for (\d+) % in/.exec(task.rules.join('\n'))?.[1] ?? '100';
  return ({ row }) => (chance(row) + 0.5 < Number(aim) / 100 ? 'a' : 'b');
}

/** What the rows hold when a run has written them, and what its requests were told. */
async function written(rule: object): Promise<{ rows: RowReader; told: readonly string[] }> {
  const clock = createFakeClock();
  const created = createDataset(designOf(rule));
  if (!created.ok) throw new Error('The design is sound.');
  const dataset = created.value;
  let requests = 0;
  const model = createFakeModel((task) => {
    const gradeOf = gradesOf(task);
    return {
      rows: task.rows.map((row) => ({
        row: row.row,
        values: { price: priceOf(task, row), grade: gradeOf(row) },
      })),
    };
  });
  const host = {
    dataset: toDatasetPort(dataset),
    journal: createFakeJournal(),
    clock,
    jitter: () => 0.5,
    createRequestId: () => `r${String((requests += 1))}`,
    resolveModel: () => ({ model, modelName: 'm', parameters: {}, concurrency: 1 }),
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

const pair = { x: 'size', y: 'price' };
const pairsOf = (rows: RowReader) => pairsByGroup(rows, pair).get('') ?? [];
const shareOf = (rows: RowReader): number =>
  Array.from({ length: rowCount }, (_, row) => rows.value('grade', row)).filter(
    (one) => one === 'a',
  ).length / rowCount;
const ratio = {
  kind: 'ratio',
  column: 'price',
  by: 'type',
  of: 'QLED',
  to: 'OLED',
  low: 2,
  high: 3,
} as const;

describe('a run whose model does what it is told', () => {
  it.for([
    {
      rule: { kind: 'correlation', ...pair, low: 0.5, high: 0.8 },
      measure: (rows: RowReader) => pearson(pairsOf(rows)) ?? 0,
      holds: [0.5, 0.8],
    },
    {
      rule: { kind: 'linear', ...pair, minR: 0.8 },
      measure: (rows: RowReader) => Math.abs(pearson(pairsOf(rows)) ?? 0),
      holds: [0.8, 1],
    },
    {
      rule: { kind: 'monotone', ...pair, minRho: 0.8 },
      measure: (rows: RowReader) => spearman(pairsOf(rows)) ?? 0,
      holds: [0.8, 1],
    },
    {
      rule: ratio,
      measure: (rows: RowReader) =>
        ratioOf({ id: 'r', ...ratio, severity: 'must', inPrompt: true, chart: true }, rows) ?? 0,
      holds: [2, 3],
    },
    {
      rule: { kind: 'share', column: 'grade', value: 'a', share: 0.6, tolerance: 0.05 },
      measure: shareOf,
      holds: [0.55, 0.65],
    },
  ] as const)(
    'ends with $rule.kind as wanted, and without being told does not',
    async ({ rule, measure, holds }) => {
      const steered = await written(rule);
      const alone = await written({ ...rule, inPrompt: false });
      const isHeld = (value: number) => value >= holds[0] && value <= holds[1];
      expect(isHeld(measure(steered.rows))).toBe(true);
      expect(isHeld(measure(alone.rows))).toBe(false);
      expect(steered.told.length).toBeGreaterThan(0);
      expect(alone.told).toEqual([]);
    },
  );
});
