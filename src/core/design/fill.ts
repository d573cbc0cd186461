/**
 * How a column gets its value. One zod union is the type, the validator, the defaults and the JSON
 * Schema; parameter names follow Data Designer where it has the same sampler.
 */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';
import { codeLanguages } from './code-language.ts';
import type { DeepReadonly } from './deep-readonly.ts';
import {
  chatFill,
  listFill,
  objectFill,
  pickFill,
  postprocessFill,
  shotsFill,
} from './derived-fills.ts';
import { distributionSchema } from './distribution.ts';
import { samplerFills } from './fill-samplers.ts';

const identifier = z.string().min(1).max(limits.nameLength);
const text = z.string().max(limits.designLength);
const scalar = z.union([z.string().max(limits.cellBytes), z.number(), z.boolean()]);
const finite = z.number();

export const categoryValueSchema = z
  .object({
    value: scalar.meta({ description: 'What stands in the cell.' }),
    label: text.optional().meta({ description: 'A longer name; in templates {{ column.label }}.' }),
    description: text.optional().meta({
      description: 'Tells the model what the value means; in templates {{ column.description }}.',
    }),
    weight: finite.default(1).meta({ description: 'Relative share of the rows; 0 never occurs.' }),
  })
  .meta({ title: 'Attribute value' });

const categoryFill = z
  .object({
    kind: z.literal('category'),
    values: z.array(categoryValueSchema).meta({ description: 'The attribute table.' }),
  })
  .meta({ title: 'Category' });

const subcategoryFill = z
  .object({
    kind: z.literal('subcategory'),
    category: identifier.meta({ description: 'Id of the column that the values depend on.' }),
    values: z
      .record(z.string(), z.array(categoryValueSchema))
      .meta({ description: 'One attribute table for each value of the parent column.' }),
  })
  .meta({ title: 'Subcategory' });

const numberFill = z
  .object({
    kind: z.literal('number'),
    distribution: distributionSchema,
    decimalPlaces: z.int().min(0).max(12).optional(),
  })
  .meta({ title: 'Number' });

const booleanFill = z
  .object({ kind: z.literal('boolean'), probability: finite.default(0.5) })
  .meta({ title: 'Boolean', description: 'probability is the share of true.' });

const datetimeFill = z
  .object({
    kind: z.literal('datetime'),
    start: text.meta({ description: 'First moment, ISO 8601, UTC.' }),
    end: text.meta({ description: 'First moment after the range, ISO 8601, UTC.' }),
    unit: z.enum(['Y', 'M', 'D', 'h', 'm', 's']).default('D'),
  })
  .meta({ title: 'Date and time' });

const uuidFill = z
  .object({
    kind: z.literal('uuid'),
    prefix: text.optional(),
    shortForm: z.boolean().optional().meta({ description: 'Eight hexadecimal digits only.' }),
    uppercase: z.boolean().optional(),
  })
  .meta({ title: 'UUID' });

const sequenceFill = z
  .object({
    kind: z.literal('sequence'),
    start: finite.default(1),
    step: finite.default(1),
    prefix: text.optional(),
    padTo: z.int().min(0).max(20).optional().meta({ description: 'Digits, filled with zeros.' }),
  })
  .meta({ title: 'Sequence' });

const sourceFill = z
  .object({ kind: z.literal('source'), source: identifier, field: text })
  .meta({ title: 'Field of a source' });

/** The shape of one answer field; objects and lists of objects carry `fields`. */
export interface AnswerField {
  readonly name: string;
  readonly description?: string | undefined;
  readonly type:
    'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'datetime' | 'list' | 'object';
  readonly values?: readonly string[] | undefined;
  readonly fields?: readonly AnswerField[] | undefined;
}

const answerFieldSchema: z.ZodType<AnswerField> = z
  .object({
    name: identifier,
    description: text.optional(),
    type: z.enum(['text', 'integer', 'decimal', 'boolean', 'date', 'datetime', 'list', 'object']),
    values: z.array(text).optional(),
    fields: z.array(z.lazy(() => answerFieldSchema)).optional(),
  })
  .meta({ id: 'AnswerField', title: 'Answer field' });

const generatedFill = z
  .object({
    kind: z.literal('generated'),
    call: identifier.meta({ description: 'Id of the call that writes this column.' }),
    values: z.array(text).optional().meta({ description: 'The only values allowed.' }),
    fields: z
      .array(answerFieldSchema)
      .optional()
      .meta({ description: 'Fields of an object, or of each item of a list.' }),
    code: z.enum(codeLanguages).optional().meta({
      description:
        'The text is code in this language: taken out of its fence, and its syntax checked.',
    }),
    isCodeChecked: z.boolean().optional().meta({
      description: 'False: code is taken even where its syntax cannot be read.',
    }),
    repeats: z.enum(['allow', 'same', 'similar']).optional().meta({
      description:
        'What counts as a repeat of another row: nothing, the same letters, or a similar text. Absent: similar for long texts only.',
    }),
  })
  .meta({ title: 'Generated' });

export const noiseSchema = z.object({
  kind: z.enum(['gaussian', 'uniform']),
  amount: finite.meta({
    description: 'Gaussian: the standard deviation. Uniform: the largest deviation either way.',
  }),
  relative: z
    .boolean()
    .default(true)
    .meta({ description: 'True: amount is a share of the value (0.06 is 6 %).' }),
});

export const roundingSchema = z.object({
  decimalPlaces: z.int().min(0).max(12),
  ending: finite.optional().meta({
    description:
      'Added after rounding down to whole numbers, as .99 in a price. Needs decimalPlaces 2 for .99.',
  }),
});

const formulaFill = z
  .object({
    kind: z.literal('formula'),
    expression: text,
    noise: noiseSchema.optional(),
    rounding: roundingSchema.optional(),
  })
  .meta({ title: 'Formula' });

const templateFill = z
  .object({ kind: z.literal('template'), template: text })
  .meta({ title: 'Template' });

const sampledFills = [
  categoryFill,
  subcategoryFill,
  numberFill,
  booleanFill,
  datetimeFill,
  uuidFill,
  sequenceFill,
  ...samplerFills,
] as const;

/** What is drawn here, without a model and without looking at a source. */
export const sampledFillSchema = z.discriminatedUnion('kind', sampledFills);

export const fillSchema = z.discriminatedUnion('kind', [
  ...sampledFills,
  sourceFill,
  generatedFill,
  formulaFill,
  templateFill,
  listFill,
  objectFill,
  chatFill,
  postprocessFill,
  pickFill,
  shotsFill,
]);

export type SampledFill = DeepReadonly<z.infer<typeof sampledFillSchema>>;
export type Fill = DeepReadonly<z.infer<typeof fillSchema>>;
export type FillKind = Fill['kind'];
export type FillOf<Kind extends FillKind> = Extract<Fill, { kind: Kind }>;
export type CategoryValue = DeepReadonly<z.infer<typeof categoryValueSchema>>;
export type Noise = DeepReadonly<z.infer<typeof noiseSchema>>;
export type Rounding = DeepReadonly<z.infer<typeof roundingSchema>>;
