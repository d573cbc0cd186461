// What SciPy 1.10 says of the same small columns, with ties and gaps: a second opinion on every measure of two columns.
import { describe, expect, it } from 'vitest';
import { columnSchema } from '#core/design/design-schema.ts';
import { declaredLaw } from './declared-law.ts';
import { gapToLaw, ksDistance } from './distance.ts';
import { cramersV, pearsonOf, spearmanOf } from './pair-statistics.ts';

const values = Float64Array.of(1.2, 3.4, 4.1, 4.1, 5, 5.6, 7.7, 9.3);

describe('pairs of columns', () => {
  const x = Float64Array.of(1, 2, NaN, 2, 3, 5, 8, 8, 13, 4);
  const y = Float64Array.of(2, 1, 7, 4, 4, 4, 9, 7, 20, NaN);

  it('correlate as scipy.stats.pearsonr and spearmanr say', () => {
    expect(pearsonOf(x, y)).toBeCloseTo(0.9356572887807837, 12);
    expect(spearmanOf(x, y)).toBeCloseTo(0.9136498769008705, 12);
  });

  it('go together as scipy.stats.contingency.association says', () => {
    const table = [
      [5, 1, 2],
      [0, 4, 1],
      [3, 3, 6],
    ];
    const cells = table.flatMap((counts, a) =>
      counts.flatMap((count, b) => Array.from({ length: count }, () => [a, b] as const)),
    );
    const coded = (side: 0 | 1) => ({
      codes: Int32Array.from(cells, (cell) => cell[side]),
      values: ['p', 'q', 'r'],
    });
    expect(cramersV(coded(0), coded(1))).toBeCloseTo(0.4499228328897696, 12);
  });
});

describe('distances', () => {
  it('are those of scipy.stats.ks_2samp', () => {
    expect(ksDistance(values, Float64Array.of(2, 4.1, 4.1, 6, 8, 8))).toBeCloseTo(0.25, 12);
  });

  it('to a law are those of scipy.stats.kstest', () => {
    const fill = { kind: 'number', distribution: { kind: 'gaussian', mean: 5, stddev: 2.5 } };
    const law = declaredLaw(columnSchema.parse({ id: 'n', name: 'n', type: 'decimal', fill }))!;
    expect(gapToLaw(values, law)).toBeCloseTo(0.1551651283022042, 9);
  });
});
