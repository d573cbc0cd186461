/** True in a given share of the rows. */
import { failure, success } from '#core/base/result.ts';
import { codesOf } from './codes-of.ts';
import type { CreateSampler } from './sample-context.ts';
import { createShareSequence, sharesOf } from './share-sequence.ts';

export const createBooleanSampler: CreateSampler<'boolean'> = (
  { probability },
  { columnRandom },
) => {
  const shares = sharesOf([probability, 1 - probability]);
  if (shares === undefined)
    return failure('The probability is not between 0 and 1. Choose one in that range.');
  const sequence = createShareSequence(shares, columnRandom);
  return success({
    draw: (row) => sequence.at(row) === 0,
    block: codesOf(sequence, (code) => code === 0),
  });
};
