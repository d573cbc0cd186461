import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { withTrial } from './check-trial.ts';

function number(name: string, [low, high]: readonly [number, number], more: object = {}): object {
  const fill = { kind: 'number', distribution: { kind: 'uniform', low, high } };
  return { id: name, name, type: 'decimal', fill, ...more };
}

const panel = {
  ...{ id: 'panel', name: 'panel', type: 'text' },
  fill: {
    kind: 'category',
    values: ['OLED', 'QLED'].map((value) => ({ value, weight: 1 })),
  },
};

function formula(name: string, expression: string, more: object = {}): object {
  return { id: name, name, type: 'decimal', fill: { kind: 'formula', expression, ...more } };
}

function designOf(
  columns: readonly object[],
  rules: readonly object[],
  more: object = {},
): DatasetDesign {
  const constraints = rules.map((rule, index) => ({ id: `r${index}`, ...rule }));
  return designSchema.parse({ version: 1, rows: 1_000, columns, constraints, ...more });
}

function tried(design: DatasetDesign): readonly (readonly [place: unknown, message: string])[] {
  return withTrial(design, checkDesign(design))
    .filter(({ code }) => code === 'laws-break-rule')
    .map(({ path, message }) => [path[1], message]);
}

const ratio = { kind: 'ratio', column: 'price', by: 'panel', of: 'QLED', to: 'OLED' };
const noise = { kind: 'gaussian', amount: 0.05, relative: true };
const priced = formula('price', "size * (1.1 if panel == 'QLED' else 1)", { noise });
const size = number('size', [32, 85]);

describe('a trial of the laws', () => {
  it('names a ratio that the law of a formula does not give, and by how much', () => {
    const [found] = tried(designOf([panel, size, priced], [{ ...ratio, low: 2, high: 3 }]));
    expect(found?.[0]).toBe(0);
    expect(found?.[1]).toMatch(/^price and panel are drawn .*: 1\.\d\d × in 300 sampled rows\./);
  });

  it('names a ratio that a conditional table does not give', () => {
    const fill = { kind: 'number', distribution: { kind: 'uniform', low: 110, high: 120 } };
    const conditionalParams = [{ when: "panel == 'QLED'", fill }];
    const price = number('price', [100, 110], { conditionalParams });
    const of = (low: number) => tried(designOf([panel, price], [{ ...ratio, low, high: 3 }]));
    expect(of(2)).toHaveLength(1);
    expect(of(1.05)).toEqual([]);
  });

  it.for([
    [{ ...ratio, low: 1, high: 1.3 }, 0],
    [{ kind: 'monotone', x: 'size', y: 'price', minRho: 0.9 }, 0],
    [{ kind: 'monotone', x: 'size', y: 'price', direction: 'decreasing' }, 1],
    [{ kind: 'linear', x: 'size', y: 'price', by: 'panel', minR: 0.9 }, 0],
    [{ kind: 'correlation', x: 'size', y: 'price', low: -0.5, high: 0.5 }, 1],
    [{ kind: 'range', column: 'price', low: 0, high: 50 }, 1],
    [{ kind: 'expression', expression: 'price > 2 * size' }, 1],
    [{ kind: 'expression', expression: 'price > size / 2' }, 0],
    [{ kind: 'share', column: 'panel', value: 'OLED', share: 0.5, tolerance: 0.1 }, 0],
    [{ kind: 'length', column: 'panel', unit: 'characters', low: 5 }, 1],
  ] as const)('says of %o how many findings there are', ([rule, count]) => {
    expect(tried(designOf([panel, size, priced], [rule]))).toHaveLength(count);
  });

  it('says nothing of rules that are only reported, and of what is named already', () => {
    const rule = { ...ratio, low: 2, high: 3, severity: 'should' };
    expect(tried(designOf([panel, size, priced], [rule]))).toEqual([]);
    const unheld = [{ kind: 'expression', expression: "a ~ 'x' == '1x'" }];
    const design = designOf([number('a', [0, 10])], unheld);
    expect(checkDesign(design)).toHaveLength(1);
    expect(withTrial(design, checkDesign(design))).toHaveLength(1);
  });

  it('leaves alone what a run draws otherwise than by laws', () => {
    const columns = [number('a', [0, 10]), number('b', [0, 10])];
    const rule = { kind: 'correlation', x: 'a', y: 'b', low: 0.8, high: 0.9 };
    expect(tried(designOf(columns, [rule]))).toEqual([]);
    const monotone = { kind: 'monotone', x: 'a', y: 'b', minRho: 0.9 };
    const bound = { kind: 'expression', expression: 'a < b' };
    expect(tried(designOf(columns, [monotone, bound])).map(([place]) => place)).not.toContain(1);
    const call = { id: 'w', name: 'w', model: 'm', messages: [{ role: 'user', content: 'x' }] };
    const written = { id: 'b', name: 'b', type: 'decimal', fill: { kind: 'generated', call: 'w' } };
    const design = designOf([columns[0] ?? {}, written], [monotone], { calls: [call] });
    expect(tried(design)).toEqual([]);
  });
});
