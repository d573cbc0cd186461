import { describe, expect, it } from 'vitest';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { branchShares } from './branch-shares.ts';
import { histogramData } from './histogram-data.ts';
import { readColumns } from '#core/rows/row-reader.ts';
import { shareData } from './share-data.ts';

const uniform = (low: number, high: number) => ({
  kind: 'number',
  distribution: { kind: 'uniform', low, high },
});

function designWith(conditions: readonly (readonly [when: string, fill: object])[]): DatasetDesign {
  return designSchema.parse({
    version: 1,
    columns: [
      {
        id: 'kind',
        name: 'kind',
        fill: { kind: 'category', values: [{ value: 'a' }, { value: 'b' }] },
      },
      {
        id: 'size',
        name: 'size',
        type: 'decimal',
        fill: uniform(0, 10),
        conditionalParams: conditions.map(([when, fill]) => ({ when, fill })),
      },
    ],
  });
}

function sizeOf({ columns }: DatasetDesign): Column {
  const [, size] = columns;
  if (size === undefined) throw new Error('The design has two columns.');
  return size;
}

/** Three quarters of the rows are `a`, whose sizes lie evenly between 20 and 30; the others between 0 and 10. */
const count = 400;
const rows = readColumns({
  kind: Array.from({ length: count }, (_, row) => (row % 4 === 0 ? 'b' : 'a')),
  size: Array.from({ length: count }, (_, row) =>
    row % 4 === 0 ? (row / count) * 10 : 20 + (row / count) * 10,
  ),
});

describe('the law of a number whose parameters follow from conditions', () => {
  it('is the mixture of its laws by the rows that meet each condition', () => {
    const design = designWith([['kind == "a"', uniform(20, 30)]]);
    const { expected = [], gap, bins } = histogramData(rows, design, { columnId: 'size' });
    const borderOf = (bin: number): number => (bins?.start ?? 0) + bin * (bins?.binWidth ?? 0);
    const expectedIn = (low: number, high: number): number =>
      expected
        .filter((_, bin) => borderOf(bin) >= low && borderOf(bin) < high)
        .reduce((sum, value) => sum + value, 0);
    expect(expectedIn(20, 30)).toBeCloseTo(300, 0);
    expect(expectedIn(0, 10)).toBeCloseTo(100, 0);
    expect(expectedIn(11, 19)).toBe(0);
    expect(gap).toBeLessThan(0.02);
  });

  it('takes each row at the first condition that it meets', () => {
    const design = designWith([
      ['kind == "a"', uniform(20, 30)],
      ['true', uniform(1, 2)],
    ]);
    expect(branchShares(rows, design, sizeOf(design))).toEqual([0.75, 0.25, 0]);
  });

  it('gives the values of a table the targets that its conditions make', () => {
    const table = (one: number, other: number) => ({
      kind: 'category',
      values: [
        { value: 'x', weight: one },
        { value: 'y', weight: other },
      ],
    });
    const design = designSchema.parse({
      version: 1,
      columns: [
        designWith([]).columns[0],
        {
          id: 'tone',
          name: 'tone',
          fill: table(1, 1),
          conditionalParams: [{ when: 'kind == "a"', fill: table(1, 0) }],
        },
      ],
    });
    const tones = readColumns({
      kind: Array.from({ length: 100 }, (_, row) => (row % 4 === 0 ? 'b' : 'a')),
      tone: Array.from({ length: 100 }, (_, row) => (row % 8 === 0 ? 'y' : 'x')),
    });
    expect(shareData(tones, design, ['tone']).columns[0]?.entries).toEqual([
      { value: 'x', count: 87, target: 88 },
      { value: 'y', count: 13, target: 13 },
    ]);
  });

  it('is not drawn when a condition reads more than the values of a row', () => {
    const design = designWith([['kind.label == "a"', uniform(20, 30)]]);
    expect(histogramData(rows, design, { columnId: 'size' }).expected).toBeUndefined();
  });

  it('counts only rows that hold a value in all that is read', () => {
    const design = designWith([['kind == "a"', uniform(20, 30)]]);
    const open = readColumns({ kind: ['a', undefined, 'b', 'a'], size: [21, 22, 3, null] });
    expect(branchShares(open, design, sizeOf(design))).toEqual([0.5, 0.5]);
  });
});
