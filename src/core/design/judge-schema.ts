/** The shape of what `judge.ts` works with. */
import { limits } from '#core/base/limits.ts';
import { usualRewrites } from './judge.ts';
import { z } from './zod.ts';

const identifier = z.string().min(1).max(limits.nameLength);
const text = z.string().max(limits.designLength);

const judgeScoreSchema = z
  .object({
    name: identifier,
    description: text.default('').meta({ description: 'What is judged.' }),
    options: z
      .array(
        z.object({
          value: z.union([z.string().max(limits.nameLength), z.number()]),
          description: text.default('').meta({ description: 'When this option is right.' }),
        }),
      )
      .min(1)
      .meta({ description: 'The scores that can be given, worst first.' }),
    least: z.number().optional().meta({
      description: 'The least score that is good enough; only where all options are numbers.',
    }),
  })
  .meta({ title: 'Score' });

export const judgeOutput = z
  .object({
    kind: z.literal('judge'),
    shows: z.array(identifier).default([]).meta({
      description: 'Ids of the columns the judge is shown, besides those its messages name.',
    }),
    scores: z.array(judgeScoreSchema).min(1).max(20),
    rewrites: z.int().min(0).max(10).default(usualRewrites).meta({
      description: 'How often a row that scores too low is written again at most.',
    }),
    tries: z
      .int()
      .min(1)
      .max(limits.rows * 10)
      .optional()
      .meta({
        description:
          'Rows are written again until all score high enough, or until so many have been written in all, first times included. For the rows of the design; a run of fewer or more has them in proportion. Without it `rewrites` counts for each row.',
      }),
    whenLow: z.enum(['keep', 'drop']).default('keep').meta({
      description: 'What happens to a row that still scores too low: kept, or left out of exports.',
    }),
  })
  .meta({ title: 'Judge' });
