/**
 * The shape of the document: one zod schema is the type, the validator, the defaults and the JSON
 * Schema of the code editor.
 */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';
import { chartSchema } from './chart.ts';
import { combinationSchema } from './combination.ts';
import { conditionalParamsSchema } from './conditional-params.ts';
import { constraintSchema } from './constraint.ts';
import { conversationOutput, environmentSchema } from './conversation.ts';
import { copulaSchema } from './copula.ts';
import { columnTypes, designVersion } from './design.ts';
import { chatRoles } from './derived-fills.ts';
import { fillSchema } from './fill.ts';
import { judgeOutput } from './judge-schema.ts';
import { originalsSchema } from './originals-schema.ts';
import { sourceSchema } from './source.ts';
import { verificationSchema } from './verification-schema.ts';

const identifier = z.string().min(1).max(limits.nameLength);
const text = z.string().max(limits.designLength);
const finite = z.number();

export const columnSchema = z
  .object({
    id: identifier,
    name: identifier.meta({ description: 'The field name in exports and in {{ templates }}.' }),
    label: text.optional().meta({ description: 'A longer name for people and prompts.' }),
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

const paceSchema = z.object({
  concurrency: z.int().min(1).optional(),
  requestsPerMinute: z.int().min(1).optional(),
  inputTokensPerMinute: z.int().min(1).optional(),
  outputTokensPerMinute: z.int().min(1).optional(),
  maxRetries: z.int().min(0).optional(),
});

const deliverySchema = z.enum(['json-schema', 'json', 'text-json', 'csv']);

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
    delivery: deliverySchema.optional().meta({
      description: 'How rows are asked for; without it, the strictest way the provider offers.',
    }),
    parameters: z.record(z.string(), z.json()).optional().meta({
      description:
        'Further parameters of the provider, passed on as they are, such as {"seed": 7}. Never a key.',
    }),
    pace: paceSchema.optional().meta({
      description: 'How fast this design would like to ask; what you set up yourself comes first.',
    }),
  })
  .meta({ title: 'Model alias' });

const messageSchema = z.object({
  role: z.enum(chatRoles),
  content: text.meta({
    description:
      'A template. A call for fields has system messages, which see no row, and user messages; a call for a text renders all of them per row.',
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
    examplesPerRequest: z.int().min(1).max(20).optional().meta({
      description:
        'How many of the examples one request shows, chosen anew for each by the seed; 4 when absent.',
    }),
    delivery: deliverySchema.optional().meta({
      description: 'How rows are asked for in this call; as the model alias says when absent.',
    }),
    plan: identifier.optional().meta({
      description:
        'Id of a generated column that holds one line for each row: what the row is to be about, written first.',
    }),
    output: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('fields') }),
        z.object({ kind: z.literal('text') }),
        conversationOutput,
        judgeOutput,
      ])
      .default({ kind: 'fields' }),
    skip: text
      .optional()
      .meta({ description: 'Expression; rows for which it is true are not asked for.' }),
    verify: verificationSchema.optional().meta({
      description: 'Reads a written text back, and has it written again where it fails.',
    }),
  })
  .meta({ title: 'Call' });

const varietySchema = z.object({
  avoidRecent: z.int().min(0).max(100).default(100).meta({
    description:
      'How many earlier rows the model is shown at most so that it does not repeat them; 0 turns it off.',
  }),
  avoidTokens: z.int().min(0).max(4_000).optional().meta({
    description: 'How long that list may be, in tokens; 600 when absent.',
  }),
  similarity: finite.min(0.3).max(1).optional().meta({
    description:
      'From which likeness on two long texts are near repeats, 0.3 to 1; 0.6 when absent.',
  }),
  askAgain: z.int().min(0).max(4).optional().meta({
    description:
      'How often a row that repeats another is asked for again before it is kept; 2 when absent, 0 turns it off.',
  }),
});

const originSchema = z.object({
  format: z.enum(['oumi-yaml', 'data-designer']),
  text: text.meta({
    description: 'The file this design came from: its comments and the settings not used here.',
  }),
});

const environmentsFileSchema = z.object({
  path: text.meta({ description: 'A name only: nothing is opened by it.' }),
  text: text.optional().meta({ description: 'What the file says; absent until it is given.' }),
});

const outputSchema = z.object({
  format: z.enum(['csv', 'jsonl', 'json', 'tsv', 'parquet', 'sql', 'xml']).default('jsonl'),
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
    dialect: z
      .enum(['jinja', 'oumi'])
      .default('jinja')
      .meta({ description: 'How templates are written: {{ name }}, or {name} as in Oumi.' }),
    seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
    rows: z.int().min(0).max(limits.rows).default(100),
    models: z.array(modelAliasSchema).default([]),
    sources: z.array(sourceSchema).default([]),
    columns: z.array(columnSchema).max(limits.columns).default([]),
    originals: originalsSchema.optional().meta({
      description: 'Rows of a source that the dataset begins with and continues.',
    }),
    combinations: z.array(combinationSchema).optional().meta({
      description: 'Values that occur together in a share of the rows.',
    }),
    copulas: z.array(copulaSchema).default([]),
    calls: z.array(callSchema).default([]),
    environments: z.array(environmentSchema).optional().meta({
      description: 'Where the tools of conversations live.',
    }),
    environmentsFile: environmentsFileSchema.optional().meta({
      description: 'The file of its own that the environments come from.',
    }),
    constraints: z.array(constraintSchema).max(limits.constraints).default([]),
    variety: varietySchema.default({ avoidRecent: 100 }),
    charts: z.array(chartSchema).default([]),
    output: outputSchema.default({ format: 'jsonl' }),
    origin: originSchema.optional(),
  })
  .meta({ title: 'Rowsmith design' });
