/** Values of several attributes that occur together in a share of the rows, and nowhere else. */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';
import type { DeepReadonly } from './deep-readonly.ts';

export const combinationSchema = z
  .object({
    values: z
      .record(z.string(), z.union([z.string().max(limits.cellBytes), z.number(), z.boolean()]))
      .meta({ description: 'Column id to value; two columns at least.' }),
    rate: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Share of the rows that have exactly these values; 0 rules them out.' }),
  })
  .meta({ title: 'Combination' });

export type Combination = DeepReadonly<z.infer<typeof combinationSchema>>;
