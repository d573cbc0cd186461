/** Televisions in a shop, for tests of the dataset: made ready, written and marked by hand. */
import type { JsonValue } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { changeMarks, noMarks, type RowMarks } from '#core/rows/row-marks.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';

const columns = [
  {
    id: 'c_type',
    name: 'tv_type',
    fill: {
      kind: 'category',
      values: [{ value: 'OLED', description: 'Deep black.' }, { value: 'QLED' }],
    },
  },
  {
    id: 'c_size',
    name: 'size',
    type: 'integer',
    fill: { kind: 'number', distribution: { kind: 'integer', low: 43, high: 85 } },
  },
  {
    id: 'c_price',
    name: 'price',
    type: 'decimal',
    fill: { kind: 'formula', expression: "size * 10 * (2 if tv_type == 'QLED' else 1)" },
  },
  { id: 'c_model', name: 'model', fill: { kind: 'generated', call: 'write' } },
  {
    id: 'c_stars',
    name: 'stars',
    type: 'decimal',
    fill: { kind: 'generated', call: 'write' },
  },
  {
    id: 'c_double',
    name: 'double',
    type: 'decimal',
    drop: true,
    fill: { kind: 'formula', expression: 'stars * 2' },
  },
  { id: 'c_blurb', name: 'blurb', fill: { kind: 'generated', call: 'sell' } },
];

/** Televisions: type and size sampled, price by formula, model and blurb written, tag derived from both. */
export function tvDesign(parts: object = {}): DatasetDesign {
  return designSchema.parse({
    version: 1,
    brief: 'Televisions in a shop.',
    instructions: 'Write plainly.',
    seed: 7,
    columns,
    models: [{ alias: 'writer' }],
    calls: [
      { id: 'write', name: 'Write', model: 'writer', rowsPerRequest: 5 },
      {
        id: 'sell',
        name: 'Sell',
        model: 'writer',
        messages: [
          { role: 'system', content: 'Sell {{ 1 + 1 }} things.' },
          { role: 'user', content: 'Praise {{ model }} ({{ tv_type.description }}).' },
        ],
      },
    ],
    constraints: [
      { id: 'k_unique', kind: 'unique', columns: ['c_model'] },
      { id: 'k_double', kind: 'expression', expression: 'double <= 10' },
      { id: 'k_stars', kind: 'range', column: 'c_stars', low: 1, severity: 'should' },
      { id: 'k_blurb', kind: 'length', column: 'c_blurb', low: 3, high: 6 },
      { id: 'k_price', kind: 'range', column: 'c_price', low: 0, inPrompt: false },
    ],
    ...parts,
  });
}

export function datasetOf(design: DatasetDesign): Dataset {
  const dataset = createDataset(design);
  if (!dataset.ok) throw new Error(dataset.error.map(({ message }) => message).join('\n'));
  return dataset.value;
}

export function written(rowCount = 4): Dataset {
  const dataset = datasetOf(tvDesign());
  dataset.plan(rowCount);
  for (let row = 0; row < rowCount; row += 1) give(dataset, row, `Model ${row}`);
  return dataset;
}

export function give(dataset: Dataset, row: number, values: object | string) {
  const given = typeof values === 'string' ? { model: values, stars: 4 } : values;
  const [verdict] = dataset.offer('write', [{ row, values: { ...given } }]);
  if (verdict?.kind === 'accepted') dataset.commit('write', [verdict]);
  return verdict;
}

export const ask = (callId: string, rows: number[]) => ({
  callId,
  rows,
  attempt: 1,
  corrections: {},
});

export function edits(...cells: readonly (readonly [number, string, JsonValue])[]): RowMarks {
  return changeMarks(
    noMarks,
    cells.map(([row, columnId, value]) => ({ row, columnId, mark: { value, isEdited: true } })),
  );
}
