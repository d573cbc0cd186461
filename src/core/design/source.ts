/** Rows that the user brings: kept in the design, or read from a file that only the user can open. */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';

const identifier = z.string().min(1).max(limits.nameLength);
const text = z.string().max(limits.designLength);

const common = {
  id: identifier,
  name: identifier,
  order: z.enum(['sequence', 'shuffle']).default('sequence'),
  rows: z.array(z.record(z.string(), z.json())).default([]),
};

const inlineSource = z
  .object({ ...common, kind: z.literal('inline'), rows: z.array(z.record(z.string(), z.json())) })
  .meta({ title: 'Source' });

const fileSource = z
  .object({
    ...common,
    kind: z.literal('file'),
    path: text.meta({
      description: 'What the file is called. It is never opened by this name: you attach the file.',
    }),
    split: text.optional(),
    revision: text.optional(),
    fields: z.record(z.string(), z.string()).optional().meta({
      description: 'Old field name to new one; with it only these fields are kept.',
    }),
  })
  .meta({ title: 'Data file' });

const segmentsSchema = z
  .object({
    field: identifier.meta({ description: 'The field that holds one segment.' }),
    tokenizer: text.default('openai-community/gpt2'),
    length: z.int().min(1).default(2048).meta({ description: 'Tokens of one segment.' }),
    overlap: z.int().min(0).default(0).meta({ description: 'Tokens shared with the one before.' }),
    keepWhole: z.boolean().default(false),
  })
  .meta({ title: 'Segments' });

const documentSource = z
  .object({
    ...common,
    kind: z.literal('document'),
    path: text,
    field: identifier.meta({ description: 'The field that holds the text of a document.' }),
    segments: segmentsSchema.optional(),
  })
  .meta({ title: 'Documents' });

export const sourceSchema = z.discriminatedUnion('kind', [
  inlineSource,
  fileSource,
  documentSource,
]);
