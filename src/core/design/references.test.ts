import { describe, expect, it } from 'vitest';
import { formatPath } from '#core/base/diagnostic.ts';
import { columnDependencies, findCycle, findCycles } from './dependencies.ts';
import type { DatasetDesign } from './design.ts';
import { columnReferences, referencesTo } from './references.ts';
import { restoreDesign } from './restore.ts';

function designOf(input: object): DatasetDesign {
  const result = restoreDesign({ version: 1, ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(result.value.notices).toEqual([]);
  return result.value.design;
}

const design = designOf({
  columns: [
    { id: 'c1', name: 'type', fill: { kind: 'category', values: ['a'] } },
    { id: 'c2', name: 'size', fill: 'uuid', skip: "type == 'b'" },
    { id: 'c3', name: 'price', fill: { kind: 'formula', expression: 'size * 2 + size' } },
    { id: 'c4', name: 'sub', fill: { kind: 'subcategory', category: 'c1', values: { a: ['x'] } } },
    { id: 'c5', name: 'model', fill: { kind: 'generated', call: 'writer' } },
    {
      id: 'c6',
      name: 'title',
      fill: { kind: 'template', template: '{{ model | upper }} {{ unknown }}' },
    },
    { id: 'c7', name: 'other', fill: { kind: 'generated', call: 'silent' } },
  ],
  calls: [
    {
      id: 'writer',
      name: 'writer',
      model: 'm',
      messages: [
        {
          role: 'user',
          content: '{{ price }}{% for x in [1] %}{{ x }}{{ type.label }}{% endfor %}',
        },
      ],
      skip: 'sub == 1',
    },
    { id: 'silent', name: 'silent', model: 'm' },
  ],
  constraints: [
    { id: 'r1', kind: 'expression', expression: 'size > 3', sentence: 'Not too small' },
    { id: 'r2', kind: 'linear', x: 'c2', y: 'c3', by: 'c1' },
    { id: 'r3', kind: 'unique', columns: ['c5', 'c6'] },
    {
      id: 'r4',
      kind: 'ratio',
      column: 'c3',
      by: 'c1',
      at: 'c2',
      of: 'a',
      to: 'b',
      low: 1,
      high: 2,
    },
  ],
  charts: [{ id: 'h1', kind: 'scatter', x: 'c2', y: 'c3', title: 'Line' }],
  output: { columns: ['c6'] },
});

describe('columnReferences', () => {
  it('finds references by structure, expression and template with their places', () => {
    const found = columnReferences(design).map(
      ({ from, columnId, path, via }) =>
        `${from.kind} ${from.id} → ${columnId} ${via} ${formatPath(path)}`,
    );
    expect(found).toEqual([
      'column c4 → c1 structure columns[3].fill.category',
      'constraint r2 → c2 structure constraints[1].x',
      'constraint r2 → c3 structure constraints[1].y',
      'constraint r2 → c1 structure constraints[1].by',
      'constraint r3 → c5 structure constraints[2].columns[0]',
      'constraint r3 → c6 structure constraints[2].columns[1]',
      'constraint r4 → c3 structure constraints[3].column',
      'constraint r4 → c1 structure constraints[3].by',
      'constraint r4 → c2 structure constraints[3].at',
      'chart h1 → c2 structure charts[0].x',
      'chart h1 → c3 structure charts[0].y',
      'output output → c6 structure output.columns[0]',
      'column c2 → c1 expression columns[1].skip',
      'column c3 → c2 expression columns[2].fill.expression',
      'column c6 → c5 template columns[5].fill.template',
      'call writer → c3 template calls[0].messages[0].content',
      'call writer → c1 template calls[0].messages[0].content',
      'call writer → c4 expression calls[0].skip',
      'constraint r1 → c2 expression constraints[0].expression',
    ]);
  });

  it('names the owner for people', () => {
    expect(referencesTo(design, 'c2').map(({ from }) => from.label)).toEqual([
      'price grows with size per type',
      'a costs 1 to 2 × b at equal size',
      'Line',
      'price',
      'Not too small',
    ]);
  });
});

describe('columnDependencies', () => {
  it('lists what each column reads, a generated one what its call reads', () => {
    const dependencies = [...columnDependencies(design)].map(([id, read]) => [id, [...read]]);
    expect(dependencies).toEqual([
      ['c1', []],
      ['c2', ['c1']],
      ['c3', ['c2']],
      ['c4', ['c1']],
      ['c5', ['c3', 'c1', 'c4']],
      ['c6', ['c5']],
      ['c7', []],
    ]);
  });
});

describe('findCycle', () => {
  const graph = (edges: Record<string, string[]>): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map(Object.entries(edges).map(([id, read]) => [id, new Set(read)]));

  it('finds none where columns can be put in order', () => {
    expect(findCycle(graph({ a: ['b', 'c'], b: ['c'], c: [], d: ['gone'] }))).toBeUndefined();
  });

  it('gives the columns of a circle in reading order', () => {
    expect(findCycle(graph({ start: ['a'], a: ['b'], b: ['c'], c: ['a'] }))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('finds a column that reads itself', () => {
    expect(findCycle(graph({ a: ['a'] }))).toEqual(['a']);
  });

  it('finds every separate circle', () => {
    expect(findCycles(graph({ a: ['b'], b: ['a'], c: ['c'], d: ['a'] }))).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });

  it('walks a chain of thousands without recursion', () => {
    const edges = Array.from({ length: 5_000 }, (_, index) => [`c${index}`, [`c${index + 1}`]]);
    expect(findCycle(graph(Object.fromEntries(edges) as Record<string, string[]>))).toBeUndefined();
  });
});
