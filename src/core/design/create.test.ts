import { describe, expect, it } from 'vitest';
import { hasErrors } from '#core/base/diagnostic.ts';
import { checkDesign } from './check.ts';
import { constraintSchema, type ConstraintKind } from './constraint.ts';
import { createColumn } from './create-column.ts';
import { createConstraint } from './create-constraint.ts';
import { createDesign } from './defaults.ts';
import type { Column, DatasetDesign } from './design.ts';
import { applyCommands } from './edit.ts';
import { fillSchema, type FillKind } from './fill.ts';

const fillKinds = fillSchema.options.map((option) => option.shape.kind.value);
const constraintKinds = constraintSchema.options.map((option) => option.shape.kind.value);

function withColumns(kinds: readonly FillKind[]): DatasetDesign {
  let design = createDesign();
  for (const kind of kinds) {
    const result = applyCommands(design, createColumn(design, kind).commands);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    design = result.value;
  }
  return design;
}

describe('createColumn', () => {
  it.each(fillKinds)('makes a %s column that works in an empty design', (kind) => {
    const design = withColumns([kind]);
    expect(design.columns.at(-1)?.fill.kind).toBe(kind);
    expect(hasErrors(checkDesign(design))).toBe(false);
  });

  it('cleans a text and takes a part of a list, whatever comes last', () => {
    const design = withColumns(['category', 'list', 'object', 'postprocess', 'pick']);
    const [text, list, , cleaned, part] = design.columns;
    expect(cleaned?.fill).toMatchObject({ column: text?.id });
    expect(part?.fill).toMatchObject({ column: list?.id });
    const bare = withColumns(['object', 'postprocess']);
    expect(bare.columns.map(({ type }) => type)).toEqual(['object', 'text', 'text']);
    expect(bare.columns[2]?.fill).toMatchObject({ column: bare.columns[1]?.id });
  });

  it('warns of a column that cleans what is no text', () => {
    const { columns, ...design } = withColumns(['object', 'postprocess']);
    const [object, , cleaned] = columns;
    const wrong = { ...cleaned!, fill: { ...cleaned!.fill, column: object!.id } } as Column;
    expect(checkDesign({ ...design, columns: [object!, wrong] })).toMatchObject([
      { severity: 'warning', path: ['columns', 1, 'fill', 'column'], code: 'not-a-text' },
    ]);
  });

  it('names every column differently and checks without errors', () => {
    const design = withColumns([...fillKinds, ...fillKinds]);
    expect(new Set(design.columns.map(({ name }) => name)).size).toBe(design.columns.length);
    expect(checkDesign(design).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('shares one call and one model between generated columns', () => {
    const design = withColumns(['generated', 'generated']);
    expect(design.calls).toHaveLength(1);
    expect(design.models).toMatchObject([{ provider: 'demo' }]);
  });
});

describe('createConstraint', () => {
  it.each(constraintKinds)(
    'makes a rule of the kind %s over fitting columns',
    (kind: ConstraintKind) => {
      const design = withColumns(['category', 'number', 'number', 'generated']);
      const constraint = createConstraint(kind, design)!;
      expect(checkDesign({ ...design, constraints: [constraint] })).toEqual([]);
    },
  );

  it('makes none where columns are missing', () => {
    expect(createConstraint('linear', withColumns(['number']))).toBeUndefined();
    expect(createConstraint('unique', createDesign())).toBeUndefined();
  });
});
