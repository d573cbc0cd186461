import { describe, expect, it } from 'vitest';
import { chartSteps } from '#core/analysis/chart-data.ts';
import { chartSchema } from '#core/design/chart.ts';
import { constraintSchema } from '#core/design/constraint.ts';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { readColumns } from '#core/rows/row-reader.ts';
import { brushTarget } from './brush-target.ts';
import { chartView } from './chart-view.ts';

const table = (id: string, ...values: readonly string[]) =>
  columnSchema.parse({
    id,
    name: id,
    fill: { kind: 'category', values: values.map((value) => ({ value })) },
  });
const number = (id: string, unit: string) =>
  columnSchema.parse({ id, name: id, type: 'decimal', unit, fill: { kind: 'uuid' } });

const design = createDesign({
  columns: [
    table('type', 'OLED', 'QLED'),
    table('room', 'kitchen', 'study'),
    number('size', 'in'),
    number('price', 'USD'),
  ],
  constraints: [
    constraintSchema.parse({
      ...{ id: 'factor', kind: 'ratio', column: 'price', by: 'type', at: 'size', within: 10 },
      ...{ of: 'QLED', to: 'OLED', low: 2, high: 3 },
    }),
  ],
});
const rows = readColumns({
  type: ['OLED', 'QLED', 'OLED', 'QLED', 'OLED', 'QLED'],
  room: ['kitchen', 'kitchen', 'study', 'study', 'kitchen', 'study'],
  size: [40, 40, 50, 50, 60, 60],
  price: [100, 200, 120, 240, 140, 900],
});

/** What a click on each mark of a chart leads to. */
function targetsOf(parts: object) {
  const chart = chartSchema.parse({ id: 'c', ...parts });
  const steps = chartSteps(rows, design, chart);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const view = chartView(step.value!, { chart, design, measures: {} });
  const { points } = view.draw({ width: 400, height: 200 });
  return points.map(({ key }) => (key === undefined ? undefined : view.pick?.(key)));
}

const oneOf = (columnId: string, value: string) => ({ kind: 'one-of', columnId, values: [value] });

describe('a click in a chart leads to the rows of', () => {
  it('a bar of a histogram', () => {
    const [first] = targetsOf({ kind: 'histogram', column: 'size' });
    expect(first).toMatchObject({
      kind: 'rows',
      filters: [{ kind: 'range', columnId: 'size', low: 40 }],
    });
  });

  it('a value among the shares', () => {
    expect(targetsOf({ kind: 'shares', columns: ['type'] })).toEqual([
      { kind: 'rows', filters: [oneOf('type', 'OLED')] },
      { kind: 'rows', filters: [oneOf('type', 'QLED')] },
    ]);
  });

  it('a cell of the coverage', () => {
    expect(targetsOf({ kind: 'coverage', x: 'room', y: 'type' })).toContainEqual({
      kind: 'rows',
      filters: [oneOf('type', 'QLED'), oneOf('room', 'study')],
    });
  });

  it('a box', () => {
    expect(targetsOf({ kind: 'box', y: 'price', by: 'type' })).toContainEqual({
      kind: 'rows',
      filters: [oneOf('type', 'OLED')],
    });
  });

  it('a bin of the ratio', () => {
    const [first] = targetsOf({ kind: 'rule', rule: 'factor' });
    expect(first).toMatchObject({ filters: [{ kind: 'range', columnId: 'size', low: 40 }] });
  });

  it('a rectangle over a scatter, on both axes or on one', () => {
    const chart = chartSchema.parse({ id: 'c', kind: 'scatter', x: 'size', y: 'price' });
    const area = { x: [40, 52.31], y: [100, 250] } as const;
    expect(brushTarget(area, chart, design)).toEqual({
      kind: 'rows',
      filters: [
        { kind: 'range', columnId: 'size', low: 40, high: 52.31, label: 'size 40 to 52.3 in' },
        { kind: 'range', columnId: 'price', low: 100, high: 250, label: 'price $100 to $250' },
      ],
    });
    expect(brushTarget({ x: area.x }, chart, design)?.kind).toBe('rows');
  });
});
