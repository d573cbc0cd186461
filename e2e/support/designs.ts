// Small designs for journeys that need a model, and the links that open them.
import type { LinkRows } from '../../src/core/codecs/link-rows.ts';
import { encodeShareLink } from '../../src/core/codecs/share-link.ts';
import { createDesign } from '../../src/core/design/defaults.ts';
import type { DatasetDesign } from '../../src/core/design/design.ts';
import { restoreDesign } from '../../src/core/design/restore.ts';

export interface ShopOptions {
  readonly rows?: number;
  readonly rowsPerRequest?: number;
  readonly models?: readonly unknown[];
  readonly constraints?: readonly unknown[];
}

/** Two sampled columns, a price that follows one of them, and two columns that a model writes. */
export function shopDesign(options: ShopOptions = {}): DatasetDesign {
  const column = { description: '', type: 'text', nullRate: 0, drop: false };
  const weighed = (values: readonly string[]) => values.map((value) => ({ value, weight: 1 }));
  const restored = restoreDesign({
    ...createDesign(),
    name: 'Lamp shop',
    brief: 'Lamps for a shop.',
    rows: options.rows ?? 40,
    models: options.models ?? [{ alias: 'writer', provider: 'demo', model: '' }],
    columns: [
      {
        ...column,
        id: 'kind',
        name: 'kind',
        fill: { kind: 'category', values: weighed(['desk', 'floor', 'wall']) },
      },
      {
        ...column,
        id: 'watts',
        name: 'watts',
        type: 'integer',
        fill: {
          kind: 'number',
          distribution: { kind: 'uniform', low: 4, high: 60 },
          decimalPlaces: 0,
        },
      },
      {
        ...column,
        id: 'price',
        name: 'price',
        type: 'decimal',
        fill: { kind: 'formula', expression: 'watts * 2 + 5' },
      },
      { ...column, id: 'title', name: 'title', fill: { kind: 'generated', call: 'copy' } },
      {
        ...column,
        id: 'description',
        name: 'description',
        fill: { kind: 'generated', call: 'copy' },
      },
    ],
    calls: [
      {
        id: 'copy',
        name: 'copy',
        model: 'writer',
        rowsPerRequest: options.rowsPerRequest ?? 10,
        messages: [{ role: 'user', content: 'A {{ kind }} lamp of {{ watts }} watts.' }],
        examples: [],
        output: { kind: 'fields' },
      },
    ],
    constraints: options.constraints ?? [],
  });
  if (!restored.ok) throw new Error(restored.error[0]?.message);
  if (restored.value.notices.length > 0) throw new Error(restored.value.notices[0]?.message);
  return restored.value.design;
}

/** The part of an address that opens a design, perhaps with a few rows: `#d=1.…`. */
export async function hashOf(design: DatasetDesign, rows?: LinkRows): Promise<string> {
  const { link } = await encodeShareLink(design, 'http://localhost/', rows);
  return link.slice(link.indexOf('#'));
}
