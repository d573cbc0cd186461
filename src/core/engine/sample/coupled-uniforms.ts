/**
 * The uniform numbers of columns that follow a correlation matrix: a Gaussian copula. Each column
 * keeps its own stream and its own law; the first column of a coupling keeps its very numbers.
 */
import { normalProbability, normalQuantile } from '#core/base/normal.ts';
import type { RandomStream } from '#core/base/random.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { inside } from '#core/design/law/law.ts';
import type { RowView } from '#core/engine/cell-draw.ts';
import { coupledTablesIn } from '#core/engine/plan/reads.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { balance, blockRows } from './balanced-errors.ts';
import { createCoupledWeights, type WeightsOf } from './coupled-weights.ts';

/** In [0, 1), for a row as `view` shows it, or as it is stored. */
export type Uniform = (row: number, view?: RowView) => number;

/**
 * Column id → its number for a row; only columns that are coupled. Rows are fastest in ascending order. `store`
 * is read where conditions decide the laws.
 */
export function createCoupledUniforms(
  design: DatasetDesign,
  { random, store }: { readonly random: RandomStream; readonly store: RowStore },
): ReadonlyMap<string, Uniform> {
  return new Map(
    coupledTablesIn(design).flatMap((found) => {
      const { coupling } = found;
      const weightsOf = createCoupledWeights(found, design, store);
      const streams = coupling.columnIds.map((id) => random.fork(id));
      return coupling.columnIds.map((id, index): readonly [string, Uniform] => {
        const [first] = streams;
        if (index === 0) return [id, (row) => first?.float(row, 0) ?? 0];
        return [id, mixedUniform(streams.slice(0, index + 1), weightsOf)];
      });
    }),
  );
}

/** The last of the streams, mixed with those before it. */
function mixedUniform(streams: readonly RandomStream[], weightsOf: WeightsOf): Uniform {
  let block = -1;
  let errors: readonly Float64Array[] = [];
  return (row, view) => {
    const wanted = Math.floor(row / blockRows);
    if (wanted !== block) errors = errorsOf(streams, wanted);
    block = wanted;
    const at = row - block * blockRows;
    const weights = weightsOf(row, view)[streams.length - 1] ?? [];
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
