/** The shape of what `verification.ts` works with. */
import { limits } from '#core/base/limits.ts';
import { z } from './zod.ts';

const identifier = z.string().min(1).max(limits.nameLength);

export const verificationSchema = z
  .object({
    text: identifier.meta({ description: 'Id of the column of this call that holds the text.' }),
    fields: z
      .array(identifier)
      .min(1)
      .meta({ description: 'Ids of the columns whose values the text must tell.' }),
    report: identifier.meta({
      description: 'Id of the column of this call that keeps what was read back; an object.',
    }),
    method: z.enum(['extract', 'mention']).default('extract').meta({
      description:
        'extract: a second request reads the fields back out of the text. mention: every value must stand in the text; no further request.',
    }),
    least: z.number().min(0).max(1).default(1).meta({
      description: 'The F1 below which a text is written again, 0 to 1.',
    }),
    refuseInvented: z.boolean().default(true).meta({
      description: 'Whether a text that tells more than it was given is written again.',
    }),
  })
  .meta({ title: 'Verification' });
