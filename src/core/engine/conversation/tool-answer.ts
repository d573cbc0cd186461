/** What a tool answers: from its table, or by a model that plays it. Every failure is an answer too. */
import {
  canonicalJson,
  isJsonObject,
  parseJson,
  type JsonObject,
  type JsonValue,
} from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import type { ChatTurn, TaskTool } from '#core/llm/chat-task.ts';

export interface ToolCall {
  readonly name: string;
  readonly arguments: JsonValue;
}

/** Asks the model that plays a tool. */
export type AskAsTool = (
  messages: readonly ChatTurn[],
  schema: JsonObject | undefined,
) => Promise<string>;

/** Answers of tools that a model plays, shared by all rows that ask the same. */
export type ToolCache = Map<string, string>;

export interface ToolBox {
  readonly tools: readonly TaskTool[];
  readonly ask: AskAsTool;
  readonly cache: ToolCache;
}

/** The text of the tool's message. Objects are written with blanks behind “,” and “:”, texts as they are. */
export async function answerTool(call: ToolCall, box: ToolBox): Promise<string> {
  const tool = box.tools.find(({ name, id }) => name === call.name || id === call.name);
  if (tool === undefined) return errorText(`There is no tool “${call.name}”.`);
  const given = call.arguments === '' ? {} : call.arguments;
  if (!isJsonObject(given)) return errorText('The arguments are not an object.');
  const values = withDefaults(given, tool.parameters);
  const problem = await schemaProblem(values, tool.parameters);
  if (problem !== undefined) return errorText(`The arguments do not fit: ${problem}`);
  return tool.answer.kind === 'table'
    ? tableAnswer(tool.answer.entries, values, tool)
    : playedAnswer(tool, values, box);
}

function tableAnswer(
  entries: readonly { readonly input: JsonObject; readonly output: JsonValue }[],
  values: JsonObject,
  { parameters }: TaskTool,
): string {
  const wanted = canonicalJson(values);
  const found = entries.find(
    ({ input }) => canonicalJson(withDefaults(input, parameters)) === wanted,
  );
  if (found === undefined) return errorText('Nothing is known for these arguments.');
  return typeof found.output === 'string' ? found.output : spacedJson(found.output);
}

async function playedAnswer(tool: TaskTool, values: JsonObject, box: ToolBox): Promise<string> {
  if (tool.answer.kind !== 'model') return errorText('The tool has no one to play it.');
  const key = canonicalJson([tool.environmentId, tool.id, values]);
  const known = tool.answer.isCached ? box.cache.get(key) : undefined;
  if (known !== undefined) return known;
  const text = await box.ask(playedMessages(tool, tool.answer.persona, values), tool.outputSchema);
  const parsed = parseJson(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1), {
    maxLength: limits.answerBytes,
    maxDepth: 64,
  });
  if (!parsed.ok || !isJsonObject(parsed.value)) return errorText('The tool gave no object.');
  const problem = await schemaProblem(parsed.value, tool.outputSchema);
  if (problem !== undefined) return errorText(`The tool gave something else: ${problem}`);
  const answer = spacedJson(parsed.value);
  if (tool.answer.isCached) box.cache.set(key, answer);
  return answer;
}

function playedMessages(tool: TaskTool, persona: string, values: JsonObject): readonly ChatTurn[] {
  const shape =
    tool.outputSchema === undefined
      ? ''
      : ` It keeps this JSON Schema: ${JSON.stringify(tool.outputSchema)}`;
  return [
    {
      role: 'system',
      content: `${persona}\n\nYou answer as the tool “${tool.name}”: ${tool.description} You answer with one JSON object and nothing else.${shape}`,
    },
    { role: 'user', content: `Arguments: ${JSON.stringify(values)}` },
  ];
}

/** Defaults along `properties`, also in objects that were given. */
function withDefaults(values: JsonObject, schema: JsonObject): JsonObject {
  const { properties } = schema;
  if (!isJsonObject(properties)) return values;
  const filled: Record<string, JsonValue> = { ...values };
  for (const [key, property] of Object.entries(properties)) {
    if (!isJsonObject(property)) continue;
    const value = Object.hasOwn(filled, key) ? filled[key] : property.default;
    if (value === undefined) continue;
    filled[key] = isJsonObject(value) ? withDefaults(value, property) : value;
  }
  return filled;
}

/** A sentence about the first thing that breaks the schema; a schema that cannot be read breaks nothing. */
async function schemaProblem(
  value: JsonValue,
  schema: JsonObject | undefined,
): Promise<string | undefined> {
  if (schema === undefined) return undefined;
  // Large, and asked for by conversations alone.
  const { z } = await import('#core/design/zod.ts');
  try {
    const checked = z.fromJSONSchema(schema).safeParse(value);
    const issue = checked.success ? undefined : checked.error.issues[0];
    return issue === undefined
      ? undefined
      : `${issue.path.map(String).join('.')} ${issue.message}`.trim();
  } catch {
    return undefined;
  }
}

function errorText(message: string): string {
  return spacedJson({ error: message });
}

/** JSON as Python's `json.dumps` writes it: blanks behind separators, everything beyond ASCII escaped. */
function spacedJson(value: JsonValue): string {
  if (typeof value === 'string')
    return JSON.stringify(value).replace(
      /[\u0080-\uffff]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${(value as readonly JsonValue[]).map(spacedJson).join(', ')}]`;
  const entries = Object.entries(value as JsonObject);
  return `{${entries.map(([key, item]) => `${spacedJson(key)}: ${spacedJson(item)}`).join(', ')}}`;
}
