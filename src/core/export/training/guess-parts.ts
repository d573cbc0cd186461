/** Which columns of a design look like the parts of a conversation. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { TrainingLayout, TurnPart } from './training-layout.ts';

/** Names in use for each part, the most telling first; case and everything but letters make no difference. */
const usualNames: Readonly<Record<Exclude<TurnPart, 'conversation'>, readonly string[]>> = {
  system: ['system', 'systemprompt', 'systemmessage', 'persona'],
  user: ['instruction', 'question', 'prompt', 'user', 'usermessage', 'query', 'request', 'message'],
  input: ['input', 'context', 'passage', 'document'],
  assistant: [
    ...['output', 'answer', 'response', 'completion', 'assistant', 'assistantmessage', 'reply'],
    ...['summary', 'label'],
  ],
};

/** A column of conversations alone where there is one, else what names say; parts that nothing points to are absent. */
export function guessParts(design: DatasetDesign): TrainingLayout['parts'] {
  const conversation = design.columns.find((column) => holdsConversation(design, column));
  if (conversation !== undefined) return { conversation: conversation.id };
  const parts: Partial<Record<TurnPart, string>> = {};
  for (const part of ['system', 'user', 'input', 'assistant'] as const) {
    const id = named(design.columns, usualNames[part]);
    if (id !== undefined) parts[part] = id;
  }
  // A design that asks for an input and an output means them as question and answer.
  if (parts.user === undefined && parts.input !== undefined) {
    const { input, ...others } = parts;
    return { ...others, user: input };
  }
  return parts;
}

/** Whether the column is made to hold a conversation, or is called so and can hold one. */
function holdsConversation({ calls }: DatasetDesign, { id, name, type, fill }: Column): boolean {
  if (fill.kind === 'chat') return true;
  if (fill.kind === 'generated') {
    const output = calls.find((call) => call.id === fill.call)?.output;
    if (output?.kind === 'conversation') return output.planColumn !== id;
  }
  return (
    ['object', 'list'].includes(type) && /^(conversations?|messages|chat|dialog(ue)?)$/i.test(name)
  );
}

function named(columns: readonly Column[], names: readonly string[]): string | undefined {
  const bare = columns.map(({ name }) => name.toLowerCase().replace(/[^\p{L}]+/gu, ''));
  for (const name of names) {
    const column = columns[bare.indexOf(name)];
    if (column !== undefined) return column.id;
  }
  return undefined;
}
