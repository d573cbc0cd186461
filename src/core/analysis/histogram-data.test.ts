import { describe, expect, it } from 'vitest';
import { designSchema } from '#core/design/design-schema.ts';
import { readColumns } from '#core/rows/row-reader.ts';
import { histogramData } from './histogram-data.ts';

function drawn(fill: object, values: readonly number[]) {
  const column = { id: 'n', name: 'n', type: 'integer', fill: { kind: 'number', ...fill } };
  const design = designSchema.parse({ version: 1, columns: [column] });
  return histogramData(readColumns({ n: values }), design, { columnId: 'n' });
}

describe('histogramData', () => {
  it('expects whole numbers in the bins that begin with them', () => {
    const values = [0, 1, 1, 2, 2, 3, 3, 4, 5, 6];
    const { bins, expected } = drawn({ distribution: { kind: 'poisson', mean: 3 } }, values);
    expect(bins).toMatchObject({ start: 0, binWidth: 1 });
    // 10 · e^−3 · 3^k / k!
    const shares = [0.498, 1.494, 2.24, 2.24, 1.68, 1.008, 0.504];
    expect(expected!.map((count) => Number(count.toFixed(3)))).toEqual(shares);
  });

  it('expects each side of a die alike, and sees no gap when they come alike', () => {
    const die = { distribution: { kind: 'uniform', low: 1, high: 6 } };
    const { expected, gap } = drawn(die, [1, 2, 3, 4, 5, 6]);
    for (const count of expected!) expect(count).toBeCloseTo(1, 9);
    expect(gap).toBeCloseTo(0, 12);
  });

  it('sees that all rows stand at the end of their law', () => {
    const die = { distribution: { kind: 'uniform', low: 1, high: 6 } };
    expect(drawn(die, [6, 6, 6]).gap).toBeCloseTo(5 / 6, 12);
  });
});
