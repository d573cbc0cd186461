/**
 * A call that plays whole conversations: who speaks, how long, after which plan and with which tools;
 * and the environments that those tools live in.
 */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';
import type { DeepReadonly } from './deep-readonly.ts';

const identifier = z.string().min(1).max(limits.nameLength);
const text = z.string().max(limits.designLength);

export const conversationOutput = z
  .object({
    kind: z.literal('conversation'),
    minRounds: z.int().min(1).max(100).meta({ description: 'A round is a question and a reply.' }),
    maxRounds: z.int().min(1).max(100),
    personas: z
      .object({
        user: text,
        assistant: text,
        system: text.optional(),
        tool: text.optional(),
      })
      .meta({ description: 'Who each side is, as templates. Only user and assistant speak.' }),
    planner: text.optional().meta({ description: 'What the plan has to keep in mind.' }),
    systemPrompt: text.optional().meta({
      description: 'The system message of the finished conversation, as a template.',
    }),
    planColumn: identifier.optional().meta({
      description: 'Id of the column of this call that keeps the plan.',
    }),
    environments: z.array(text).default([]),
    tools: z.array(text).default([]),
    maxToolRounds: z.int().default(50),
  })
  .meta({ title: 'Conversation' });

export type ConversationOutput = DeepReadonly<z.infer<typeof conversationOutput>>;

const toolSchema = z
  .object({
    id: identifier,
    name: identifier,
    description: text,
    parameters: z.record(z.string(), z.json()).default({ type: 'object' }).meta({
      description: 'JSON Schema of the arguments.',
    }),
    outputSchema: z.record(z.string(), z.json()).optional(),
  })
  .meta({ title: 'Tool' });

const groundingSchema = z.object({
  sampleSize: z.int().min(1).default(3),
  seed: z.int().optional(),
  tools: z.record(z.string(), z.array(text)).default({}).meta({
    description: 'Tool id to the fields of its table that the plan is told.',
  }),
});

const commonEnvironment = {
  id: identifier,
  name: text.optional(),
  description: text.optional(),
  tools: z.array(toolSchema).default([]),
  grounding: groundingSchema.optional(),
};

const deterministicEnvironment = z
  .object({
    ...commonEnvironment,
    kind: z.literal('deterministic'),
    lookup: z
      .record(
        z.string(),
        z.array(z.object({ input: z.record(z.string(), z.json()), output: z.json() })),
      )
      .default({})
      .meta({ description: 'Tool id to the answers it knows.' }),
  })
  .meta({ title: 'Tools with a table of answers' });

const syntheticEnvironment = z
  .object({
    ...commonEnvironment,
    kind: z.literal('synthetic'),
    persona: text.meta({ description: 'What the model has to be when it answers as a tool.' }),
    isCached: z.boolean().default(true).meta({
      description: 'Equal arguments get the answer that was given first.',
    }),
  })
  .meta({ title: 'Tools that a model plays' });

const foreignEnvironment = z
  .object({
    ...commonEnvironment,
    kind: z.literal('foreign'),
    type: text.meta({ description: 'What it is where it can run; it cannot run here.' }),
  })
  .meta({ title: 'Tools that need another program' });

export const environmentSchema = z.discriminatedUnion('kind', [
  deterministicEnvironment,
  syntheticEnvironment,
  foreignEnvironment,
]);

export type ToolEnvironment = DeepReadonly<z.infer<typeof environmentSchema>>;
