import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { chartSchema } from '#core/design/chart.ts';
import { constraintSchema } from '#core/design/constraint.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import { storeColumns } from '#core/rows/storage-kind.ts';
import { chartSteps, type ChartData } from './chart-data.ts';
import { qualityParts, qualitySteps, type QualityReport } from './quality.ts';
import { comparisonSteps } from './compare-sample.ts';

const columns = [
  {
    id: 'kind',
    name: 'kind',
    fill: { kind: 'category', values: [{ value: 'a', weight: 3 }, { value: 'b' }] },
  },
  {
    id: 'tone',
    name: 'tone',
    fill: { kind: 'category', values: [{ value: 'x' }, { value: 'y' }] },
  },
  {
    id: 'size',
    name: 'size',
    type: 'integer',
    fill: { kind: 'number', distribution: { kind: 'integer', low: 1, high: 4 } },
  },
  { id: 'ok', name: 'ok', type: 'boolean', fill: { kind: 'boolean' } },
  {
    id: 'day',
    name: 'day',
    type: 'date',
    fill: { kind: 'datetime', start: '2024-01-01', end: '2025-01-01' },
  },
  { id: 'text', name: 'text', fill: { kind: 'generated', call: 'c' } },
].map((column) => columnSchema.parse(column));

const rowsPerColumn: Readonly<Record<string, readonly JsonValue[]>> = {
  kind: ['a', 'a', 'a', 'b', 'a', 'a', 'b', 'a'],
  tone: ['x', 'x', 'x', 'y', 'x', 'x', 'y', 'x'],
  size: [1, 2, 3, 4, 1, 2, 3, 4],
  ok: [true, true, true, false, true, false, false, true],
  day: [
    '2024-01-03',
    '2024-01-20',
    '2024-02-01',
    '2024-02-02',
    '2024-03-09',
    '2024-03-10',
    '2024-04-01',
    '2024-04-30',
  ],
  text: [
    'One two three.',
    'one two three',
    'One two three.',
    'Four five',
    'Six',
    'Seven',
    'Eight',
    'Nine',
  ],
};

function designOf(parts: Partial<DatasetDesign> = {}): DatasetDesign {
  return createDesign({ columns, ...parts });
}

function rows() {
  const store = createColumnarStore(storeColumns(columns));
  store.resize(8);
  for (const [id, values] of Object.entries(rowsPerColumn))
    for (const [row, value] of values.entries()) store.setValue(id, row, value);
  return store;
}

