/**
 * Fills that shape what a row already holds: lists, objects and chats of templates, a cleaned text,
 * and one part of a nested value. They need no model and follow the columns they read.
 */
import { z } from './zod.ts';
import { limits } from '#core/base/limits.ts';

const identifier = z.string().min(1).max(limits.nameLength);
const text = z.string().max(limits.designLength);

export const chatRoles = ['system', 'user', 'assistant', 'tool'] as const;

export const listFill = z
  .object({ kind: z.literal('list'), items: z.array(text) })
  .meta({ title: 'List', description: 'One template for each item.' });

export const objectFill = z
  .object({ kind: z.literal('object'), entries: z.record(z.string(), text) })
  .meta({ title: 'Object', description: 'One template for each key; keys stand as they are.' });

export const chatFill = z
  .object({
    kind: z.literal('chat'),
    messages: z.array(z.object({ role: z.enum(chatRoles), content: text })),
    conversationId: text.optional().meta({
      description: 'Stands as it is. When absent each row gets an id of its own.',
    }),
    metadata: z.record(z.string(), text).default({}),
  })
  .meta({ title: 'Chat', description: 'A conversation put together from templates.' });

export const postprocessFill = z
  .object({
    kind: z.literal('postprocess'),
    column: identifier.meta({ description: 'Id of the column whose text is cleaned.' }),
    regex: text.optional().meta({
      description: 'Python syntax; the whole first match is kept, everything when none matches.',
    }),
    cutPrefix: text
      .optional()
      .meta({ description: 'Everything up to its first occurrence is removed, itself included.' }),
    cutSuffix: text
      .optional()
      .meta({ description: 'Everything from its last occurrence on is removed.' }),
    strip: z.boolean().default(true),
    addedPrefix: text.optional(),
    addedSuffix: text.optional(),
  })
  .meta({ title: 'Cleaned text' });

export const pickFill = z
  .object({
    kind: z.literal('pick'),
    column: identifier,
    path: text.meta({ description: 'Words and [n] that lead into the value, such as [0].title.' }),
  })
  .meta({ title: 'Part of a value' });

export const shotsFill = z
  .object({
    kind: z.literal('shots'),
    source: identifier,
    count: z.int().min(1).max(1_000).meta({
      description: 'Different rows of the source that each row of the dataset gets as a list.',
    }),
  })
  .meta({ title: 'Several rows of a source' });
