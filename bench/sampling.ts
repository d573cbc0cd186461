// Sampling in a worker against a loop that makes Faker objects, and against the random numbers alone,
// which are the floor. Read the ratios: all sides run in one worker, turn by turn, and each ratio is the
// median of the turns' own. Identifiers and plain templates are made when they are read; Faker makes
// them at once, so there is a line with every cell read as well. Memory that was given back and is touched
// again may cost as much as filling it, on virtual machines above all: one line fills what is at hand.
// Run: npx tsx bench/sampling.ts [rows]
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, Worker } from 'node:worker_threads';
import { faker } from '@faker-js/faker';
import { createRandom } from '#core/base/random.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { createFiller } from '#core/engine/fill-computed.ts';
import { planColumns } from '#core/engine/plan/column-order.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { storeColumns } from '#core/rows/storage-kind.ts';
import { threadMs } from './support/thread-time.ts';

const rowCount = Number(process.argv[2] ?? 1_000_000);
const turns = 5;
/** Random words that one row takes: two for each of four columns of numbers and dates, one for each of three of shares. */
const drawsPerRow = 4 * 2 + 3;

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

function sample(design: DatasetDesign): RowStore {
  const store = createColumnarStore(storeColumns(design.columns));
  store.resize(rowCount);
  return fill(design, store);
}

function fill(design: DatasetDesign, store: RowStore): RowStore {
  const plan = planColumns(design);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  createFiller(design, { plan: plan.value, store }).fillRange(0, rowCount);
  return store;
}

function sampleAndRead(design: DatasetDesign): unknown {
  const store = sample(design);
  let count = 0;
  for (const { id } of store.columns) {
    const column = store.column(id);
    for (let row = 0; row < rowCount; row += 1) if (column.value(row) !== undefined) count += 1;
  }
  return count;
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

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What others have left is swept up before; the second time, because the first leaves some of it for later. */
function timeMs(run: () => unknown): number {
  collectGarbage();
  collectGarbage();
  const start = threadMs();
  run();
  return threadMs() - start;
}

/** What lives on the heap and in arrays once all that is left over is swept up. */
function memoryBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

/** A column of numbers with other parameters in some rows, and the same without; each with the column it reads. */
function conditionalDesigns(): readonly [plain: DatasetDesign, conditional: DatasetDesign] {
  const columns = designOf().columns.filter(({ id }) => id === 'category' || id === 'price');
  const number = (mean: number) => ({
    kind: 'number',
    distribution: { kind: 'gaussian', mean, stddev: 20, low: 1 },
    decimalPlaces: 2,
  });
  const rows = [
    { when: "category == 'Books'", fill: number(15) },
    { when: "category == 'Electronics'", fill: number(300) },
  ];
  const base = { version: 1, seed: 42 };
  return [
    designSchema.parse({ ...base, columns }),
    designSchema.parse({
      ...base,
      columns: columns.map((column) =>
        column.id === 'price' ? { ...column, conditionalParams: rows } : column,
      ),
    }),
  ];
}

function measure(): void {
  const design = designOf();
  const plain = { ...design, columns: design.columns.filter(({ id }) => id !== 'title') };
  const [unconditional, conditional] = conditionalDesigns();
  const bytesBefore = memoryBytes();
  const kept = sample(design);
  const bytesPerRow = (memoryBytes() - bytesBefore) / rowCount;
  const candidates: readonly (readonly [name: string, run: () => unknown])[] = [
    ['random numbers only', randomOnly],
    ['nine columns', () => sample(plain)],
    ['ten columns', () => sample(design)],
    ['category and price', () => sample(unconditional)],
    ['category and conditional price', () => sample(conditional)],
    ['ten columns, memory at hand', () => fill(design, kept)],
    ['ten columns, every cell read', () => sampleAndRead(design)],
    // Last, for a million objects leave much to give back.
    ['Faker objects', withFaker],
  ];
  const placeOf = (name: string): number => candidates.findIndex(([one]) => one === name);
  const slow = placeOf('Faker objects');
  const times = candidates.map((): number[] => []);
  for (let turn = 0; turn < turns; turn += 1)
    candidates.forEach(([, run], index) => times[index]?.push(timeMs(run)));
  const ratio = (index: number, to: number): number =>
    Number(
      median((times[to] ?? []).map((ms, turn) => ms / (times[index]?.[turn] ?? ms))).toFixed(2),
    );
  console.log(`${rowCount.toLocaleString('en')} rows, median of ${turns}`);
  console.table(
    candidates.map(([name], index) => ({
      name,
      ms: Math.round(median(times[index] ?? [])),
      'times Faker': ratio(index, slow),
      'cost in random numbers': Number(
        median((times[index] ?? []).map((ms, turn) => ms / (times[0]?.[turn] ?? ms))).toFixed(1),
      ),
    })),
  );
  console.log(`Ten columns take ${bytesPerRow.toFixed(1)} bytes a row, heap and arrays.`);
  const cost = ratio(placeOf('category and price'), placeOf('category and conditional price'));
  console.log(`A conditional column costs ${cost} times a plain one.`);
  perColumn(plain);
}

function perColumn(plain: DatasetDesign): void {
  console.table(
    plain.columns.map((column) => {
      const kept = column.id === 'line' ? ['category', 'line'] : [column.id];
      const alone = { ...plain, columns: plain.columns.filter(({ id }) => kept.includes(id)) };
      return { column: kept.join(' + '), ms: Math.round(timeMs(() => sample(alone))) };
    }),
  );
}

/** A worker has to be told how to read TypeScript. */
const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(import.meta.url)}); })`;
if (isMainThread) new Worker(start, { eval: true, argv: process.argv.slice(2) });
else measure();
