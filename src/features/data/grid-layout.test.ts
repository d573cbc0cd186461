import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { callSchema, columnSchema } from '#core/design/design-schema.ts';
import type { Fill } from '#core/design/fill.ts';
import { gridLayout } from './grid-layout.ts';

const generated: Fill = { kind: 'generated', call: 'copy' };
const formula: Fill = { kind: 'formula', expression: '1' };
const category: Fill = { kind: 'category', values: [{ value: 'a', weight: 1 }] };

function column(id: string, fill: Fill, parts: Partial<Column> = {}): Column {
  return columnSchema.parse({ id, name: id, fill, ...parts });
}

function design(columns: readonly Column[], rowsPerRequest = 10): DatasetDesign {
  const call = { id: 'copy', name: 'copywriter', model: 'writer', rowsPerRequest };
  return createDesign({ seed: 4711, columns, calls: [callSchema.parse(call)] });
}

function layout(columns: readonly Column[], isDemo = false) {
  return gridLayout(design(columns), isDemo);
}

describe('gridLayout', () => {
  it('leaves helper columns out', () => {
    const shown = layout([column('a', category), column('helper', formula, { drop: true })]);
    expect(shown.map(({ key }) => key)).toEqual(['a']);
  });

  it('puts columns of one origin side by side, in the order the origins appear', () => {
    const shown = layout([
      column('type', category),
      column('price', formula),
      column('brand', category),
      column('text', generated),
    ]);
    expect(shown.map(({ key }) => key)).toEqual(['type', 'brand', 'price', 'text']);
    expect(shown.map(({ band }) => band?.key)).toEqual([
      'sampled',
      'sampled',
      'derived',
      'call copy',
    ]);
  });

  it('says in the band where values come from', () => {
    const shown = layout([column('type', category), column('text', generated)]);
    expect(shown.map(({ band }) => band?.label)).toEqual([
      'sampled, seed 4711',
      'copywriter, 10 rows per call',
    ]);
  });

  it('counts one row per call as one', () => {
    const [text] = gridLayout(design([column('text', generated)], 1), false);
    expect(text?.band?.label).toBe('copywriter, 1 row per call');
  });

  it('names the demo model in the band while it wrote the rows', () => {
    const [text] = layout([column('text', generated)], true);
    expect(text?.band?.label).toBe('copywriter, by the demo model');
  });

  it('aligns numbers to the right and everything else to the left', () => {
    const shown = layout([
      column('price', formula, { type: 'decimal' }),
      column('count', formula, { type: 'integer' }),
      column('name', formula),
    ]);
    expect(shown.map(({ align }) => align)).toEqual(['right', 'right', 'left']);
  });

  it('lets the last written text grow and makes the first stand out', () => {
    const shown = layout([
      column('model', generated),
      column('description', generated),
      column('type', category),
    ]);
    expect(shown.map(({ strong, grows }) => [strong, grows])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  it('lets the last column grow where no text is written', () => {
    const shown = layout([column('a', category), column('b', formula)]);
    expect(shown.map(({ grows }) => grows)).toEqual([false, true]);
  });
});
