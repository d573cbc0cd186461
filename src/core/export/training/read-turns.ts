/** The turns of a row, from a column that holds a conversation or from one column for each part. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';

/** One message with a role and what was said, as it leaves in the form `messages`. */
export interface Turn {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  /** All there is to it, calls of tools among it. */
  readonly message: JsonObject;
}

export interface PartValues {
  readonly system?: JsonValue | undefined;
  readonly user?: JsonValue | undefined;
  readonly input?: JsonValue | undefined;
  readonly assistant?: JsonValue | undefined;
}

/** What other systems call the roles. */
const roles: Readonly<Record<string, Turn['role']>> = {
  ...{ system: 'system', developer: 'system' },
  ...{ user: 'user', human: 'user' },
  ...{ assistant: 'assistant', gpt: 'assistant', model: 'assistant' },
  ...{ tool: 'tool', observation: 'tool' },
};

/**
 * A list of messages, or an object with one under `messages` or `conversations`. Undefined when there is
 * none in which both sides speak, or when a message has no known role.
 */
export function turnsOfConversation(value: JsonValue | undefined): readonly Turn[] | undefined {
  const list = isJsonObject(value) ? (value.messages ?? value.conversations) : value;
  if (!Array.isArray(list)) return undefined;
  const turns = (list as readonly JsonValue[]).map(readTurn);
  const known = turns.filter((turn) => turn !== undefined);
  const bothSpeak = ['user', 'assistant'].every((side) => known.some(({ role }) => role === side));
  return known.length === turns.length && bothSpeak ? known : undefined;
}

function readTurn(message: JsonValue): Turn | undefined {
  if (!isJsonObject(message)) return undefined;
  const { role: named = message.from, content = message.value } = message;
  const role = typeof named === 'string' ? roles[named.toLowerCase()] : undefined;
  if (role === undefined) return undefined;
  const text = textOf(content);
  return {
    role,
    content: text,
    message: message.role === undefined ? { role, content: text } : { ...message, role },
  };
}

/** Undefined when a side says nothing. A system part without a value is left out. */
export function turnsOfParts(parts: PartValues): readonly Turn[] | undefined {
  const user = textOf(parts.user);
  const assistant = textOf(parts.assistant);
  if (user.trim() === '' || assistant.trim() === '') return undefined;
  const input = textOf(parts.input);
  const system = textOf(parts.system);
  return [
    ...(system.trim() === '' ? [] : [turn('system', system)]),
    turn('user', input.trim() === '' ? user : `${user}\n\n${input}`),
    turn('assistant', assistant),
  ];
}

function turn(role: Turn['role'], content: string): Turn {
  return { role, content, message: { role, content } };
}

/** Texts as they are, nothing as an empty text, other values as JSON. */
export function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
