import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import { createDesign } from '#core/design/defaults.ts';
import { applyCommands } from '#core/design/edit.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import type { FillKind } from '#core/design/fill.ts';
import { fillCatalogue } from './fill-catalogue.ts';
import { exampleCommands } from './fill-examples.ts';

const kinds = fillCatalogue.map(({ kind }) => kind);

/** A design of one column of that name, filled by the example of a fill. */
function filled(kind: FillKind, name: string, parts: Partial<DatasetDesign> = {}): DatasetDesign {
  const own = columnSchema.parse({ id: 'own', name, fill: { kind: 'constant', value: 'x' } });
  return again(kind, createDesign({ columns: [own], ...parts }));
}

function again(kind: FillKind, design: DatasetDesign): DatasetDesign {
  const [own] = design.columns;
  const result = applyCommands(design, exampleCommands(own!, kind, design));
  if (!result.ok) throw new Error(result.error[0]?.message);
  return result.value;
}

function problemsOf(design: DatasetDesign): readonly string[] {
  return checkDesign(design)
    .filter(({ severity }) => severity !== 'info')
    .map(({ message }) => message);
}

describe('the example of a fill', () => {
  it.each(kinds)('%s works as it is, with what it reads', (kind) => {
    const design = filled(kind, 'x');
    expect(design.columns[0]?.fill.kind).toBe(kind);
    expect(problemsOf(design)).toEqual([]);
  });

  it.each(kinds)('%s works in a column that has the name of what it reads', (kind) => {
    for (const name of ['brand', 'size', 'answer', 'tags', 'ordered'])
      expect(problemsOf(filled(kind, name))).toEqual([]);
  });

  it('reads what is there already instead of bringing it again', () => {
    const once = filled('template', 'x');
    expect(again('template', once).columns).toHaveLength(once.columns.length);
    const [own] = again('generated', once).calls;
    expect(own?.messages[0]?.content).toBe('Write two sentences about {{ brand }} {{ model }}.');
  });

  it('is written in the language of the templates of the design', () => {
    const { fill } = filled('template', 'x', { dialect: 'oumi' }).columns[0]!;
    expect(fill).toEqual({ kind: 'template', template: '{brand} {model} {size}"' });
  });
});
