/** Other parameters in some rows: an ordered table of conditions, of which the first that is true decides. */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';
import type { DeepReadonly } from './deep-readonly.ts';
import { sampledFillSchema } from './fill.ts';

const conditionalRowSchema = z
  .object({
    when: z.string().max(limits.designLength).meta({
      description: 'Expression over other columns, such as type == "OLED".',
    }),
    fill: sampledFillSchema,
  })
  .meta({ title: 'Other parameters for some rows' });

/** Of a sampled column; its own fill is for the rows that meet no condition. */
export const conditionalParamsSchema = z.array(conditionalRowSchema).optional();

export type ConditionalRow = DeepReadonly<z.infer<typeof conditionalRowSchema>>;
