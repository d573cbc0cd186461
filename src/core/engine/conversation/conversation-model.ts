/**
 * A conversation as one answer of one model: behind the port stand as many requests as it takes, in
 * front of it the run sees a single request, so that retries, limits and the journal need to know nothing.
 */
import type { JsonObject } from '#core/base/json.ts';
import type { ChatTurn } from '#core/llm/chat-task.ts';
import type { LanguageModel, ModelEvent, ModelRequest, Usage } from '#core/llm/language-model.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { playConversation } from './play-conversation.ts';
import type { ToolCache } from './tool-answer.ts';

/** Answers that tools gave before, by model: as long as the model is in use. */
const caches = new WeakMap<LanguageModel, ToolCache>();

/** The model itself, unless the task is a conversation. Answers of tools are remembered for `owner`. */
export function modelFor(
  model: LanguageModel,
  { conversation }: RowTask,
  owner: LanguageModel = model,
): LanguageModel {
  if (conversation === undefined) return model;
  const cache: ToolCache = caches.get(owner) ?? new Map<string, string>();
  caches.set(owner, cache);
  return { id: model.id, stream: (request, signal) => play({ model, cache }, request, signal) };
}

async function* play(
  { model, cache }: { readonly model: LanguageModel; readonly cache: ToolCache },
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent, void, undefined> {
  const conversation = request.task?.conversation;
  if (conversation === undefined) return;
  const total = { inputTokens: 0, outputTokens: 0, isKnown: false };
  const ask = async (messages: readonly ChatTurn[], schema?: JsonObject): Promise<string> => {
    const answer = await askOnce(model, chatRequest(request, messages, schema), signal);
    total.isKnown ||= answer.usage.inputTokens !== undefined;
    total.inputTokens += answer.usage.inputTokens ?? 0;
    total.outputTokens += answer.usage.outputTokens ?? 0;
    return answer.text;
  };
  const { values } = await playConversation(conversation, ask, cache);
  if (total.isKnown)
    yield {
      kind: 'usage',
      usage: { inputTokens: total.inputTokens, outputTokens: total.outputTokens },
    };
  if (values !== undefined) yield { kind: 'text-delta', text: JSON.stringify(values) };
  yield { kind: 'finished', reason: 'stop' };
}

function chatRequest(
  { model, parameters, task }: ModelRequest,
  messages: readonly ChatTurn[],
  schema: JsonObject | undefined,
): ModelRequest {
  const inner: Partial<ModelRequest> =
    task === undefined
      ? {}
      : { task: { ...task, conversation: undefined, chat: messages, chatSchema: schema } };
  const named = schema === undefined ? {} : { schema: { name: 'answer', schema } };
  return { model, messages, parameters, ...named, ...inner };
}

async function askOnce(
  model: LanguageModel,
  request: ModelRequest,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly usage: Usage }> {
  let text = '';
  let usage: Usage = {};
  for await (const event of model.stream(request, signal))
    if (event.kind === 'text-delta') text += event.text;
    else if (event.kind === 'usage') usage = event.usage;
    else return { text, usage };
  throw new ProviderError({
    provider: model.id,
    kind: 'cut-off',
    message: 'The connection ended before the answer was complete.',
  });
}
