/** Changes of a correlation matrix that keep it square, symmetric and with ones on its diagonal. */
import type { Copula } from '#core/design/copula.ts';

/** The column at the end, not correlated with any other yet. */
export function withColumn(copula: Copula, columnId: string): Copula {
  const { columns, matrix } = copula;
  return {
    ...copula,
    columns: [...columns, columnId],
    matrix: [...matrix.map((row) => [...row, 0]), [...columns.map(() => 0), 1]],
  };
}

/** The last two columns stay: fewer have no correlation. */
export function withoutColumn(copula: Copula, columnId: string): Copula {
  const { columns, matrix } = copula;
  const place = columns.indexOf(columnId);
  if (place < 0 || columns.length <= 2) return copula;
  return {
    ...copula,
    columns: columns.toSpliced(place, 1),
    matrix: matrix.toSpliced(place, 1).map((row) => row.toSpliced(place, 1)),
  };
}

/** Both places of a pair get the correlation, held between −1 and 1. */
export function withCorrelation(
  copula: Copula,
  [one, other]: readonly [number, number],
  correlation: number,
): Copula {
  const value = Math.min(1, Math.max(-1, correlation));
  return {
    ...copula,
    matrix: copula.matrix.map((row, i) =>
      row.map((old, j) => ((i === one && j === other) || (i === other && j === one) ? value : old)),
    ),
  };
}
