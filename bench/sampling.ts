// Sampling against a loop that makes Faker objects, and against the random numbers alone, which are
// the floor. Read the ratios: both sides run in one process, turn by turn.
// Run: npx tsx bench/sampling.ts [rows]
import { faker } from '@faker-js/faker';
import { createRandom } from '#core/base/random.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { createFiller } from '#core/engine/fill-computed.ts';
import { planColumns } from '#core/engine/plan/column-order.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import { storeColumns } from '#core/rows/storage-kind.ts';

const rowCount = Number(process.argv[2] ?? 1_000_000);
const turns = 3;
/** Random words that one row of the design takes, roughly. */
const drawsPerRow = 14;

const categories = ['Electronics', 'Books', 'Toys', 'Garden', 'Food'];
const weights = [40, 25, 15, 12, 8];
const parts = ['basic', 'plus', 'pro'];

function designOf(): DatasetDesign {
  const columns = [
    { name: 'uuid', fill: { kind: 'uuid' } },
    {
      name: 'category',
      fill: {
        kind: 'category',
        values: categories.map((value, index) => ({ value, weight: weights[index] })),
      },
    },
    {
      name: 'line',
      fill: {
        kind: 'subcategory',
        category: 'category',
        values: Object.fromEntries(
          categories.map((name) => [name, parts.map((part) => ({ value: `${name} ${part}` }))]),
        ),
      },
    },
    {
      name: 'price',
      type: 'decimal',
      fill: {
        kind: 'number',
        distribution: { kind: 'gaussian', mean: 60, stddev: 20, low: 1 },
        decimalPlaces: 2,
      },
    },
    {
      name: 'stock',
      type: 'integer',
      fill: { kind: 'number', distribution: { kind: 'integer', low: 0, high: 500 } },
    },
    {
      name: 'rating',
      type: 'decimal',
      fill: { kind: 'number', distribution: { kind: 'uniform', low: 1, high: 5 } },
    },
    { name: 'sold', fill: { kind: 'datetime', start: '2023-01-01', end: '2025-01-01', unit: 'D' } },
    { name: 'shipped', type: 'boolean', fill: { kind: 'boolean', probability: 0.9 } },
    { name: 'number', type: 'integer', fill: { kind: 'sequence' } },
    { name: 'title', fill: { kind: 'template', template: '{{ line }} for {{ price }}' } },
  ];
  return designSchema.parse({
    version: 1,
    seed: 42,
    columns: columns.map((column) => ({ id: column.name, ...column })),
  });
}

function sample(design: DatasetDesign): unknown {
  const plan = planColumns(design);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const store = createColumnarStore(storeColumns(design.columns));
  store.resize(rowCount);
  createFiller(design, { plan: plan.value, store }).fillRange(0, rowCount);
  return store;
}

function withFaker(): unknown {
  const weighted = categories.map((value, index) => ({ value, weight: weights[index] ?? 0 }));
  return Array.from({ length: rowCount }, (_, row) => {
    const category = faker.helpers.weightedArrayElement(weighted);
    const line = `${category} ${faker.helpers.arrayElement(parts)}`;
    const price = Number(faker.number.float({ min: 1, max: 120 }).toFixed(2));
    return {
      uuid: faker.string.uuid(),
      category,
      line,
      price,
      stock: faker.number.int({ min: 0, max: 500 }),
      rating: faker.number.float({ min: 1, max: 5 }),
      sold: faker.date.between({ from: '2023-01-01', to: '2025-01-01' }).toISOString(),
      shipped: faker.datatype.boolean(0.9),
      number: row + 1,
      title: `${line} for ${price}`,
    };
  });
}

function randomOnly(): unknown {
  const stream = createRandom(42, 'floor');
  let sum = 0;
  for (let row = 0; row < rowCount; row += 1)
    for (let draw = 0; draw < drawsPerRow; draw += 1) sum += stream.uint32(row, draw);
  return sum;
}

/** Processor time, because other work on the machine would count in the time of the clock. */
function timeMs(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

const design = designOf();
const plain = { ...design, columns: design.columns.filter(({ fill }) => fill.kind !== 'template') };
const candidates: readonly (readonly [name: string, run: () => unknown])[] = [
  ['random numbers only', randomOnly],
  ['nine sampled columns', () => sample(plain)],
  ['the same and a template', () => sample(design)],
  ['Faker objects', withFaker],
];
const times = candidates.map((): number[] => []);
for (let turn = 0; turn < turns; turn += 1)
  candidates.forEach(([, run], index) => times[index]?.push(timeMs(run)));

const fakerMs = median(times.at(-1) ?? []);
console.log(`${rowCount.toLocaleString('en')} rows, median of ${turns}`);
console.table(
  candidates.map(([name], index) => {
    const ms = median(times[index] ?? []);
    return {
      name,
      ms: Math.round(ms),
      'million rows/s': Number((rowCount / ms / 1000).toFixed(2)),
      'times Faker': Number((fakerMs / ms).toFixed(1)),
    };
  }),
);

const perColumn = plain.columns.map((column) => {
  const kept = column.id === 'line' ? ['category', 'line'] : [column.id];
  const alone = { ...plain, columns: plain.columns.filter(({ id }) => kept.includes(id)) };
  return { column: kept.join(' + '), ms: Math.round(timeMs(() => sample(alone))) };
});
console.table(perColumn);
