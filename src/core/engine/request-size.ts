/**
 * How many tokens a request takes: what is likely, for limits per minute, and what is possible, for
 * what is set aside under a cap.
 */
import type { JsonObject } from '#core/base/json.ts';
import type { ChatMessage, ModelParameters, Usage } from '#core/llm/language-model.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import type { RequestPrice, Spend } from './cost-cap.ts';
import { likelyConversation, mostConversation } from './conversation/conversation-size.ts';
import { charactersPerToken, framingTokens, rowTokens, utf8Length } from './token-guess.ts';

export interface SizedRequest {
  readonly task: RowTask;
  readonly messages: readonly ChatMessage[];
  readonly schema: JsonObject | undefined;
  readonly parameters: ModelParameters;
}

/** Our own words around a text that is read back. */
const readingTokens = 2_000;
/** The least room for an answer under a cap: models that think first write before they write. */
const leastAnswerTokens = 4_096;
/** A row may be this many times longer than a usual one. */
const longRow = 4;

/** Input and output tokens of a usual answer. */
export function likelyTokens({ task, messages, schema }: SizedRequest): number {
  if (task.conversation !== undefined) {
    const { inputTokens, outputTokens } = likelyConversation(task.conversation);
    return inputTokens + outputTokens;
  }
  const characters =
    messages.reduce((sum, { content }) => sum + content.length, 0) + lengthOf(schema);
  const once = characters / charactersPerToken + rowTokens(task.fields) * task.rows.length;
  return Math.ceil(once * requestsOf(task));
}

/** A text that is read back takes a second request, which is no longer than the first with its answer. */
export function requestsOf({ verification }: RowTask): number {
  return verification?.method === 'extract' ? 2 : 1;
}

/**
 * The most a request can use. Input: no tokeniser makes more tokens than bytes of UTF-8. Output: the
 * limit of the parameters, which under a cap has to be there (`withAnswerLimit`).
 */
export function mostUsage({ task, messages, schema, parameters }: SizedRequest): Usage {
  if (task.conversation !== undefined)
    return mostConversation(task.conversation, parameters.maxTokens ?? 0);
  const bytes = messages.reduce((sum, { content }) => sum + utf8Length(content), 0);
  const outputTokens = parameters.maxTokens ?? 0;
  // Twice the schema: some providers are told its bounds once more, in words.
  const inputTokens = bytes + 2 * lengthOf(schema) + framingTokens * (messages.length + 1);
  if (requestsOf(task) === 1) return { inputTokens, outputTokens };
  const fields = 4 * utf8Length(JSON.stringify(task.verification?.fields ?? []));
  return {
    inputTokens: 2 * inputTokens + readingTokens + fields + outputTokens,
    outputTokens: 2 * outputTokens,
  };
}

/** The parameters with a limit of the answer's length: without one, nothing bounds what a request costs. */
export function withAnswerLimit(parameters: ModelParameters, task: RowTask): ModelParameters {
  if (parameters.maxTokens !== undefined) return parameters;
  const usual = rowTokens(task.fields) * task.rows.length;
  return { ...parameters, maxTokens: Math.max(leastAnswerTokens, Math.ceil(usual * longRow)) };
}

export interface Priced {
  readonly providerId: string;
  readonly model: string;
  readonly usage: Usage;
}

/** Tokens and, where the price is known, dollars. */
export function spendOf(price: RequestPrice, { providerId, model, usage }: Priced): Spend {
  const tokens = (usage.inputTokens ?? 0) + (usage.outputTokens ?? 0);
  const cost = price({ providerId, model, usage });
  return cost.kind === 'known' ? { tokens, costUsd: cost.costUsd } : { tokens };
}

function lengthOf(schema: JsonObject | undefined): number {
  return schema === undefined ? 0 : utf8Length(JSON.stringify(schema));
}
