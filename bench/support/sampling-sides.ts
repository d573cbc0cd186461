// What the benches of sampling compare: our columns, the same as objects of Faker, and the random numbers alone.
// Nothing here is of Node, so that a browser can run it as well.
import { faker } from '@faker-js/faker';
import { createRandom } from '#core/base/random.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { createFiller } from '#core/engine/fill-computed.ts';
import { planColumns } from '#core/engine/plan/column-order.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { storeColumns } from '#core/rows/storage-kind.ts';

/** Random words that one row takes: two for each of four columns of numbers and dates, one for each of three of shares. */
const drawsPerRow = 4 * 2 + 3;

const categories = ['Electronics', 'Books', 'Toys', 'Garden', 'Food'];
const weights = [40, 25, 15, 12, 8];
const parts = ['basic', 'plus', 'pro'];

/** Ten columns of most kinds that are drawn. */
export function tenColumns(): DatasetDesign {
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

export function sample(design: DatasetDesign, rowCount: number): RowStore {
  const store = createColumnarStore(storeColumns(design.columns));
  store.resize(rowCount);
  return fill(design, store);
}

/** Into memory at hand. */
export function fill(design: DatasetDesign, store: RowStore): RowStore {
  const plan = planColumns(design);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  createFiller(design, { plan: plan.value, store }).fillRange(0, store.rowCount);
  return store;
}

export function sampleAndRead(design: DatasetDesign, rowCount: number): number {
  const store = sample(design, rowCount);
  let count = 0;
  for (const { id } of store.columns) {
    const column = store.column(id);
    for (let row = 0; row < rowCount; row += 1) if (column.value(row) !== undefined) count += 1;
  }
  return count;
}

/** The same rows as most scripts would make them. */
export function withFaker(rowCount: number): unknown {
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

export function randomOnly(rowCount: number): number {
  const stream = createRandom(42, 'floor');
  let sum = 0;
  for (let row = 0; row < rowCount; row += 1)
    for (let draw = 0; draw < drawsPerRow; draw += 1) sum += stream.uint32(row, draw);
  return sum;
}

/** A column of numbers with other parameters in some rows, and the same without; each with the column it reads. */
export function conditionalDesigns(): readonly [plain: DatasetDesign, conditional: DatasetDesign] {
  const columns = tenColumns().columns.filter(({ id }) => id === 'category' || id === 'price');
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
