import { describe, expect, it } from 'vitest';
import { pearson } from '#core/base/correlation.ts';
import { designOf, fillTable, type TestColumn } from '#core/engine/filled-table.contract.ts';
import type { FilledTable } from '#core/engine/filled-table.contract.ts';

type Law = Readonly<Record<string, unknown>>;

const normal = (mean: number, stddev: number): Law => ({ kind: 'gaussian', mean, stddev });
const uniform = (low: number, high: number): Law => ({ kind: 'uniform', low, high });
const scipy = (distName: string, distParams: object): Law => ({
  kind: 'scipy',
  distName,
  distParams,
});
const lognormal = (s: number, scale = 1): Law => scipy('lognorm', { s, scale });

const kind: TestColumn = {
  name: 'kind',
  fill: { kind: 'category', values: ['a', 'b', 'c'].map((value) => ({ value })) },
};

/** A column with a law in rows of kind a, and others in rows of b and c. */
function byKind(name: string, [first, ...others]: readonly Law[], of = 'kind'): TestColumn {
  const fill = (distribution: Law | undefined) => ({ kind: 'number', distribution }) as never;
  const conditionalParams = others.map((law, index) => ({
    when: `${of} == "${'bcdefghijklm'.charAt(index)}"`,
    fill: fill(law),
  }));
  return { name, type: 'decimal', fill: fill(first), conditionalParams };
}

const rule = (wanted: number, more: object = {}) => ({
  constraints: [
    {
      kind: 'correlation' as const,
      id: 'r',
      x: 'x',
      y: 'y',
      low: wanted - 0.05,
      high: wanted + 0.05,
      ...more,
    },
  ],
});

function correlations(table: FilledTable): readonly number[] {
  const [x, y, keys] = [table.numbers('x'), table.numbers('y'), table.values('kind')];
  const points = keys.map((key, row) => ({ key, x: x[row] ?? 0, y: y[row] ?? 0 }));
  return [...new Set(keys)].map((own) => pearson(points.filter(({ key }) => key === own)) ?? 0);
}

describe('correlated numbers with other laws in some rows', () => {
  it.for([
    [
      [uniform(0, 1), lognormal(1), scipy('beta', { a: 0.5, b: 3 })],
      [uniform(0, 1), lognormal(1), uniform(5, 9)],
    ],
    [
      [lognormal(1), uniform(0, 1), normal(0, 1)],
      [lognormal(1), uniform(5, 6), normal(0, 1)],
    ],
    [
      [normal(0, 1), scipy('gamma', { a: 0.5 }), scipy('expon', {})],
      [normal(0, 5), normal(50, 2), lognormal(0.8)],
    ],
  ] as const)('keep to the correlation in each group, whatever the laws (%#)', ([x, y]) => {
    for (const seed of [1, 2, 3]) {
      const design = designOf([kind, byKind('x', x), byKind('y', y)], {
        seed,
        ...rule(0.6, { by: 'kind' }),
      });
      for (const r of correlations(fillTable(design, 12_000)))
        // The standard error of r is about 0.01 for normal laws, and up to 0.025 for the heavy tails here.
        expect(Math.abs(r - 0.6)).toBeLessThan(0.06);
    }
  });

  it('give numbers that differ by place and scale alone what they would have without conditions', () => {
    const scaled = [normal(0, 1), normal(10, 2), normal(20, 3)];
    const design = designOf([kind, byKind('x', scaled), byKind('y', scaled)], rule(0.6));
    const plain = designOf(
      [kind, byKind('x', scaled.slice(0, 1)), byKind('y', scaled.slice(0, 1))],
      rule(0.6),
    );
    const [one, other] = [fillTable(design, 200), fillTable(plain, 200)];
    one.values('kind').forEach((value, row) => {
      if (value === 'a') expect(one.numbers('y')[row]).toBe(other.numbers('y')[row]);
    });
  });

  const skewed = [uniform(0, 1), lognormal(1), scipy('gamma', { a: 0.5 })];
  const tabled = designOf([kind, byKind('y', skewed), byKind('x', skewed)], rule(0.6));

  it('are the same cell by cell, in pieces and when a row is evaluated', () => {
    const whole = fillTable(tabled, 300);
    const table = fillTable(tabled, 0);
    table.store.resize(300);
    for (const [start, end] of [
      [250, 300],
      [0, 7],
      [7, 250],
    ] as const)
      table.filler.fillRange(start, end);
    expect(table.numbers('x')).toEqual(whole.numbers('x'));
    const row = 42;
    const value = whole.values('kind')[row] ?? null;
    const { values } = whole.filler.evaluateRow(row, new Map([['kind', value]]));
    expect([values.get('x'), values.get('y')]).toEqual([
      whole.numbers('x')[row],
      whole.numbers('y')[row],
    ]);
  });

  it('follow the law of the other column when what decides it is edited', () => {
    const alone = byKind('y', [uniform(0, 1)]);
    const table = fillTable(designOf([kind, byKind('x', skewed), alone], rule(0.6)), 30);
    const row = table.values('kind').indexOf('a');
    const before = table.numbers('y')[row];
    const { values } = table.filler.evaluateRow(row, new Map([['kind', 'c']]));
    table.store.setValue('kind', row, 'c', 'edited');
    table.filler.deriveRows(['kind'], [row]);
    expect(table.numbers('y')[row]).not.toBe(before);
    expect(table.numbers('y')[row]).toBe(values.get('y'));
  });

  it('are drawn as without conditions where a condition reads one of them', () => {
    const reader = (first: string): TestColumn => ({
      ...byKind('y', [uniform(0, 1)]),
      conditionalParams: [
        { when: `${first} > 0.5`, fill: { kind: 'number', distribution: lognormal(1) } as never },
      ],
    });
    const design = designOf([byKind('x', [uniform(0, 1)]), reader('x')], rule(0.6));
    const plain = designOf([byKind('x', [uniform(0, 1)]), byKind('y', [uniform(0, 1)])], rule(0.6));
    const [one, other] = [fillTable(design, 200), fillTable(plain, 200)];
    one.numbers('x').forEach((x, row) => {
      if (!(x > 0.5)) expect(one.numbers('y')[row]).toBe(other.numbers('y')[row]);
    });
  });

  it('are drawn by their own fills where there are too many combinations of laws', () => {
    const many = Array.from({ length: 13 }, (_, index) => lognormal(0.5 + index / 40));
    const names = ['p', 'q', 's', 't'];
    const values = Array.from({ length: 13 }, (_, index) => ({
      value: 'abcdefghijklm'.charAt(index),
    }));
    const deciding = names.map((name): TestColumn => ({
      name,
      fill: { kind: 'category', values },
    }));
    const pairs = [
      ['p', 'x'],
      ['q', 'y'],
      ['s', 'v'],
      ['t', 'w'],
    ] as const;
    const numbers = (laws: readonly Law[]) => pairs.map(([of, name]) => byKind(name, laws, of));
    const matrix = numbers(many).map((_, i, all) => all.map((_, j) => (i === j ? 1 : 0.3)));
    const copulas = [{ id: 'c', columns: ['x', 'y', 'v', 'w'], matrix }];
    const table = fillTable(designOf([...deciding, ...numbers(many)], { copulas }), 150);
    const plain = fillTable(
      designOf([...deciding, ...numbers(many.slice(0, 1))], { copulas }),
      150,
    );
    table.values('q').forEach((value, row) => {
      if (value === 'a') expect(table.numbers('y')[row]).toBe(plain.numbers('y')[row]);
    });
  });
});
