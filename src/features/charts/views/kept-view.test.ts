import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { constraintSchema } from '#core/design/constraint.ts';
import { keptView } from './kept-view.ts';

const design = createDesign({
  columns: [columnSchema.parse({ id: 'm', name: 'model', fill: { kind: 'uuid' } })],
  constraints: [constraintSchema.parse({ id: 'u', kind: 'unique', columns: ['m'] })],
});
const context = { chart: { id: 'c', kind: 'rule', rule: 'u' }, design, measures: {} } as const;

describe('keptView', () => {
  it('says that all rows keep the rule', () => {
    const data = { kind: 'kept', holding: 200, breaking: 0, brokenRows: [] } as const;
    const view = keptView(data, context);
    expect(view.title).toBe('Model is unique, in all 200 rows');
    expect(view.pick?.('\nbreaks it')).toBeUndefined();
  });

  it('leaves the letters of an expression as they are', () => {
    const rule = constraintSchema.parse({ id: 'e', kind: 'expression', expression: "model != ''" });
    const data = { kind: 'kept', holding: 1, breaking: 0, brokenRows: [] } as const;
    const chart = { id: 'c', kind: 'rule', rule: 'e' } as const;
    const view = keptView(data, {
      chart,
      design: { ...design, constraints: [rule] },
      measures: {},
    });
    expect(view.title).toBe("model != '', in the one row");
  });

  it('leads to the rows that break it', () => {
    const data = { kind: 'kept', holding: 198, breaking: 2, brokenRows: [4, 9] } as const;
    const view = keptView(data, context);
    expect(view.title).toBe('Model is unique, not in 2 of 200 rows');
    expect(view.table.rows()).toEqual([
      ['keeps it', '198'],
      ['breaks it', '2'],
    ]);
    expect(view.pick?.('\nbreaks it')).toEqual({
      kind: 'rows',
      filters: [{ kind: 'rows', label: 'where not: model is unique', rows: [4, 9] }],
    });
    expect(view.pick?.('\nkeeps it')).toBeUndefined();
  });

  it('fills the bar of a rule that every row keeps, and half of one that half of them do', () => {
    const widths = (holding: number, breaking: number) => {
      const data = { kind: 'kept', holding, breaking, brokenRows: [] } as const;
      const { shapes } = keptView(data, context).draw({ width: 300, height: 60 });
      return shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape.width] : []));
    };
    const [track = 0, all] = widths(100, 0);
    expect(all).toBe(track);
    expect(widths(50, 50)[1]).toBe(track / 2);
  });
});
