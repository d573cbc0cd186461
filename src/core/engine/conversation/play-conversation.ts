/**
 * Plays one conversation: a plan first, then turn after turn, each side asked with its own persona and
 * with all that was said. An assistant with tools may use them before it speaks.
 */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { pythonStrip } from '#core/expression/python-text.ts';
import type { ChatTurn, ConversationTask } from '#core/llm/chat-task.ts';
import { parsePlan } from './parse-plan.ts';
import { planSchema, plannerMessages, turnText } from './planner-prompt.ts';
import { answerTool, type ToolCache } from './tool-answer.ts';
import { readToolCalls, toolPrompt } from './tool-prompt.ts';

/** One request to the model. */
export type Ask = (messages: readonly ChatTurn[], schema?: JsonObject) => Promise<string>;

export interface PlayedConversation {
  /** The conversation and its plan by column name; undefined when a turn stayed blank. */
  readonly values: JsonObject | undefined;
}

/** Tries for a plan that can be read. */
export const planAttempts = 3;

/** Rejects with what `ask` rejects with. */
export async function playConversation(
  task: ConversationTask,
  ask: Ask,
  cache: ToolCache,
): Promise<PlayedConversation> {
  const { plan, instructions } = await writePlan(task, ask);
  const play: Play = { task, ask, cache, said: [], prompt: [] };
  for (const [index, { role }] of task.turns.entries()) {
    const request = turnText(index + 1, task, instructions[index] ?? '');
    if (role === 'user') await playUser(play, index, request);
    else await playAssistant(play, index, request);
  }
  const messages = [...systemMessage(task), ...play.said];
  if (play.said.some(isBlank)) return { values: undefined };
  return {
    values: {
      [task.field]: { messages, ...toolList(task) },
      ...(task.planField === undefined ? {} : { [task.planField]: plan }),
    },
  };
}

interface Play {
  readonly task: ConversationTask;
  readonly ask: Ask;
  readonly cache: ToolCache;
  /** What the finished conversation holds. */
  readonly said: JsonObject[];
  /** The same as models are shown it. */
  readonly prompt: ChatTurn[];
}

/** A plan that cannot be read is asked for again; after the last try the turns have no instructions. */
async function writePlan(
  task: ConversationTask,
  ask: Ask,
): Promise<{ readonly plan: string; readonly instructions: readonly string[] }> {
  const count = task.turns.length;
  for (let attempt = 0; attempt < planAttempts; attempt += 1) {
    const plan = await ask(plannerMessages(task), planSchema(count));
    const instructions = parsePlan(plan, count);
    if (instructions !== undefined) return { plan, instructions };
  }
  return { plan: '', instructions: [] };
}

function messagesFor(
  { task, prompt }: Play,
  index: number,
  { request, more = '' }: { readonly request: string; readonly more?: string },
): readonly ChatTurn[] {
  const persona = task.turns[index]?.persona ?? '';
  return [
    { role: 'system', content: `${persona}${more}` },
    ...prompt,
    { role: 'user', content: request },
  ];
}

async function playUser(play: Play, index: number, request: string): Promise<void> {
  const content = pythonStrip(await play.ask(messagesFor(play, index, { request })));
  play.said.push({ content, role: 'user' });
  play.prompt.push({ role: 'user', content });
}

/** The text of the assistant stands as it came, blanks included. */
async function playAssistant(play: Play, index: number, request: string): Promise<void> {
  const { task } = play;
  const hasTools = task.tools.length > 0;
  for (let round = 0; hasTools && round < task.maxToolRounds; round += 1) {
    const more = toolPrompt(task.tools);
    const text = await play.ask(messagesFor(play, index, { request, more }));
    const used = readToolCalls(text);
    if (used === undefined) {
      say(play, text);
      return;
    }
    await callTools(play, used);
  }
  const last = hasTools
    ? `${request}\nAnswer in plain text now; no tool can be used any more.`
    : request;
  say(play, await play.ask(messagesFor(play, index, { request: last })));
}

function say({ said, prompt }: Play, content: string): void {
  said.push({ content, role: 'assistant' });
  prompt.push({ role: 'assistant', content });
}

type UsedTools = NonNullable<ReturnType<typeof readToolCalls>>;

async function callTools(play: Play, { calls, content }: UsedTools): Promise<void> {
  const { task, said, prompt, ask, cache } = play;
  const numbered = calls.map((call, index) => ({ call, id: `call_${said.length}_${index}` }));
  said.push({
    role: 'assistant',
    tool_calls: numbered.map(({ call, id }) => ({
      id,
      type: 'function',
      function: { name: call.name, arguments: argumentText(call.arguments) },
    })),
    content,
  });
  const told = {
    tool_calls: calls.map(({ name, arguments: given }) => ({ name, arguments: given })),
  };
  prompt.push({ role: 'assistant', content: JSON.stringify(told) });
  for (const { call, id } of numbered) {
    const answer = await answerTool(call, { tools: task.tools, ask, cache });
    said.push({ content: answer, role: 'tool', tool_call_id: id });
    prompt.push({ role: 'user', content: `Result of ${call.name}: ${answer}` });
  }
}

function argumentText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function systemMessage({ systemPrompt }: ConversationTask): readonly JsonObject[] {
  if (systemPrompt === undefined) return [];
  return [{ content: pythonStrip(systemPrompt), role: 'system' }];
}

function isBlank(message: JsonObject): boolean {
  if (message.tool_calls !== undefined) return false;
  return typeof message.content !== 'string' || message.content.trim() === '';
}

function toolList({ tools }: ConversationTask): JsonObject {
  if (tools.length === 0) return {};
  return {
    tools: tools.map(({ name, description, parameters }) => ({
      type: 'function',
      function: { name, description, parameters },
    })),
  };
}
