import { describe, expect, it } from 'vitest';
import { checkDesign } from './check.ts';
import { couplingsOf } from './coupling.ts';
import type { DatasetDesign } from './design.ts';
import { designSchema } from './design-schema.ts';

type Law = Readonly<Record<string, unknown>>;
type Rule = Readonly<Record<string, unknown>>;

const normal: Law = { kind: 'gaussian', mean: 0, stddev: 1 };
const lognormal = (s: number): Law => ({ kind: 'scipy', distName: 'lognorm', distParams: { s } });
const number = (distribution: Law) => ({ kind: 'number', distribution });

function column(name: string, law: Law, others: Readonly<Record<string, Law>> = {}) {
  const rows = Object.entries(others).map(([when, other]) => ({ when, fill: number(other) }));
  const more = rows.length === 0 ? {} : { conditionalParams: rows };
  return { id: name, name, type: 'decimal', fill: number(law), ...more };
}

const kind = {
  ...{ id: 'kind', name: 'kind', type: 'text' },
  fill: { kind: 'category', values: [{ value: 'a' }, { value: 'b' }] },
};

function designOf(columns: readonly object[], rules: readonly Rule[] = []): DatasetDesign {
  const constraints = rules.map((rule, index) => ({
    id: `r${index}`,
    kind: 'correlation',
    ...rule,
  }));
  return designSchema.parse({ version: 1, columns, constraints });
}

function found(design: DatasetDesign, code: string) {
  return checkDesign(design).filter((diagnostic) => diagnostic.code === code);
}

const codes = (design: DatasetDesign) => checkDesign(design).map(({ code }) => code);

describe('a correlation that the laws do not allow', () => {
  it('is named with the most that can be, at the end of the rule that asks for it', () => {
    const design = designOf(
      [column('x', normal), column('y', lognormal(1))],
      [{ x: 'x', y: 'y', low: 0.9 }],
    );
    const [diagnostic, ...more] = found(design, 'beyond-reach');
    expect(more).toEqual([]);
    expect(diagnostic?.path).toEqual(['constraints', 0, 'low']);
    expect(diagnostic?.message).toContain('x and y cannot go along by more than r 0.76:');
  });

  it('is named for falling numbers, lines and matrices too', () => {
    const skewed = [column('x', lognormal(1)), column('y', lognormal(1))];
    const falling = designOf(skewed, [{ x: 'x', y: 'y', high: -0.5 }]);
    expect(found(falling, 'beyond-reach')[0]?.message).toContain('r −0.36');
    const line = designOf(
      [column('x', normal), column('y', lognormal(1))],
      [{ kind: 'linear', x: 'x', y: 'y', minR: 0.9 }],
    );
    expect(found(line, 'beyond-reach')[0]?.path).toEqual(['constraints', 0, 'minR']);
    const matrix = [
      [1, -0.5],
      [-0.5, 1],
    ];
    const tied = designSchema.parse({
      ...designOf(skewed),
      copulas: [{ id: 'c', columns: ['x', 'y'], matrix }],
    });
    expect(found(tied, 'beyond-reach')[0]?.path).toEqual(['copulas', 0, 'matrix']);
  });

  it('is named with the rows that have these laws', () => {
    const design = designOf(
      [kind, column('x', normal), column('y', normal, { 'kind == "b"': lognormal(1) })],
      [{ x: 'x', y: 'y', by: 'kind', low: 0.9 }],
    );
    expect(found(design, 'beyond-reach')[0]?.message).toContain('r 0.76 where kind is b:');
  });

  it('is not named for laws that no row takes', () => {
    const tables = { 'kind == "a"': normal, 'kind == "b"': normal };
    const design = designOf(
      [kind, column('x', normal), column('y', lognormal(1), tables)],
      [{ x: 'x', y: 'y', by: 'kind', low: 0.9 }],
    );
    expect(codes(design)).not.toContain('beyond-reach');
  });

  it('is not named where the laws are alike', () => {
    const design = designOf(
      [column('x', lognormal(1)), column('y', lognormal(1))],
      [{ x: 'x', y: 'y', low: 0.99 }],
    );
    expect(codes(design)).not.toContain('beyond-reach');
  });
});

describe('rules about three numbers', () => {
  const three = ['x', 'y', 'z'].map((name) => column(name, normal));
  const chain: readonly Rule[] = [
    { x: 'x', y: 'y', low: 0.85, high: 0.95 },
    { x: 'y', y: 'z', low: 0.85, high: 0.95 },
  ];

  it('hold beside each other where the third pair is free to follow', () => {
    const design = designOf(three, chain);
    expect(codes(design)).not.toContain('rules-contradict');
    const [coupling] = couplingsOf(design);
    expect(coupling?.matrix[0]?.[1]).toBeCloseTo(0.9, 9);
    expect(coupling?.matrix[1]?.[2]).toBeCloseTo(0.9, 9);
    expect(coupling?.matrix[0]?.[2]).toBeCloseTo(0.81, 9);
  });

  it('are named where they cannot, at the first that cannot hold beside those before it', () => {
    for (const last of [
      { low: -0.9, high: -0.5 },
      { low: -0.1, high: 0.1 },
    ]) {
      const design = designOf(three, [...chain, { x: 'x', y: 'z', ...last }]);
      expect(found(design, 'rules-contradict').map(({ path }) => path)).toEqual([
        ['constraints', 2],
      ]);
    }
  });
});

describe('a correlation over rows of several laws', () => {
  const columns = [
    kind,
    column('x', normal, { 'kind == "b"': { ...normal, mean: 9 } }),
    column('y', normal),
  ];

  it('is said to hold among rows of the same law, with the groups as the way out', () => {
    const design = designOf(columns, [{ x: 'x', y: 'y', low: 0.5 }]);
    const [diagnostic] = found(design, 'mixed-laws');
    expect(diagnostic).toMatchObject({ severity: 'info', path: ['constraints', 0, 'by'] });
    expect(diagnostic?.fix).toMatchObject({ path: ['constraints', 0, 'by'], value: 'kind' });
  });

  it('has nothing said where the groups decide the laws', () => {
    const design = designOf(columns, [{ x: 'x', y: 'y', by: 'kind', low: 0.5 }]);
    expect(codes(design)).not.toContain('mixed-laws');
  });

  it('is named where there are more laws than are told apart', () => {
    const values = Array.from({ length: 13 }, (_, index) => ({ value: `v${index}` }));
    const names = ['p', 'q', 's', 't'];
    const deciding = names.map((name) => ({
      ...kind,
      id: name,
      name,
      fill: { kind: 'category', values },
    }));
    const numbers = names.map((name) =>
      column(
        `${name} number`,
        normal,
        Object.fromEntries(
          values.map(({ value }, index) => [`${name} == "${value}"`, lognormal(0.5 + index / 40)]),
        ),
      ),
    );
    const ids = numbers.map(({ id }) => id);
    const matrix = ids.map((_, i) => ids.map((__, j) => (i === j ? 1 : 0.3)));
    const design = designSchema.parse({
      ...designOf([...deciding, ...numbers]),
      copulas: [{ id: 'c', columns: ids, matrix }],
    });
    expect(found(design, 'too-many-laws').map(({ path }) => path)).toEqual([
      ['copulas', 0, 'matrix'],
    ]);
  });
});
