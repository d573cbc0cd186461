/** The fields that a row has in each form that models are trained on. */
import type { JsonValue } from '#core/base/json.ts';
import { textOf, type PartValues, type Turn } from './read-turns.ts';
import type { TrainingForm } from './training-layout.ts';

/** What a row is made of. */
export interface RowTurns {
  readonly turns: readonly Turn[];
  /** The columns it was put together from; absent for a conversation. */
  readonly parts?: PartValues | undefined;
  /** What the conversation says about its tools. */
  readonly tools?: JsonValue | undefined;
}

export interface TrainingShape {
  /** Names of the fields, in file order. */
  readonly fields: readonly string[];
  /** One value a field. Undefined when the form cannot say what was said. */
  readonly values: (row: RowTurns) => readonly JsonValue[] | undefined;
}

/** What is known of all rows of a file. */
export interface ShapeFacts {
  readonly isConversation: boolean;
  readonly hasSystem: boolean;
  readonly hasTools: boolean;
}

export function trainingShape(form: TrainingForm, facts: ShapeFacts): TrainingShape {
  switch (form) {
    case 'messages':
      return messagesShape(facts);
    case 'sharegpt':
      return shareGptShape(facts);
    case 'alpaca':
      return alpacaShape(facts);
  }
}

function messagesShape({ hasTools }: ShapeFacts): TrainingShape {
  return {
    fields: ['messages', ...(hasTools ? ['tools'] : [])],
    values: ({ turns, tools }) => [
      turns.map(({ message }) => message),
      ...(hasTools ? [tools ?? []] : []),
    ],
  };
}

const shareGptNames = { system: 'system', user: 'human', assistant: 'gpt', tool: 'observation' };

/** Calls of tools are turns of their own there, and the list of tools is a text. */
function shareGptShape({ hasTools }: ShapeFacts): TrainingShape {
  return {
    fields: ['conversations', ...(hasTools ? ['tools'] : [])],
    values: ({ turns, tools }) => [
      turns.map(({ role, content, message }) =>
        message.tool_calls === undefined
          ? { from: shareGptNames[role], value: content }
          : { from: 'function_call', value: textOf(message.tool_calls) },
      ),
      ...(hasTools ? [textOf(tools)] : []),
    ],
  };
}

/** The last question and answer, those before as `history`. It has no words for tools. */
function alpacaShape({ isConversation, hasSystem }: ShapeFacts): TrainingShape {
  return {
    fields: [
      ...['instruction', 'input', 'output'],
      ...(hasSystem ? ['system'] : []),
      ...(isConversation ? ['history'] : []),
    ],
    values: ({ turns, parts }) => {
      const pairs = pairsOf(turns);
      const [question, answer] = pairs?.at(-1) ?? [];
      if (pairs === undefined || question === undefined || answer === undefined) return undefined;
      const system = turns.find(({ role }) => role === 'system')?.content ?? '';
      return [
        ...[parts === undefined ? question : textOf(parts.user), textOf(parts?.input), answer],
        ...(hasSystem ? [system] : []),
        ...(isConversation ? [pairs.slice(0, -1)] : []),
      ];
    },
  };
}

/** Questions with their answers; undefined where turns are not question, answer, question, answer. */
function pairsOf(turns: readonly Turn[]): readonly [string, string][] | undefined {
  const said = turns.filter(({ role }) => role !== 'system');
  const isInTurn = said.every(
    ({ role, message }, index) =>
      role === (index % 2 === 0 ? 'user' : 'assistant') && message.tool_calls === undefined,
  );
  if (!isInTurn || said.length % 2 === 1) return undefined;
  return Array.from({ length: said.length / 2 }, (_, pair) => [
    said[2 * pair]?.content ?? '',
    said[2 * pair + 1]?.content ?? '',
  ]);
}
