/**
 * Payloads of the OpenAI chat protocol, streamed chunks and whole answers alike, reduced to what the
 * port tells. Everything a server may leave out or add is tolerated.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { describeErrorValue } from './error-body.ts';
import type { FinishReason, Usage } from './language-model.ts';
import { countIn, tokenCount, usageOf } from './token-usage.ts';
import { emptyPayload, type ReadPayload } from './wire-protocol.ts';

/** Words for the end of an answer, those of the protocol and those that other servers use for them. */
const finishReasons: ReadonlyMap<string, FinishReason> = new Map([
  ['stop', 'stop'],
  ['eos', 'stop'],
  ['eos_token', 'stop'],
  ['stop_sequence', 'stop'],
  ['end_turn', 'stop'],
  ['tool_calls', 'other'],
  ['function_call', 'other'],
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['model_length', 'length'],
  ['content_filter', 'content-filter'],
  ['refusal', 'refusal'],
]);

/** Reads one payload; an error inside it is returned instead. Unknown finish words are no finish. */
export function readChatPayload(value: JsonValue): ReadPayload {
  if (!isJsonObject(value)) return { payload: emptyPayload };
  const choices = value.choices;
  const error =
    Array.isArray(choices) && (value.error ?? null) === null
      ? undefined
      : describeErrorValue(value);
  if (error !== undefined) return { error };
  const usage = readUsage(value);
  const choice = Array.isArray(choices) ? (choices as readonly JsonValue[])[0] : undefined;
  if (!isJsonObject(choice)) return { payload: { ...emptyPayload, usage } };
  const message = [choice.delta, choice.message].find(isJsonObject) ?? {};
  const word = choice.finish_reason;
  return {
    payload: {
      text: textOf(message.content) || textOf(choice.text),
      refusal: textOf(message.refusal),
      hasToolCall: isFilled(message.tool_calls) || isJsonObject(message.function_call),
      isAnswer: true,
      reason: typeof word === 'string' ? finishReasons.get(word) : undefined,
      usage,
    },
  };
}

/** Content is a text, or a list of parts of which the texts count. */
function textOf(content: JsonValue | undefined): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return (content as readonly JsonValue[])
    .map((part) => (isJsonObject(part) && typeof part.text === 'string' ? part.text : ''))
    .join('');
}

function isFilled(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && value.length > 0;
}

function readUsage(payload: JsonObject): Usage | undefined {
  const groq = payload.x_groq;
  const usage = [payload.usage, isJsonObject(groq) ? groq.usage : undefined].find(isJsonObject);
  if (usage === undefined) return undefined;
  return usageOf({
    inputTokens: tokenCount(usage.prompt_tokens),
    outputTokens: tokenCount(usage.completion_tokens),
    cachedInputTokens:
      countIn(usage.prompt_tokens_details, 'cached_tokens') ??
      tokenCount(usage.prompt_cache_hit_tokens),
    reasoningTokens: countIn(usage.completion_tokens_details, 'reasoning_tokens'),
  });
}
