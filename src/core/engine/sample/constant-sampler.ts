/** One value in every row. */
import { success } from '#core/base/result.ts';
import type { CreateSampler } from './sample-context.ts';

export const createConstantSampler: CreateSampler<'constant'> = ({ value }) =>
  success({
    draw: () => value,
    block: {
      kind: 'codes',
      valueOf: () => value,
      fill(_start, count, out) {
        out.fill(0, 0, count);
        return true;
      },
    },
  });
