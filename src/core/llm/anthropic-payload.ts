/** Events of the Anthropic Messages protocol, and whole messages, reduced to what the port tells. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { describeErrorValue } from './error-body.ts';
import type { FinishReason, Usage } from './language-model.ts';
import { countIn, sumOf, tokenCount, usageOf } from './token-usage.ts';
import { emptyPayload, type ReadPayload, type WirePayload } from './wire-protocol.ts';

const reasons: ReadonlyMap<string, FinishReason> = new Map([
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  // The one tool of a request is the form of its answer.
  ['tool_use', 'stop'],
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['refusal', 'refusal'],
  ['pause_turn', 'other'],
]);

/** Input tokens are told at the beginning and output tokens at the end, so a reader remembers both. */
export function createAnthropicReader(): (value: JsonValue) => ReadPayload {
  const counts: Record<string, JsonValue> = {};
  const countsOf = (usage: JsonValue | undefined): Usage | undefined => {
    if (!isJsonObject(usage)) return undefined;
    for (const [name, value] of Object.entries(usage)) if (value !== null) counts[name] = value;
    return usageFrom(counts);
  };
  return (value) => {
    if (!isJsonObject(value)) return { payload: emptyPayload };
    const error = value.error === undefined ? undefined : describeErrorValue(value);
    return error === undefined ? { payload: readEvent(value, countsOf) } : { error };
  };
}

function readEvent(
  event: JsonObject,
  countsOf: (usage: JsonValue | undefined) => Usage | undefined,
): WirePayload {
  const payload = { ...emptyPayload, isAnswer: true };
  switch (event.type) {
    case 'message_start':
      return {
        ...payload,
        usage: isJsonObject(event.message) ? countsOf(event.message.usage) : undefined,
      };
    case 'content_block_start':
      return { ...payload, text: blockText(event.content_block, false) };
    case 'content_block_delta':
      return { ...payload, text: deltaText(event.delta) };
    case 'message_delta':
      return { ...payload, reason: reasonIn(event.delta), usage: countsOf(event.usage) };
    case 'message_stop':
      return { ...payload, isEnd: true };
    case 'message':
      return {
        ...payload,
        text: listOf(event.content)
          .map((block) => blockText(block, true))
          .join(''),
        reason: reasonIn(event),
        usage: countsOf(event.usage),
      };
    case 'ping':
    case 'content_block_stop':
      return payload;
    default:
      return emptyPayload;
  }
}

/** Blocks of a stream begin empty; those of a whole message hold everything. */
function blockText(block: JsonValue | undefined, isWhole: boolean): string {
  if (!isJsonObject(block)) return '';
  if (typeof block.text === 'string') return block.text;
  return isWhole && block.type === 'tool_use' ? JSON.stringify(block.input ?? {}) : '';
}

function deltaText(delta: JsonValue | undefined): string {
  if (!isJsonObject(delta)) return '';
  const text = delta.type === 'input_json_delta' ? delta.partial_json : delta.text;
  return typeof text === 'string' ? text : '';
}

function reasonIn(holder: JsonValue | undefined): FinishReason | undefined {
  const word = isJsonObject(holder) ? holder.stop_reason : undefined;
  return typeof word === 'string' ? reasons.get(word) : undefined;
}

/** This provider counts what it read from its cache apart; the port's input is all of it. */
function usageFrom(counts: Readonly<Record<string, JsonValue>>): Usage {
  const cached = tokenCount(counts.cache_read_input_tokens);
  return usageOf({
    inputTokens: sumOf(
      tokenCount(counts.input_tokens),
      cached,
      tokenCount(counts.cache_creation_input_tokens),
    ),
    outputTokens: tokenCount(counts.output_tokens),
    cachedInputTokens: cached,
    reasoningTokens: countIn(counts.output_tokens_details, 'thinking_tokens'),
  });
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
