/** Values of one attribute table, in its shares. */
import type { JsonValue } from '#core/base/json.ts';
import { failure, success } from '#core/base/result.ts';
import { codesOf } from './codes-of.ts';
import type { CreateSampler } from './sample-context.ts';
import { createShareSequence, sharesOf } from './share-sequence.ts';

export const createCategorySampler: CreateSampler<'category'> = ({ values }, { columnRandom }) => {
  const shares = sharesOf(values.map(({ weight }) => weight));
  if (shares === undefined) return failure(unusableWeights);
  const sequence = createShareSequence(shares, columnRandom);
  const valueOf = (code: number): JsonValue => values[code]?.value ?? null;
  return success({
    draw: (row) => valueOf(sequence.at(row)),
    block: values.length <= mostCodes ? codesOf(sequence, valueOf) : undefined,
  });
};

/** As many as 16 bits number. */
const mostCodes = 65_536;

export const unusableWeights =
  'The table has no usable weights. Give at least one value a weight above 0, and none below 0.';