function finish<Value>(steps: Generator<undefined, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function dataOf(chart: object, parts: Partial<DatasetDesign> = {}): ChartData | undefined {
  return finish(chartSteps(rows(), designOf(parts), chartSchema.parse({ id: 'c', ...chart })));
}

describe('chartSteps', () => {
  it('counts values against the targets of the table, in its order', () => {
    expect(dataOf({ kind: 'shares', columns: ['kind'] })).toEqual({
      kind: 'shares',
      columns: [
        {
          columnId: 'kind',
          total: 8,
          entries: [
            { value: 'a', count: 6, target: 6 },
            { value: 'b', count: 2, target: 2 },
          ],
          restCount: 0,
          rowsOff: 0,
        },
      ],
    });
  });

  it('expects of each bin what the declared law makes of it', () => {
    const data = dataOf({ kind: 'histogram', column: 'size' });
    expect(data).toMatchObject({ bins: { counts: [2, 2, 2, 2] }, gap: 0 });
    const expected = data?.kind === 'histogram' ? data.expected! : [];
    for (const count of expected) expect(count).toBeCloseTo(2, 9);
  });

  it('measures each pair by what suits it, and knows which a rule asks for', () => {
    const rule = constraintSchema.parse({
      id: 'r',
      kind: 'ratio',
      column: 'size',
      by: 'kind',
      of: 'a',
      to: 'b',
      low: 1,
      high: 2,
    });
    const data = dataOf(
      { kind: 'association', columns: ['kind', 'tone', 'size'] },
      { constraints: [rule] },
    );
    expect(data?.kind === 'association' && data.cells).toMatchObject([
      { a: 1, b: 0, measure: 'cramer', value: 1, isAsked: false },
      { a: 2, b: 0, measure: 'eta', isAsked: true },
      { a: 2, b: 1, measure: 'eta', isAsked: false },
    ]);
  });

  it('spreads a number by group', () => {
    const data = dataOf({ kind: 'box', y: 'size', by: 'kind' });
    expect(
      data?.kind === 'box' && data.groups.map(({ name, summary }) => [name, summary.median]),
    ).toEqual([
      ['a', 2],
      ['b', 3.5],
    ]);
  });

  it('counts rows along time in periods of a fitting length', () => {
    const data = dataOf({ kind: 'series', x: 'day' });
    expect(data).toMatchObject({ period: 'week', count: 8 });
    const [first] = data?.kind === 'series' ? data.series : [];
    // 1 January 2024 was a Monday.
    expect(first?.points[0]).toEqual({ startMs: Date.UTC(2024, 0, 1), count: 1, value: 1 });
    expect(dataOf({ kind: 'series', x: 'day', y: 'size', by: 'kind' })).toMatchObject({
      series: [{ name: 'a' }, { name: 'b' }],
    });
  });

  it('counts the cells of two tables, missing ones included', () => {
    expect(dataOf({ kind: 'coverage', x: 'tone', y: 'kind' })).toEqual({
      kind: 'coverage',
      rows: ['a', 'b'],
      columns: ['x', 'y'],
      counts: [
        [6, 0],
        [0, 2],
      ],
      filledCells: 2,
      totalCells: 4,
    });
  });

  it.each([
    [{ kind: 'linear', x: 'size', y: 'size' }, 'scatter'],
    [{ kind: 'monotone', x: 'size', y: 'size' }, 'scatter'],
    [{ kind: 'ratio', column: 'size', by: 'kind', of: 'a', to: 'b', low: 0, high: 1 }, 'ratio'],
    [{ kind: 'share', column: 'kind', value: 'a', share: 0.5 }, 'shares'],
    [{ kind: 'range', column: 'size', low: 0 }, 'histogram'],
    [{ kind: 'length', column: 'text', high: 3 }, 'histogram'],
    [{ kind: 'correlation', x: 'size', y: 'size', low: 0.5 }, 'scatter'],
    [{ kind: 'expression', expression: 'size > 3' }, 'kept'],
    [{ kind: 'pattern', column: 'kind', pattern: 'a' }, 'kept'],
    [{ kind: 'unique', columns: ['kind'] }, 'kept'],
  ])('draws the rule %j as a %s', (rule, kind) => {
    const constraints = [constraintSchema.parse({ id: 'r', ...rule })];
    expect(dataOf({ kind: 'rule', rule: 'r' }, { constraints })?.kind).toBe(kind);
  });

  it('draws nothing for a rule that is gone', () => {
    expect(dataOf({ kind: 'rule', rule: 'gone' })).toBeUndefined();
  });

  it('counts the rows that keep a rule and names those that break it', () => {
    const constraints = [constraintSchema.parse({ id: 'u', kind: 'unique', columns: ['kind'] })];
    expect(dataOf({ kind: 'rule', rule: 'u' }, { constraints })).toEqual({
      ...{ kind: 'kept', holding: 2, breaking: 6 },
      brokenRows: [1, 2, 4, 5, 6, 7],
    });
  });
});

describe('qualitySteps', () => {
  const measured = rows();
  const report = Object.assign(
    {},
    ...qualityParts.map((part) => finish(qualitySteps(measured, designOf(), part))),
  ) as QualityReport;

  it('tells exact repeats from those that differ in case and punctuation only', () => {
    const store = createColumnarStore([{ id: 'text', storage: 'text' }]);
    store.resize(4);
    for (const [row, text] of ['A set.', 'a SET', 'A set.', 'Else'].entries())
      store.setValue('text', row, text);
    const design = createDesign({ columns: columns.filter(({ id }) => id === 'text') });
    const { repeats } = finish(qualitySteps(store, design, 'repeats'));
    expect(repeats?.exact).toEqual({ rows: [2], count: 1 });
    expect(repeats?.normalised).toEqual({ rows: [1], count: 1 });
  });

  it('says how even values are and how many rows miss their target', () => {
    expect(report.columns.kind).toMatchObject({ shares: { rowsOff: 0 } });
    // Entropy of 6 and 2 of 8 over that of two equal halves.
    expect(report.columns.kind!.evenness).toBeCloseTo(0.8113, 4);
  });

  it('covers the first table by the others', () => {
    expect(report.coverage).toMatchObject([
      { x: 'tone', y: 'kind', filledCells: 2, totalCells: 4 },
    ]);
  });

  it('notices numbers that all end alike', () => {
    const prices = [1.99, 2.99, 3.99, 4.99, 5.5, 6.99];
    const design = createDesign({
      columns: [
        columnSchema.parse({
          id: 'p',
          name: 'p',
          type: 'decimal',
          fill: { kind: 'formula', expression: '1' },
        }),
      ],
    });
    const store = createColumnarStore(storeColumns(design.columns));
    store.resize(prices.length);
    for (const [row, price] of prices.entries()) store.setValue('p', row, price);
    expect(finish(qualitySteps(store, design, 'columns')).columns?.p?.ending).toEqual({
      text: '.99',
      share: 5 / 6,
    });
  });

  it('names the groups that differ most in an outcome', () => {
    const made = Array.from({ length: 20 }, (_, row) => row);
    const store = createColumnarStore(storeColumns(columns));
    store.resize(20);
    for (const row of made) {
      store.setValue('kind', row, row % 2 === 0 ? 'a' : 'b');
      store.setValue('ok', row, row % 2 === 0 || row === 1);
    }
    const [effect] = finish(qualitySteps(store, designOf(), 'balance')).balance ?? [];
    expect(effect).toMatchObject({
      group: 'kind',
      outcome: 'ok',
      measure: 'risk',
      size: 0.9,
      strength: 'large',
      between: [
        { name: 'a', count: 10, value: 1 },
        { name: 'b', count: 10, value: 0.1 },
      ],
    });
  });
});

describe('comparisonSteps', () => {
  const sample = rowsPerColumn.kind!.map((kind, row) => ({
    Kind: kind,
    SIZE: String(rowsPerColumn.size![row] as number),
    weight: 3,
  }));

  it('finds no distance to the same rows, and raises the alarm for copies only among different ones', () => {
    const same = finish(comparisonSteps(rows(), designOf(), sample));
    expect(same.columns).toEqual([
      { columnId: 'kind', measure: 'variation', isWords: false, distance: 0 },
      { columnId: 'size', measure: 'ks', isWords: false, distance: 0 },
    ]);
    expect(same.unmatchedFields).toEqual(['weight']);
    expect(same.unmatchedColumns).toEqual(['tone', 'ok', 'day', 'text']);
    expect(same.copies).toMatchObject({ identicalCount: 8, madeMedian: 0 });
  });

  it('raises the alarm when rows equal real ones that do not equal each other', () => {
    const texts = rowsPerColumn.text!.map((text, row) => ({
      text: row === 2 ? 'Ten' : row === 1 ? 'Eleven' : text,
    }));
    const { copies } = finish(comparisonSteps(rows(), designOf(), texts));
    expect(copies).toMatchObject({ isAlarm: true });
    expect(copies!.nearest[0]).toMatchObject({ row: 0, real: 0, distance: 0 });
  });
});
