/** Shapes of fills that are drawn here and need no model, besides tables and numbers. */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';

const identifier = z.string().min(1).max(limits.nameLength);
const text = z.string().max(limits.designLength);
const finite = z.number();
const scalar = z.union([z.string().max(limits.cellBytes), z.number(), z.boolean()]);
const locale = z.string().max(20).default('en_US').meta({ description: 'Such as en_GB or de.' });

const timedelta = z
  .object({
    kind: z.literal('timedelta'),
    reference: identifier.meta({ description: 'Id of the column with the moment to count from.' }),
    dtMin: finite.meta({ description: 'Least distance in units, negative for before.' }),
    dtMax: finite.meta({ description: 'First distance that is too far.' }),
    unit: z.enum(['D', 'h', 'm', 's']).default('D'),
  })
  .meta({ title: 'Time before or after' });

const person = z
  .object({
    kind: z.literal('person'),
    locale,
    sex: z.enum(['Male', 'Female']).optional(),
    city: z.array(z.string().max(limits.nameLength)).optional(),
    ageRange: z.array(z.int()).min(2).max(2).default([18, 114]).meta({
      description: 'Least and greatest age in years, both included.',
    }),
  })
  .meta({
    title: 'Person',
    description:
      'An object with name, email, city, age and more; in templates {{ column.first_name }}.',
  });

const faker = z
  .object({
    kind: z.literal('faker'),
    method: z.string().max(80).meta({ description: 'Such as company.name.' }),
    locale,
  })
  .meta({ title: 'Faker' });

const pattern = z
  .object({
    kind: z.literal('pattern'),
    pattern: text.meta({
      description: 'A regular expression (RE2 syntax) that each text matches.',
    }),
  })
  .meta({ title: 'Pattern' });

const constant = z
  .object({ kind: z.literal('constant'), value: scalar })
  .meta({ title: 'Constant' });

const texts = z
  .object({
    kind: z.literal('texts'),
    lists: z
      .array(z.array(text))
      .meta({ description: 'A sentence takes one piece from each list, in order.' }),
    low: z.int().min(1).max(100).default(1).meta({ description: 'Fewest sentences.' }),
    high: z.int().min(1).max(100).default(1).meta({ description: 'Most sentences.' }),
  })
  .meta({ title: 'Sentences from lists' });

const series = z
  .object({
    kind: z.literal('series'),
    level: finite.default(0).meta({ description: 'Value at the start.' }),
    trend: finite.default(0).meta({ description: 'Added with every row.' }),
    season: z
      .object({
        period: finite.meta({ description: 'Rows from one peak to the next.' }),
        amplitude: finite,
        phase: finite.default(0).meta({ description: 'Rows by which the wave comes earlier.' }),
      })
      .optional(),
    noise: finite.default(0).meta({ description: 'Standard deviation.' }),
    by: identifier
      .optional()
      .meta({ description: 'Id of a column; each of its values counts its own rows.' }),
    decimalPlaces: z.int().min(0).max(12).optional(),
  })
  .meta({ title: 'Time series' });

export const samplerFills = [timedelta, person, faker, pattern, constant, texts, series] as const;
