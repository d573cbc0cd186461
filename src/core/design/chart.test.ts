import { describe, expect, it } from 'vitest';
import { checkDesign } from './check.ts';
import { createDesign } from './defaults.ts';
import type { DatasetDesign } from './design.ts';
import { columnSchema } from './design-schema.ts';
import { constraintSchema } from './constraint.ts';
import { chartSchema, type Chart } from './chart.ts';
import { applyCommand } from './edit.ts';
import { restoreDesign } from './restore.ts';
import { ruleOfChart, shownCharts } from './shown-charts.ts';

const number = { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 1 } };
const columns = [
  columnSchema.parse({ id: 'size', name: 'size', type: 'decimal', fill: number }),
  columnSchema.parse({ id: 'price', name: 'price', type: 'decimal', fill: number }),
  columnSchema.parse({
    id: 'kind',
    name: 'kind',
    fill: { kind: 'category', values: [{ value: 'a' }] },
  }),
];
const linear = constraintSchema.parse({ id: 'law', kind: 'linear', x: 'size', y: 'price' });
const range = constraintSchema.parse({ id: 'span', kind: 'range', column: 'size', low: 0 });

function designOf(parts: Partial<DatasetDesign>): DatasetDesign {
  return createDesign({ columns, ...parts });
}

function ids(charts: readonly Chart[]): readonly string[] {
  return charts.map(({ id }) => id);
}

const ruleChart = chartSchema.parse({ id: 'mine', kind: 'rule', rule: 'law' });

describe('shownCharts', () => {
  it('gives each rule a chart', () => {
    const unique = constraintSchema.parse({ id: 'u', kind: 'unique', columns: ['kind'] });
    expect(ids(shownCharts(designOf({ constraints: [linear, unique, range] })))).toEqual([
      'rule-law',
      'rule-u',
      'rule-span',
    ]);
  });

  it('gives none to a rule that a stored chart shows already, or whose chart is off', () => {
    const scatter = chartSchema.parse({ id: 's', kind: 'scatter', x: 'size', y: 'price' });
    const constraints = [linear, { ...range, chart: false }];
    expect(ids(shownCharts(designOf({ constraints, charts: [scatter] })))).toEqual(['s']);
    expect(ruleOfChart(scatter, designOf({ constraints }))?.id).toBe('law');
  });

  it('hides a stored chart whose rule has its chart off, and keeps its place', () => {
    const off = { ...linear, chart: false };
    expect(shownCharts(designOf({ constraints: [off], charts: [ruleChart] }))).toEqual([]);
    expect(ids(shownCharts(designOf({ constraints: [linear], charts: [ruleChart] })))).toEqual([
      'mine',
    ]);
  });

  it('draws the share rules of one column together', () => {
    const share = (id: string, value: string) =>
      constraintSchema.parse({ id, kind: 'share', column: 'kind', value, share: 0.5 });
    const constraints = [share('one', 'a'), share('two', 'b')];
    expect(ids(shownCharts(designOf({ constraints })))).toEqual(['rule-one']);
  });

  it('gives a rule chart an id that no stored chart has', () => {
    const taken = chartSchema.parse({ id: 'rule-law', kind: 'association' });
    const shown = ids(shownCharts(designOf({ constraints: [linear], charts: [taken] })));
    expect(new Set(shown).size).toBe(2);
  });
});

describe('charts as items of a design', () => {
  it('are put in another order by one command', () => {
    const other = chartSchema.parse({ id: 'other', kind: 'association' });
    const design = designOf({ constraints: [linear], charts: [other] });
    const ordered = applyCommand(design, { kind: 'order-charts', charts: [ruleChart, other] });
    expect(ordered).toMatchObject({
      ok: true,
      value: { charts: [{ id: 'mine' }, { id: 'other' }] },
    });
    const twice = applyCommand(design, { kind: 'order-charts', charts: [other, other] });
    expect(twice).toMatchObject({ ok: false, error: [{ code: 'duplicate-id' }] });
  });

  it('of a rule go with the rule', () => {
    const design = designOf({ constraints: [linear], charts: [ruleChart] });
    const result = applyCommand(design, { kind: 'delete-constraint', constraintId: 'law' });
    expect(result).toMatchObject({ ok: true, value: { charts: [], constraints: [] } });
  });

  it('change as a whole, kind included', () => {
    const design = designOf({ charts: [chartSchema.parse({ id: 'c', kind: 'association' })] });
    const chart = chartSchema.parse({ id: 'c', kind: 'histogram', column: 'size' });
    const result = applyCommand(design, { kind: 'update-chart', chart });
    expect(result).toMatchObject({ ok: true, value: { charts: [{ kind: 'histogram' }] } });
  });

  it('warn about columns they cannot draw and rules that are gone', () => {
    const charts = [
      chartSchema.parse({ id: 'h', kind: 'histogram', column: 'kind' }),
      chartSchema.parse({ id: 'r', kind: 'rule', rule: 'gone' }),
      chartSchema.parse({ id: 's', kind: 'shares', columns: ['lost'] }),
    ];
    const found = checkDesign(designOf({ charts })).filter(({ path }) => path[0] === 'charts');
    expect(found.map(({ code }) => code).toSorted()).toEqual([
      'unfit-column',
      'unknown-reference',
      'unknown-rule',
    ]);
  });

  it('may name columns by name when written by hand', () => {
    const restored = restoreDesign({
      version: 1,
      columns: [{ id: 'c-1', name: 'size', type: 'decimal', fill: number }],
      constraints: [{ id: 'span', kind: 'range', column: 'size', low: 0 }],
      charts: [
        { kind: 'histogram', column: 'size' },
        { kind: 'shares', columns: ['size'] },
        { kind: 'rule', rule: 'span' },
      ],
    });
    expect(restored).toMatchObject({
      ok: true,
      value: { design: { charts: [{ column: 'c-1' }, { columns: ['c-1'] }, { rule: 'span' }] } },
    });
  });
});
