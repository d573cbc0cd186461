/** How a model without a tool interface of its own is told of tools, and how its calls are read. */
import { isJsonObject, parseJson, type JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import type { TaskTool } from '#core/llm/chat-task.ts';
import type { ToolCall } from './tool-answer.ts';

/** Stands behind the persona of an assistant that has tools; empty without tools. */
export function toolPrompt(tools: readonly TaskTool[]): string {
  if (tools.length === 0) return '';
  const lines = tools.map(
    ({ name, description, parameters }) =>
      `- ${name}: ${description.trim()} Arguments: ${JSON.stringify(parameters)}`,
  );
  return [
    '\n\nYou have these tools:',
    ...lines,
    'To use tools, answer with JSON only: {"tool_calls": [{"name": "…", "arguments": {…}}]}. The results come in the next message. When you need no tool, answer in plain text.',
  ].join('\n');
}

/** The calls in an answer, and the text before them; undefined when the answer is plain text. */
export function readToolCalls(
  text: string,
): { readonly calls: readonly ToolCall[]; readonly content: string | null } | undefined {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start === -1 || !text.includes('"tool_calls"')) return undefined;
  const parsed = parseJson(text.slice(start, end + 1), {
    maxLength: limits.answerBytes,
    maxDepth: 64,
  });
  const list = parsed.ok && isJsonObject(parsed.value) ? parsed.value.tool_calls : undefined;
  if (!Array.isArray(list)) return undefined;
  const calls = (list as readonly JsonValue[]).flatMap((item): ToolCall[] => {
    if (!isJsonObject(item) || typeof item.name !== 'string') return [];
    return [{ name: item.name, arguments: item.arguments ?? {} }];
  });
  const before = text
    .slice(0, start)
    .replace(/```[a-z]*\s*$/i, '')
    .trim();
  return calls.length === 0 ? undefined : { calls, content: before === '' ? null : before };
}
