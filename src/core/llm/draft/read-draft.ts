/** From the text of an answer to a draft: keys of other types and items without a name are left out, nothing is made up. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { looseValues } from '#core/llm/loose-json.ts';
import {
  draftFields,
  promptFields,
  type DraftAnswer,
  type DraftFields,
  type PromptAnswer,
} from './draft-shape.ts';

/** Items of one list that are looked at. */
const mostItems = 200;

/** Undefined when the text holds no object with any key of a draft. Never throws. */
export function readDraft(text: string): DraftAnswer | undefined {
  const known = objectWith(Object.keys(draftFields), text);
  // The table that reads is the one that types the answer.
  return known === undefined ? undefined : (readFields(known, draftFields) as DraftAnswer);
}

/** Undefined when the text holds no object with messages, or none of them says anything. Never throws. */
export function readPrompt(text: string): PromptAnswer | undefined {
  const known = objectWith(['messages'], text);
  if (known === undefined) return undefined;
  const { messages, remark } = readFields(known, promptFields) as PromptAnswer;
  const said = messages.filter(({ content }) => content !== '');
  return said.length === 0 ? undefined : { messages: said, remark };
}

function objectWith(keys: readonly string[], text: string): JsonObject | undefined {
  const objects = looseValues(text).filter(isJsonObject);
  return objects.find((object) => keys.some((key) => Object.hasOwn(object, key)));
}

function readFields(object: JsonObject, fields: DraftFields): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      const value = Object.hasOwn(object, key) ? object[key] : undefined;
      return [key, readField(value ?? null, field)];
    }),
  );
}

function readField(value: JsonValue, field: DraftFields[string]): unknown {
  switch (field.kind) {
    case 'text':
      return textOf(value);
    case 'number':
      return numberOf(value);
    case 'boolean':
      return value === true || value === 'true';
    case 'choice':
      return field.values.find((one) => one === value) ?? field.values[0];
    case 'texts':
      return listOf(value)
        .map(textOf)
        .filter((one) => one !== '');
    case 'items':
      return listOf(value)
        .filter(isJsonObject)
        .map((item) => readFields(item, field.fields))
        .filter((item) => isUsable(item));
  }
}

/** What is named needs its name, a value of a table its value, a rule its expression. */
function isUsable(item: Readonly<Record<string, unknown>>): boolean {
  const key = ['name', 'value', 'expression'].find((one) => Object.hasOwn(item, one));
  return key === undefined || item[key] !== '';
}

function textOf(value: JsonValue): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function numberOf(value: JsonValue): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : 0;
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).slice(0, mostItems) : [];
}
