/** Values of one attribute table, in its shares. */
import { failure, success } from '#core/base/result.ts';
import type { CreateDraw } from './sample-context.ts';
import { createShareSequence, sharesOf } from './share-sequence.ts';

export const createCategoryDraw: CreateDraw<'category'> = ({ values }, { columnRandom }) => {
  const shares = sharesOf(values.map(({ weight }) => weight));
  if (shares === undefined) return failure(unusableWeights);
  const sequence = createShareSequence(shares, columnRandom);
  return success((row) => values[sequence.at(row)]?.value ?? null);
};

export const unusableWeights =
  'The table has no usable weights. Give at least one value a weight above 0, and none below 0.';
