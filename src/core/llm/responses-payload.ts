/** Events of the OpenAI Responses protocol, and whole responses, reduced to what the port tells. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { describeErrorValue, describeInner } from './error-body.ts';
import type { FinishReason, Usage } from './language-model.ts';
import { countIn, tokenCount, usageOf } from './token-usage.ts';
import { emptyPayload, type ReadPayload, type WirePayload } from './wire-protocol.ts';

export function readResponsesPayload(value: JsonValue): ReadPayload {
  if (!isJsonObject(value)) return { payload: emptyPayload };
  const type = textIn(value, 'type');
  if (type === 'error') return { error: describeInner(value.error ?? value) };
  if (value.object === 'response') return readWhole(value, true);
  if (!type.startsWith('response.')) {
    const error = describeErrorValue(value);
    return error === undefined ? { payload: emptyPayload } : { error };
  }
  return isJsonObject(value.response)
    ? readWhole(value.response, false)
    : { payload: readEvent(type, value) };
}

function readEvent(type: string, event: JsonObject): WirePayload {
  const payload = { ...emptyPayload, isAnswer: true };
  switch (type) {
    case 'response.output_text.delta':
      return { ...payload, text: textIn(event, 'delta') };
    case 'response.refusal.delta':
      return { ...payload, refusal: textIn(event, 'delta') };
    case 'response.output_item.added':
      return { ...payload, hasToolCall: isToolCall(event.item) };
    default:
      return payload;
  }
}

/** A response as it begins, as it ends, or, from a server that does not stream, with its texts. */
function readWhole(response: JsonObject, hasTexts: boolean): ReadPayload {
  const status = textIn(response, 'status');
  if (status === 'failed' || isJsonObject(response.error))
    return { error: describeInner(response.error ?? response) };
  const reason = reasonOf(status, response);
  return {
    payload: {
      ...emptyPayload,
      ...(hasTexts ? textsOf(response.output) : {}),
      isAnswer: true,
      reason,
      isEnd: reason !== undefined,
      usage: usageIn(response.usage),
    },
  };
}

function reasonOf(status: string, response: JsonObject): FinishReason | undefined {
  if (status === 'completed') return 'stop';
  if (status === 'cancelled') return 'other';
  if (status !== 'incomplete') return undefined;
  const { incomplete_details: details } = response;
  const why = isJsonObject(details) ? textIn(details, 'reason') : '';
  return why === 'content_filter' ? 'content-filter' : 'length';
}

function textsOf(output: JsonValue | undefined): Partial<WirePayload> {
  const items = Array.isArray(output) ? (output as readonly JsonValue[]) : [];
  const parts = items.flatMap((item): readonly JsonValue[] =>
    isJsonObject(item) && Array.isArray(item.content) ? (item.content as readonly JsonValue[]) : [],
  );
  const join = (name: string): string =>
    parts.map((part) => (isJsonObject(part) ? textIn(part, name) : '')).join('');
  return { text: join('text'), refusal: join('refusal'), hasToolCall: items.some(isToolCall) };
}

function isToolCall(item: JsonValue | undefined): boolean {
  return isJsonObject(item) && textIn(item, 'type').endsWith('_call');
}

function usageIn(usage: JsonValue | undefined): Usage | undefined {
  if (!isJsonObject(usage)) return undefined;
  return usageOf({
    inputTokens: tokenCount(usage.input_tokens),
    outputTokens: tokenCount(usage.output_tokens),
    cachedInputTokens: countIn(usage.input_tokens_details, 'cached_tokens'),
    reasoningTokens: countIn(usage.output_tokens_details, 'reasoning_tokens'),
  });
}

function textIn(object: JsonObject, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}
