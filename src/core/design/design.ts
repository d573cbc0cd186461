/**
 * The document: everything needed to make a dataset, except keys and rows. Readonly JSON, ordered,
 * nothing derived, no per-user state. Structural references hold column ids; templates and
 * expressions hold column names.
 */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';
import { conditionalParamsSchema } from './conditional-params.ts';
import { constraintSchema } from './constraint.ts';
import { copulaSchema } from './copula.ts';
import type { DeepReadonly } from './deep-readonly.ts';
import { fillSchema } from './fill.ts';

export const designVersion = 1;

const identifier = z.string().min(1).max(limits.nameLength);
const text = z.string().max(limits.designLength);
const finite = z.number();

export const columnTypes = [
  'text',
  'integer',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'list',
  'object',
] as const;

export type ColumnType = (typeof columnTypes)[number];

export const columnSchema = z
  .object({
    id: identifier,
    name: identifier.meta({ description: 'The field name in exports and in {{ templates }}.' }),
    description: text.default(''),
    type: z.enum(columnTypes).default('text'),
    unit: z
      .string()
      .max(24)
      .optional()
      .meta({ description: 'Shown beside the number, such as in, kg or USD.' }),
    fill: fillSchema,
    conditionalParams: conditionalParamsSchema,
    convertTo: z.string().max(80).optional().meta({
      description:
        'int, float or str; for moments a strftime format such as %d %B %Y. Applied after the draw.',
    }),
    nullRate: finite
      .min(0)
      .max(1)
      .default(0)
      .meta({ description: 'Share of rows left empty, 0 to 1.' }),
    drop: z
      .boolean()
      .default(false)
      .meta({ description: 'True: usable by other columns, left out of exports.' }),
    skip: text
      .optional()
      .meta({ description: 'Expression; rows for which it is true stay empty.' }),
  })
  .meta({ title: 'Column' });

export const modelAliasSchema = z
  .object({
    alias: identifier,
    provider: identifier
      .default('demo')
      .meta({ description: 'Id of a provider; demo needs no key.' }),
    model: text.default(''),
    endpoint: text.optional().meta({
      description: 'Base URL of a custom endpoint. Not used until you set it up in Model settings.',
    }),
    temperature: finite.min(0).max(2).optional(),
    topP: finite.min(0).max(1).optional(),
    maxTokens: z.int().min(1).optional(),
  })
  .meta({ title: 'Model alias' });

const messageSchema = z.object({
  role: z.enum(['system', 'user']),
  content: text.meta({
    description: 'A template. System messages see no row; user messages are rendered per row.',
  }),
});

const exampleSchema = z.object({
  facts: z.record(z.string(), z.json()).default({}),
  values: z.record(z.string(), z.json()),
});

export const callSchema = z
  .object({
    id: identifier,
    name: identifier,
    model: identifier.meta({ description: 'A model alias of this design.' }),
    rowsPerRequest: z.int().min(1).max(limits.rowsPerRequest).default(10),
    messages: z.array(messageSchema).default([]),
    examples: z.array(exampleSchema).default([]),
    output: z
      .discriminatedUnion('kind', [z.object({ kind: z.literal('fields') })])
      .default({ kind: 'fields' }),
    skip: text
      .optional()
      .meta({ description: 'Expression; rows for which it is true are not asked for.' }),
  })
  .meta({ title: 'Call' });

export const sourceSchema = z
  .object({
    id: identifier,
    name: identifier,
    kind: z.literal('inline'),
    order: z.enum(['sequence', 'shuffle']).default('sequence'),
    rows: z.array(z.record(z.string(), z.json())),
  })
  .meta({ title: 'Source' });

export const chartSchema = z
  .object({
    id: identifier,
    kind: z.literal('scatter'),
    title: text.optional(),
    x: identifier,
    y: identifier,
    by: identifier.optional(),
    fit: z.boolean().default(true),
  })
  .meta({ title: 'Chart' });

const varietySchema = z.object({
  avoidRecent: z.int().min(0).max(100).default(30).meta({
    description:
      'How many earlier rows the model is shown so that it does not repeat them; 0 turns it off.',
  }),
});

const outputSchema = z.object({
  format: z.enum(['csv', 'jsonl']).default('jsonl'),
  columns: z.array(identifier).optional().meta({
    description:
      'Ids of the exported columns in their order; all that are not dropped when absent.',
  }),
});

export const designSchema = z
  .object({
    version: z.literal(designVersion),
    name: z.string().max(limits.nameLength).default('Untitled design'),
    brief: text.default('').meta({ description: 'What is this dataset?' }),
    instructions: text.default('').meta({ description: 'Told to the model with every request.' }),
    dialect: z.enum(['jinja']).default('jinja'),
    seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
    rows: z.int().min(0).max(limits.rows).default(100),
    models: z.array(modelAliasSchema).default([]),
    sources: z.array(sourceSchema).default([]),
    columns: z.array(columnSchema).max(limits.columns).default([]),
    copulas: z.array(copulaSchema).default([]),
    calls: z.array(callSchema).default([]),
    constraints: z.array(constraintSchema).max(limits.constraints).default([]),
    variety: varietySchema.default({ avoidRecent: 30 }),
    charts: z.array(chartSchema).default([]),
    output: outputSchema.default({ format: 'jsonl' }),
  })
  .meta({ title: 'Rowsmith design' });

export type DatasetDesign = DeepReadonly<z.infer<typeof designSchema>>;
export type Column = DatasetDesign['columns'][number];
export type Call = DatasetDesign['calls'][number];
export type ModelAlias = DatasetDesign['models'][number];
export type Source = DatasetDesign['sources'][number];
export type Chart = DatasetDesign['charts'][number];
export type Message = Call['messages'][number];
export type Example = Call['examples'][number];

export function findColumn(design: DatasetDesign, id: string): Column | undefined {
  return design.columns.find((column) => column.id === id);
}
