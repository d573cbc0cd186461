/**
 * From the shape of an answer to the part of JSON Schema that a provider accepts. What cannot be said
 * there is said in words; the full rule is checked on every row here.
 *
 * Limits of OpenAI's strict mode: 10 levels, 5,000 properties, 120,000 characters of names and values,
 * 1,000 values in all, 15,000 characters for a list of more than 250 values.
 */
import { isJsonObject, type JsonArray, type JsonObject, type JsonValue } from '#core/base/json.ts';

export type SchemaDialect = 'openai' | 'anthropic' | 'gemini' | 'plain';

const deepest = 10;
const mostProperties = 5_000;
const mostCharacters = 120_000;
const mostValues = 1_000;
const longList = { values: 250, characters: 15_000 };

/** `schema` is of closed objects, lists and scalars, as `createAnswerSchema` makes it. Undefined when it is too large to be said at all. */
export function lowerSchema(schema: JsonObject, dialect: SchemaDialect): JsonObject | undefined {
  if (dialect === 'plain') return schema;
  const budget = { properties: mostProperties, characters: mostCharacters, values: mostValues };
  const lowered = lower(schema, { dialect, budget, depth: 1 });
  return budget.properties < 0 || budget.characters < 0 ? undefined : lowered;
}

interface Lowering {
  readonly dialect: SchemaDialect;
  /** What is left of the limits for the whole schema. */
  readonly budget: { properties: number; characters: number; values: number };
  readonly depth: number;
}

function lower(schema: JsonObject, at: Lowering): JsonObject {
  const { properties, items } = schema;
  if ((properties ?? items) !== undefined && at.depth > deepest)
    return { type: 'string', description: described(schema, 'JSON text') };
  const inner = { ...at, depth: at.depth + 1 };
  if (isJsonObject(items)) return { ...schema, items: lower(items, inner) };
  if (isJsonObject(properties)) return lowerObject(schema, properties, inner);
  return Array.isArray(schema.enum) ? lowerValues(schema, schema.enum as JsonArray, at) : schema;
}

function lowerObject(schema: JsonObject, properties: JsonObject, inner: Lowering): JsonObject {
  const names = Object.keys(properties);
  inner.budget.properties -= names.length;
  inner.budget.characters -= names.join('').length;
  const lowered = Object.entries(properties).map(
    ([name, child]) => [name, isJsonObject(child) ? lower(child, inner) : child] as const,
  );
  return {
    ...schema,
    properties: Object.fromEntries(lowered),
    // Older models of this provider write properties in an order of their own otherwise.
    ...(inner.dialect === 'gemini' ? { propertyOrdering: schema.required ?? names } : {}),
  };
}

/** A list of values that does not fit is left out: it stands in the prompt and is checked on every row. */
function lowerValues(schema: JsonObject, values: JsonArray, { budget }: Lowering): JsonObject {
  const characters = values.reduce<number>((sum, value) => sum + lengthOf(value), 0);
  const isTooLong = values.length > longList.values && characters > longList.characters;
  if (isTooLong || values.length > budget.values || characters > budget.characters) {
    const { enum: _, ...rest } = schema;
    return rest;
  }
  budget.values -= values.length;
  budget.characters -= characters;
  return schema;
}

function lengthOf(value: JsonValue): number {
  return typeof value === 'string' ? value.length : JSON.stringify(value).length;
}

function described({ description }: JsonObject, words: string): string {
  return typeof description === 'string' && description !== ''
    ? `${description} (${words})`
    : words;
}
