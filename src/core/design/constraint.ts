/** A rule for one row or for the whole set. The same object is prompt text, check and chart. */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';
import type { DeepReadonly } from './deep-readonly.ts';
import { noiseSchema } from './fill.ts';

const column = z.string().min(1).max(limits.nameLength).meta({ description: 'Id of a column.' });
const finite = z.number();
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const common = {
  id: z.string().min(1).max(limits.nameLength),
  severity: z.enum(['must', 'should']).default('must').meta({
    description: 'must: a row that breaks it is asked for again. should: it is only reported.',
  }),
  sentence: z
    .string()
    .max(limits.designLength)
    .optional()
    .meta({ description: 'How the model is told; written from the rule when absent.' }),
  onFailure: z.enum(['mark', 'retry', 'drop']).optional().meta({
    description:
      'What happens to a row that breaks it: marked, asked for again, or left out of exports. By default must is retry, should is mark.',
  }),
  inPrompt: z.boolean().default(true),
  chart: z.boolean().default(true),
};

export const constraintSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('expression'),
      ...common,
      expression: z.string().max(limits.designLength),
    })
    .meta({ title: 'Expression' }),
  z
    .object({
      kind: z.literal('range'),
      ...common,
      column,
      low: finite.optional(),
      high: finite.optional(),
    })
    .meta({ title: 'Range' }),
  z
    .object({
      kind: z.literal('pattern'),
      ...common,
      column,
      pattern: z.string().max(limits.designLength),
    })
    .meta({
      title: 'Pattern',
      description: 'A regular expression (RE2 syntax) that the whole text matches.',
    }),
  z
    .object({
      kind: z.literal('length'),
      ...common,
      column,
      unit: z.enum(['words', 'characters']).default('words'),
      low: z.int().min(0).optional(),
      high: z.int().min(0).optional(),
    })
    .meta({ title: 'Length' }),
  z
    .object({ kind: z.literal('unique'), ...common, columns: z.array(column).min(1) })
    .meta({ title: 'Unique' }),
  z
    .object({
      kind: z.literal('correlation'),
      ...common,
      x: column,
      y: column,
      by: column.optional(),
      low: finite.optional(),
      high: finite.optional(),
    })
    .meta({
      title: 'Correlation',
      description: 'Pearson r between low and high, within each group of by.',
    }),
  z
    .object({
      kind: z.literal('linear'),
      ...common,
      x: column,
      y: column,
      by: column.optional(),
      minR: finite.default(0.9),
      law: z
        .object({
          slope: finite,
          intercept: finite,
          noise: noiseSchema.optional(),
          factors: z
            .array(z.object({ value: scalar, factor: finite }))
            .max(1_000)
            .default([])
            .meta({
              description:
                'What the line is multiplied by in a group of by; 1 where it is not named.',
            }),
        })
        .optional()
        .meta({
          title: 'Line',
          description: 'y = (slope · x + intercept) · factor of the group, give or take the noise.',
        }),
    })
    .meta({
      title: 'Linear law',
      description: 'y follows a line over x within each group of by; |r| at least minR.',
    }),
  z
    .object({
      kind: z.literal('ratio'),
      ...common,
      column,
      by: column.meta({ description: 'Id of the column that makes the groups.' }),
      of: scalar.meta({ description: 'Group whose mean is divided.' }),
      to: scalar.meta({ description: 'Group whose mean it is divided by.' }),
      at: column
        .optional()
        .meta({ description: 'Compared at equal values of this numeric column.' }),
      within: finite
        .optional()
        .meta({ description: 'Width of a bin of at; values in one bin count as equal.' }),
      low: finite,
      high: finite,
    })
    .meta({ title: 'Ratio between groups' }),
  z
    .object({
      kind: z.literal('share'),
      ...common,
      column,
      value: scalar,
      share: finite.meta({ description: 'Target share, 0 to 1.' }),
      tolerance: finite.default(0.02),
    })
    .meta({ title: 'Share' }),
  z
    .object({
      kind: z.literal('monotone'),
      ...common,
      x: column,
      y: column,
      by: column.optional(),
      direction: z.enum(['increasing', 'decreasing']).default('increasing'),
      minRho: finite.default(0.9).meta({ description: 'Least Spearman rho in that direction.' }),
    })
    .meta({ title: 'Monotone' }),
]);

export type Constraint = DeepReadonly<z.infer<typeof constraintSchema>>;
export type ConstraintKind = Constraint['kind'];
export type ConstraintOf<Kind extends ConstraintKind> = Extract<Constraint, { kind: Kind }>;
