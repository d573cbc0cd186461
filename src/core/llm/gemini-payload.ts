/** Pieces of a Gemini answer, streamed or whole, reduced to what the port tells. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { describeErrorValue } from './error-body.ts';
import type { FinishReason, Usage } from './language-model.ts';
import { sumOf, tokenCount, usageOf } from './token-usage.ts';
import { emptyPayload, type ReadPayload, type WirePayload } from './wire-protocol.ts';

const reasons: ReadonlyMap<string, FinishReason> = new Map([
  ['STOP', 'stop'],
  ['MAX_TOKENS', 'length'],
  ['SAFETY', 'content-filter'],
  ['RECITATION', 'content-filter'],
  ['BLOCKLIST', 'content-filter'],
  ['PROHIBITED_CONTENT', 'content-filter'],
  ['SPII', 'content-filter'],
  ['LANGUAGE', 'other'],
  ['OTHER', 'other'],
  ['MALFORMED_FUNCTION_CALL', 'other'],
]);

export function createGeminiReader(): (value: JsonValue) => ReadPayload {
  return (value) => {
    if (!isJsonObject(value)) return { payload: emptyPayload };
    const error = value.error === undefined ? undefined : describeErrorValue(value);
    return error === undefined ? { payload: readPiece(value) } : { error };
  };
}

function readPiece(piece: JsonObject): WirePayload {
  const usage = usageIn(piece.usageMetadata);
  const feedback = piece.promptFeedback;
  if (isJsonObject(feedback) && typeof feedback.blockReason === 'string')
    return { ...emptyPayload, isAnswer: true, reason: 'content-filter', usage };
  const candidates = piece.candidates;
  const candidate = Array.isArray(candidates) ? (candidates as readonly JsonValue[])[0] : undefined;
  if (!isJsonObject(candidate))
    return { ...emptyPayload, isAnswer: piece.usageMetadata !== undefined, usage };
  const parts = partsOf(candidate);
  const word = candidate.finishReason;
  return {
    ...emptyPayload,
    text: parts.map(textOf).join(''),
    hasToolCall: parts.some((part) => part.functionCall !== undefined),
    isAnswer: true,
    reason: typeof word === 'string' ? reasons.get(word) : undefined,
    usage,
  };
}

function partsOf({ content }: JsonObject): readonly JsonObject[] {
  const parts = isJsonObject(content) ? content.parts : undefined;
  return Array.isArray(parts) ? (parts as readonly JsonValue[]).filter(isJsonObject) : [];
}

/** Thoughts come as parts of their own. */
function textOf(part: JsonObject): string {
  return part.thought !== true && typeof part.text === 'string' ? part.text : '';
}

function usageIn(usage: JsonValue | undefined): Usage | undefined {
  if (!isJsonObject(usage)) return undefined;
  const thoughts = tokenCount(usage.thoughtsTokenCount);
  return usageOf({
    inputTokens: tokenCount(usage.promptTokenCount),
    outputTokens: sumOf(tokenCount(usage.candidatesTokenCount), thoughts),
    cachedInputTokens: tokenCount(usage.cachedContentTokenCount),
    reasoningTokens: thoughts,
  });
}
