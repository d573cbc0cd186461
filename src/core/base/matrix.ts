/** Small symmetric matrices: eigenvalues, the Cholesky factor and the nearest correlation matrix, from basic operations and square roots. */

export type Matrix = readonly (readonly number[])[];

interface Eigen {
  readonly values: readonly number[];
  /** Column k belongs to value k. */
  readonly vectors: Matrix;
}

/** By cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5). `matrix` is symmetric. */
export function eigenOf(matrix: Matrix): Eigen {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = identity(size);
  for (let sweep = 0; sweep < 60 && offDiagonal(a) > 1e-26; sweep += 1)
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) rotate(a, vectors, { p, q });
  return { values: a.map((row, index) => row[index] ?? 0), vectors };
}

function rotate(
  a: number[][],
  vectors: number[][],
  { p, q }: { readonly p: number; readonly q: number },
): void {
  const apq = at(a, p, q);
  if (apq === 0) return;
  const theta = (at(a, q, q) - at(a, p, p)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (rows: number[][], first: Place, second: Place): void => {
    const [one, other] = [at(rows, ...first), at(rows, ...second)];
    set(rows, first, c * one - s * other);
    set(rows, second, s * one + c * other);
  };
  for (let k = 0; k < a.length; k += 1) turn(a, [k, p], [k, q]);
  for (let k = 0; k < a.length; k += 1) turn(a, [p, k], [q, k]);
  for (let k = 0; k < a.length; k += 1) turn(vectors, [k, p], [k, q]);
}

type Place = readonly [row: number, column: number];

function at(rows: Matrix, row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}

function set(rows: number[][], [row, column]: Place, value: number): void {
  const line = rows[row];
  if (line !== undefined) line[column] = value;
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => Number(row === column)),
  );
}

function offDiagonal(rows: Matrix): number {
  let sum = 0;
  for (let row = 0; row < rows.length; row += 1)
    for (let column = row + 1; column < rows.length; column += 1) sum += at(rows, row, column) ** 2;
  return sum;
}

/** Least eigenvalue kept: what is nearest to a matrix that cannot be lies on the edge of what can. */
const leastEigenvalue = 1e-8;

/** True when numbers can have these correlations: no eigenvalue below 0. The diagonal is 1. */
export function isCorrelationMatrix(matrix: Matrix): boolean {
  return Math.min(...eigenOf(matrix).values) >= -1e-9;
}

/**
 * The correlation matrix nearest to a symmetric one in the sum of squared differences: Higham's
 * alternating projections with Dykstra's correction (IMA Journal of Numerical Analysis 22, 2002).
 */
export function nearestCorrelation(matrix: Matrix): Matrix {
  if (Math.min(...eigenOf(matrix).values) >= leastEigenvalue) return matrix;
  let y: Matrix = matrix;
  let correction: Matrix = matrix.map((row) => row.map(() => 0));
  for (let step = 0; step < 200; step += 1) {
    const r = combine(y, correction, (one, other) => one - other);
    const x = positivePart(r);
    correction = combine(x, r, (one, other) => one - other);
    const next = x.map((row, i) => row.map((value, j) => (i === j ? 1 : value)));
    const change = Math.max(
      ...next.flatMap((row, i) => row.map((value, j) => Math.abs(value - at(y, i, j)))),
    );
    y = next;
    if (change < 1e-10) break;
  }
  return scaleToOnes(positivePart(y));
}

function combine(one: Matrix, other: Matrix, of: (a: number, b: number) => number): Matrix {
  return one.map((row, i) => row.map((value, j) => of(value, at(other, i, j))));
}

/** The matrix with its eigenvalues raised to at least `leastEigenvalue`. */
function positivePart(matrix: Matrix): Matrix {
  const { values, vectors } = eigenOf(matrix);
  return matrix.map((row, i) =>
    row.map((_, j) =>
      values.reduce(
        (sum, value, k) =>
          sum + Math.max(value, leastEigenvalue) * at(vectors, i, k) * at(vectors, j, k),
        0,
      ),
    ),
  );
}

function scaleToOnes(matrix: Matrix): Matrix {
  return matrix.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : value / Math.sqrt(at(matrix, i, i) * at(matrix, j, j)))),
  );
}

/** The lower triangle L with L · Lᵀ = `matrix`, which is positive definite up to rounding. */
export function choleskyOf(matrix: Matrix): Matrix {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = at(matrix, i, j);
      for (let k = 0; k < j; k += 1) sum -= at(lower, i, k) * at(lower, j, k);
      const pivot = at(lower, j, j);
      const value = i === j ? Math.sqrt(Math.max(0, sum)) : pivot === 0 ? 0 : sum / pivot;
      set(lower, [i, j], value);
    }
  return lower;
}
