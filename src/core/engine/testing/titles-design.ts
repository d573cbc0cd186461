/** A small design for tests: a number that is counted, and a title and a size that a model writes for it. */
import { createDesign } from '#core/design/defaults.ts';
import { callSchema, columnSchema } from '#core/design/design-schema.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';

/** Columns `n`, `t` (title) and `s` (size); call `c`, named copy. */
export function titlesDesign(parts: Partial<DatasetDesign> = {}): DatasetDesign {
  return createDesign({
    rows: 4,
    models: [{ alias: 'writer', provider: 'custom', model: 'm' }],
    columns: [
      columnSchema.parse({ id: 'n', name: 'n', fill: { kind: 'sequence', start: 1, step: 1 } }),
      columnSchema.parse({ id: 't', name: 'title', fill: { kind: 'generated', call: 'c' } }),
      columnSchema.parse({
        id: 's',
        name: 'size',
        type: 'integer',
        fill: { kind: 'generated', call: 'c' },
      }),
    ],
    calls: [
      callSchema.parse({
        id: 'c',
        name: 'copy',
        model: 'writer',
        messages: [{ role: 'user', content: 'For {{ n }}.' }],
      }),
    ],
    ...parts,
  });
}

/** The dataset of a design with its sampled values in, as many rows as it says. */
export function openFilled(design: DatasetDesign): Dataset {
  const created = createDataset(design);
  if (!created.ok) throw new Error(created.error[0]?.message);
  created.value.resize(design.rows);
  created.value.fillRange(0, design.rows);
  return created.value;
}
