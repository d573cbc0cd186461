/**
 * Laws of numbers under the names of Data Designer and, for `scipy`, with the parameter names of
 * scipy.stats. What each means is in `law/`; here is only the shape.
 */
import { z } from './zod.ts';
import type { DeepReadonly } from './deep-readonly.ts';
import { scipyNames } from './scipy-names.ts';

const finite = z.number();
const truncation = {
  low: finite.optional().meta({ description: 'Nothing below: the law is truncated, not clamped.' }),
  high: finite
    .optional()
    .meta({ description: 'Nothing above: the law is truncated, not clamped.' }),
};
const share = finite.meta({ description: 'A probability, 0 to 1.' });

const scipyLaw = {
  distName: z
    .string()
    .max(40)
    .meta({ description: `One of ${scipyNames.join(', ')}; others are kept but not drawn.` }),
  distParams: z
    .record(z.string(), finite)
    .meta({ description: 'Parameters under their scipy names, loc and scale included.' }),
};

export const distributionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('uniform'), low: finite, high: finite }).meta({ title: 'Uniform' }),
  z
    .object({ kind: z.literal('integer'), low: finite, high: finite })
    .meta({ title: 'Whole numbers, low and high included' }),
  z
    .object({ kind: z.literal('gaussian'), mean: finite, stddev: finite, ...truncation })
    .meta({ title: 'Normal' }),
  z
    .object({ kind: z.literal('bernoulli'), p: share })
    .meta({ title: '1 with probability p, or 0' }),
  z
    .object({ kind: z.literal('bernoulli_mixture'), p: share, ...scipyLaw })
    .meta({ title: 'A scipy law with probability p, or 0' }),
  z
    .object({ kind: z.literal('binomial'), n: finite, p: share })
    .meta({ title: 'Successes among n trials' }),
  z.object({ kind: z.literal('poisson'), mean: finite }).meta({ title: 'Poisson' }),
  z
    .object({ kind: z.literal('scipy'), ...scipyLaw, ...truncation })
    .meta({ title: 'A law of scipy.stats' }),
  z
    .object({
      kind: z.literal('steps'),
      edges: z.array(finite).min(2).meta({ description: 'Ascending; one more than weights.' }),
      weights: z
        .array(finite)
        .min(1)
        .meta({ description: 'Relative share of the numbers between two edges.' }),
    })
    .meta({ title: 'Steps' }),
  z
    .object({
      kind: z.literal('mixture'),
      parts: z
        .array(z.object({ weight: finite.default(1), mean: finite, stddev: finite }))
        .min(1)
        .meta({ description: 'Normal laws, each drawn in its relative share of the rows.' }),
      ...truncation,
    })
    .meta({ title: 'Mixture of normals' }),
]);

export type Distribution = DeepReadonly<z.infer<typeof distributionSchema>>;
export type DistributionOf<Kind extends Distribution['kind']> = Extract<
  Distribution,
  { kind: Kind }
>;
