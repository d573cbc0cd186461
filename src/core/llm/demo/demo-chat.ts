/** What the demo model says where a text is asked for, or a JSON value of a given schema. */
import type { Faker } from '@faker-js/faker';
import { hashText } from '#core/base/random.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { createDemoAnswer } from './demo-answer.ts';

/** The same messages, seed and attempt give the same answer; `chat` is given. */
export function demoText(task: RowTask, faker: Faker): string {
  const [row] = task.rows;
  if (row === undefined) return '';
  const last = task.chat?.at(-1)?.content ?? '';
  // What was asked last decides too, so that the turns of a conversation differ.
  const seed = (task.seed + hashText(last)) % Number.MAX_SAFE_INTEGER;
  const say = (name: string): string => {
    const language = task.chatSchema === undefined ? task.fields[0]?.language : undefined;
    const fields = [{ name, description: '', type: 'text' as const, language }];
    const values = createDemoAnswer({ ...task, seed, fields }, faker).valuesFor(row);
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  if (task.chatSchema !== undefined)
    return JSON.stringify(valueOf(task.chatSchema, { name: 'answer', index: 0, say }));
  const [field] = task.fields;
  const text = say(field?.name ?? 'text');
  return field?.language === undefined ? text : `Here it is.\n\n\`\`\`\n${text}\n\`\`\``;
}

interface Spot {
  readonly name: string;
  /** Place in the list around it. */
  readonly index: number;
  readonly say: (name: string) => string;
}

function valueOf(schema: JsonObject, spot: Spot): JsonValue {
  if (Array.isArray(schema.enum)) return (schema.enum as readonly JsonValue[])[0] ?? null;
  switch (schema.type) {
    case 'object':
      return objectOf(schema, spot);
    case 'array':
      return listOf(schema, spot);
    case 'integer':
    case 'number':
      return spot.index + 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return spot.say(`${spot.name} ${spot.index + 1}`);
  }
}

function objectOf({ properties }: JsonObject, spot: Spot): JsonObject {
  const entries = Object.entries(isJsonObject(properties) ? properties : {});
  return Object.fromEntries(
    entries.map(([name, inner]) => [
      name,
      valueOf(isJsonObject(inner) ? inner : {}, { ...spot, name }),
    ]),
  );
}

function listOf({ items, minItems }: JsonObject, spot: Spot): JsonValue {
  const length = typeof minItems === 'number' ? Math.min(minItems, 200) : 2;
  const item = isJsonObject(items) ? items : {};
  return Array.from({ length }, (_, index) => valueOf(item, { ...spot, index }));
}
