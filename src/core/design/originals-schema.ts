/** The shape of what `originals.ts` works with. */
import { limits } from '#core/base/limits.ts';
import { z } from './zod.ts';

const identifier = z.string().min(1).max(limits.nameLength);

export const originalsSchema = z
  .object({
    source: identifier.meta({
      description: 'Id of the source whose rows are the first rows of the dataset.',
    }),
    fields: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: 'Column id to field of the source; these cells are never written.' }),
    shown: z.int().min(0).max(50).default(12).meta({
      description:
        'How many of the rows a request shows at most, chosen to cover what occurs; 0 sends the profile only.',
    }),
    exported: z
      .boolean()
      .default(true)
      .meta({ description: 'False: exports hold the new rows only.' }),
  })
  .meta({ title: 'Original rows' });
