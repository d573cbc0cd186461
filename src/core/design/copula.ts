/** Correlation between columns that are drawn on their own: each keeps its law, together they follow a matrix. */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';
import type { DeepReadonly } from './deep-readonly.ts';

export const copulaSchema = z
  .object({
    id: z.string().min(1).max(limits.nameLength),
    columns: z
      .array(z.string().min(1).max(limits.nameLength))
      .max(limits.copulaColumns)
      .meta({ description: 'Ids of number columns.' }),
    matrix: z.array(z.array(z.number())).meta({
      description:
        'Wanted Pearson correlation between each two of the columns, in their order; 1 on the diagonal.',
    }),
  })
  .meta({ title: 'Correlated numbers' });

export type Copula = DeepReadonly<z.infer<typeof copulaSchema>>;
