/** Joint rates over several attribute tables: combinations of values that make up a share of the rows, or none. */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';
import type { DeepReadonly } from './deep-readonly.ts';

const identifier = z.string().min(1).max(limits.nameLength);
const scalar = z.union([z.string().max(limits.cellBytes), z.number(), z.boolean()]);

export const combinationSchema = z
  .object({
    id: identifier,
    columns: z.array(identifier).meta({ description: 'Ids of category columns.' }),
    rows: z.array(
      z.object({
        values: z.array(scalar).meta({ description: 'One value for each of the columns.' }),
        rate: z.number().meta({
          description: 'Share of all rows, 0 to 1; 0 rules the combination out. The rest is drawn.',
        }),
      }),
    ),
  })
  .meta({ title: 'Combination' });

export type Combination = DeepReadonly<z.infer<typeof combinationSchema>>;
