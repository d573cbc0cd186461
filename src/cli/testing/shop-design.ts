/** The design that the tests of the command line use: one sampled and one generated column. */
import type { JsonObject } from '#core/base/json.ts';

/** `parts` replace whole top-level parts. */
export function shopDesign(parts: JsonObject = {}): string {
  const design = {
    version: 1,
    name: 'Shop',
    brief: 'Things in a shop',
    seed: 3,
    rows: 6,
    models: [{ alias: 'writer', provider: 'demo' }],
    columns: [
      {
        id: 'size',
        name: 'size',
        type: 'integer',
        fill: { kind: 'number', distribution: { kind: 'integer', low: 1, high: 9 } },
      },
      {
        id: 'title',
        name: 'title',
        type: 'text',
        description: 'Name of the product',
        fill: { kind: 'generated', call: 'write' },
      },
    ],
    calls: [{ id: 'write', name: 'write', model: 'writer', rowsPerRequest: 2 }],
    ...parts,
  };
  return JSON.stringify(design, undefined, 2);
}
