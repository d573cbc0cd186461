import { describe, expect, it } from 'vitest';
import type { ScatterData } from '#core/analysis/scatter-data.ts';
import type { Chart } from '#core/design/chart.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { Column } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { scatterView, scatterViewOf, seriesNames, type ScatterColumns } from './scatter-view.ts';

function number(id: string, unit?: string): Column {
  const parts = unit === undefined ? {} : { unit };
  return columnSchema.parse({ id, name: id, type: 'decimal', fill: { kind: 'uuid' }, ...parts });
}

const type = columnSchema.parse({
  id: 'type',
  name: 'type',
  fill: {
    kind: 'category',
    values: [
      { value: 'OLED', weight: 1 },
      { value: 'QLED', weight: 1 },
    ],
  },
});
const design = createDesign({ columns: [type, number('size', 'in'), number('price', 'USD')] });

function chart(parts: Partial<ScatterColumns> = {}): ScatterColumns {
  return { x: 'size', y: 'price', by: 'type', fit: true, ...parts };
}

const data: ScatterData = {
  kind: 'scatter',
  points: [
    { x: 40, y: 400, series: 'QLED', row: 7 },
    { x: 50, y: 900, series: 'OLED', row: 9 },
  ],
  totalCount: 2,
  series: ['QLED', 'OLED'],
  fits: [
    {
      series: 'QLED',
      fit: {
        count: 3,
        slope: 10,
        intercept: 5,
        r: 1,
        residualSd: 2.5,
        meanX: 40,
        meanY: 405,
        spreadX: 10,
        minX: 30,
        maxX: 60,
      },
      rho: 1,
      band: [],
    },
  ],
};

describe('seriesNames', () => {
  it('follows the attribute table, not the order of the rows', () => {
    expect(seriesNames(data, chart(), design)).toEqual(['OLED', 'QLED']);
  });

  it('adds values the table does not have behind those it has', () => {
    const strange = { ...data, series: ['Plasma', 'OLED'] };
    expect(seriesNames(strange, chart(), design)).toEqual(['OLED', 'QLED', 'Plasma']);
  });
});

describe('scatterViewOf', () => {
  it('numbers the series of points and lines alike', () => {
    const view = scatterViewOf(data, chart(), design);
    expect(view.points.map(({ row, series }) => [row, series])).toEqual([
      [7, 1],
      [9, 0],
    ]);
    expect(view.lines[0]?.series).toBe(1);
  });

  it('draws a line from the least to the greatest x', () => {
    const [line] = scatterViewOf(data, chart(), design).lines;
    expect(line?.from).toEqual({ x: 30, y: 305 });
    expect(line?.to).toEqual({ x: 60, y: 605 });
    expect(line?.sigma).toBe(2.5);
  });

  it('draws no line where the chart asks for none', () => {
    expect(scatterViewOf(data, chart({ fit: false }), design).lines).toEqual([]);
  });

  it('puts a currency before the number and other units after it', () => {
    const { xAxis, yAxis } = scatterViewOf(data, chart(), design);
    expect(xAxis).toEqual({ label: 'size', unit: 'in' });
    expect(yAxis).toEqual({ label: 'price', prefix: '$' });
  });
});

describe('scatterView', () => {
  const { fit } = data.fits[0]!;

  it('says line, r and ρ of each group, and of all groups as one', () => {
    const pooled = { fit: { ...fit, slope: 4, intercept: -20, r: 0.43 }, rho: 0.45 };
    const chart: Chart = { id: 'c', kind: 'scatter', x: 'size', y: 'price', by: 'type', fit: true };
    const view = scatterView({ ...data, pooled }, { chart, design, measures: {} });
    expect(view.facts).toContain('QLED: price = 10 × size + 5, r 1.00, ρ 1.00, 3 rows');
    // A sign and its number stay in one line.
    expect(view.note).toBe(
      '2 points. All groups as one: price = 4 × size − 20, r\u00A00.43, ρ\u00A00.45',
    );
    expect(view.scatter?.lines[0]).toMatchObject({
      law: 'price = 10 × size + 5',
      facts: 'r 1.00, 3 rows',
    });
  });
});
