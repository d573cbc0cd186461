/**
 * The uniform numbers of columns that follow a correlation matrix: a Gaussian copula. Each column
 * keeps its own stream and its own law; the first column of a coupling keeps its very numbers.
 */
import { choleskyOf, nearestCorrelation, type Matrix } from '#core/base/matrix.ts';
import { normalProbability, normalQuantile } from '#core/base/normal.ts';
import type { RandomStream } from '#core/base/random.ts';
import { couplingsOf, type Coupling } from '#core/design/coupling.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import { inside } from '#core/design/law/law.ts';
import { balance, blockRows } from './balanced-errors.ts';
import { latentCorrelation, type Shape } from './latent-correlation.ts';
import { createNumberMap } from './number-map.ts';

export type Uniform = (row: number) => number;

/** Column id → its number in [0, 1) for a row; only columns that are coupled. Rows are fastest in ascending order. */
export function createCoupledUniforms(
  design: DatasetDesign,
  random: RandomStream,
): ReadonlyMap<string, Uniform> {
  return new Map(
    couplingsOf(design).flatMap((coupling) => {
      const lower = choleskyOf(latentMatrix(coupling, design));
      const streams = coupling.columnIds.map((id) => random.fork(id));
      return coupling.columnIds.map((id, index): readonly [string, Uniform] => {
        const [first] = streams;
        if (index === 0) return [id, (row) => first?.float(row, 0) ?? 0];
        return [id, mixedUniform(streams.slice(0, index + 1), lower[index] ?? [])];
      });
    }),
  );
}

/** The last of the streams, mixed with those before it. */
function mixedUniform(streams: readonly RandomStream[], weights: readonly number[]): Uniform {
  let block = -1;
  let errors: readonly Float64Array[] = [];
  return (row) => {
    const wanted = Math.floor(row / blockRows);
    if (wanted !== block) errors = errorsOf(streams, wanted);
    block = wanted;
    const at = row - block * blockRows;
    let sum = 0;
    for (let other = 0; other < errors.length; other += 1)
      sum += (weights[other] ?? 0) * (errors[other]?.[at] ?? 0);
    return Math.min(1 - 2 ** -53, normalProbability(sum));
  };
}

function errorsOf(streams: readonly RandomStream[], block: number): readonly Float64Array[] {
  const errors: Float64Array[] = [];
  for (const stream of streams) {
    const own = new Float64Array(blockRows);
    stream.fillFloats(block * blockRows, blockRows, own);
    errors.push(own.map((uniform) => normalQuantile(inside(uniform))));
    balance(errors);
  }
  return errors;
}

/** The correlations of the normal numbers behind, with which the columns themselves reach the wanted ones. */
function latentMatrix({ columnIds, matrix }: Coupling, design: DatasetDesign): Matrix {
  const shapes = columnIds.map((id) => shapeOf(id, design));
  const latent = matrix.map((row, i) =>
    row.map((wanted, j) => {
      // One triangle is computed, so that rounding cannot make the matrix lopsided.
      const [one, other] = [shapes[Math.min(i, j)], shapes[Math.max(i, j)]];
      if (i === j) return 1;
      return one === undefined || other === undefined
        ? wanted
        : latentCorrelation(wanted, one, other);
    }),
  );
  return nearestCorrelation(latent);
}

function shapeOf(columnId: string, design: DatasetDesign): Shape | undefined {
  const column = findColumn(design, columnId);
  if (column?.fill.kind !== 'number') return undefined;
  const map = createNumberMap(column.fill, column.type);
  return map.ok ? map.value.at : undefined;
}
