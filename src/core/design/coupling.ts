/**
 * Which columns are drawn together so that they follow a correlation: the copulas of the document and
 * those that its must-rules about two sampled numbers ask for.
 */
import { isCorrelationMatrix, nearestCorrelation, type Matrix } from '#core/base/matrix.ts';
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Copula } from './copula.ts';
import { findColumn, type DatasetDesign } from './design.ts';
import { impliedMatrices, isCoupled } from './implied-matrices.ts';

export interface Coupling {
  /** Names the stream of chance; the same for the same columns. */
  readonly id: string;
  readonly columnIds: readonly string[];
  /** Where the document asks for it. */
  readonly path: JsonPath;
  /** Wanted Pearson correlations, repaired to what numbers can have. */
  readonly matrix: Matrix;
}

/** Columns are in one coupling at most: the first that names them. Copulas with a broken shape are left out. */
export function couplingsOf(design: DatasetDesign): readonly Coupling[] {
  const taken = new Set<string>();
  const couplings: Coupling[] = [];
  const candidates = [...design.copulas.map(copulaCoupling), ...impliedCouplings(design)];
  for (const candidate of candidates) {
    if (candidate === undefined || candidate.columnIds.some((id) => taken.has(id))) continue;
    if (!candidate.columnIds.every((id) => isCoupled(findColumn(design, id)))) continue;
    for (const id of candidate.columnIds) taken.add(id);
    couplings.push(candidate);
  }
  return couplings;
}

/** True when the matrix is square, symmetric, between −1 and 1, with ones on its diagonal. */
export function hasMatrixShape({ columns, matrix }: Copula): boolean {
  return (
    columns.length >= 2 &&
    new Set(columns).size === columns.length &&
    matrix.length === columns.length &&
    matrix.every(
      (row, i) =>
        row.length === columns.length &&
        row.every((value, j) =>
          i === j ? value === 1 : Math.abs(value) <= 1 && value === matrix[j]?.[i],
        ),
    )
  );
}

function copulaCoupling(copula: Copula, index: number): Coupling | undefined {
  if (!hasMatrixShape(copula)) return undefined;
  const { matrix } = copula;
  return {
    id: copula.id,
    columnIds: copula.columns,
    path: ['copulas', index, 'matrix'],
    matrix: isCorrelationMatrix(matrix) ? matrix : nearestCorrelation(matrix),
  };
}

function impliedCouplings(design: DatasetDesign): readonly Coupling[] {
  return impliedMatrices(design).map(({ columnIds, matrix, rules }) => ({
    id: `rules ${columnIds.join(' ')}`,
    columnIds,
    path: ['constraints', rules[0] ?? 0],
    matrix: nearestCorrelation(matrix),
  }));
}
