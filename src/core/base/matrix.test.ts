import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choleskyOf, eigenOf, isCorrelationMatrix, nearestCorrelation } from './matrix.ts';

const impossible = [
  [1, 0.9, -0.9],
  [0.9, 1, 0.9],
  [-0.9, 0.9, 1],
];

describe('eigenOf', () => {
  it('finds the values of a known matrix', () => {
    const values = [
      ...eigenOf([
        [2, 1],
        [1, 2],
      ]).values,
    ].sort((one, other) => one - other);
    expect(values[0]).toBeCloseTo(1, 12);
    expect(values[1]).toBeCloseTo(3, 12);
  });
});

describe('nearestCorrelation', () => {
  it('leaves a matrix alone that numbers can have', () => {
    const matrix = [
      [1, 0.8],
      [0.8, 1],
    ];
    expect(nearestCorrelation(matrix)).toBe(matrix);
  });

  it('gives the published nearest matrix of Higham’s example', () => {
    const near = nearestCorrelation([
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ]);
    // Higham 2002, section 4: 0.7607 beside the diagonal and 0.1573 in the corner.
    expect(near[0]?.[1]).toBeCloseTo(0.7607, 4);
    expect(near[0]?.[2]).toBeCloseTo(0.1573, 4);
  });

  it('mends any symmetric matrix so that it has ones on its diagonal and a root', () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(entry, entry, entry), ([a, b, c]) => {
        const near = nearestCorrelation([
          [1, a, b],
          [a, 1, c],
          [b, c, 1],
        ]);
        expect(isCorrelationMatrix(near)).toBe(true);
        near.forEach((row, index) => expect(row[index]).toBe(1));
        const lower = choleskyOf(near);
        const product = lower.map((row) =>
          lower.map((other) => row.reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0)),
        );
        product.forEach((row, i) =>
          row.forEach((value, j) => expect(value).toBeCloseTo(near[i]?.[j] ?? 0, 6)),
        );
      }),
    );
  });

  it('knows what cannot be', () => {
    expect(isCorrelationMatrix(impossible)).toBe(false);
  });
});
