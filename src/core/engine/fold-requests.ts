/** Journal records about requests: that one leaves, what is set aside for it, how it ended and what it cost. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import type { Usage } from '#core/llm/language-model.ts';
import { addSpend, type Spend } from './cost-cap.ts';
import type { Fold } from './journal-fold.ts';
import { isAmount, isCount, isName, isRowList, textOf } from './journal-guards.ts';
import { tallyEnded, tallySent, type EndedRequest } from './usage-tally.ts';

export function foldIntent(fold: Fold, record: JsonObject): boolean {
  const { requestId, callId, rows } = record;
  if (!isName(requestId) || !isName(callId) || !isRowList(rows)) return false;
  if (fold.sent.has(requestId)) return true;
  fold.sent.add(requestId);
  fold.rewritten.sent(callId, rows);
  const provider = textOf(record.provider);
  const model = textOf(record.model);
  const intent = { requestId, callId, rows, provider, model };
  fold.intents.set(requestId, intent);
  fold.usage = tallySent(fold.usage, intent, rows.length);
  return true;
}

export function foldReserve(fold: Fold, record: JsonObject): boolean {
  const spend = readSpend(record);
  if (!isName(record.requestId) || spend === undefined) return false;
  // Told once more, in a journal put together from two copies.
  if (fold.sent.has(record.requestId) && !fold.intents.has(record.requestId)) return true;
  fold.reserves.set(record.requestId, spend);
  return true;
}

function readSpend(value: unknown): Spend | undefined {
  if (!isJsonObject(value) || !isCount(value.tokens)) return undefined;
  const { tokens, costUsd } = value;
  return isAmount(costUsd) ? { tokens, costUsd } : { tokens };
}

export function foldEnd(fold: Fold, record: JsonObject): boolean {
  const { requestId, usage, durationMs, error } = record;
  if (!isName(requestId)) return false;
  const intent = fold.intents.get(requestId);
  // An end without an intent says nothing about who was asked.
  if (intent === undefined) return true;
  fold.intents.delete(requestId);
  if (record.isUnsent === true) fold.rewritten.unsent(intent.callId, intent.rows);
  const told = restoreUsage(usage);
  fold.usage = tallyEnded(fold.usage, {
    ...intent,
    rowCount: intent.rows.length,
    usage: told,
    durationMs: typeof durationMs === 'number' && durationMs > 0 ? durationMs : 0,
    error: isJsonObject(error) ? restoreFault(error) : undefined,
  });
  fold.reserves.delete(requestId);
  // Journals of older releases tell the tokens only.
  const tokens = (told.inputTokens ?? 0) + (told.outputTokens ?? 0);
  fold.spent = addSpend(fold.spent, readSpend(record.spent) ?? { tokens });
  return true;
}

function restoreUsage(usage: JsonValue | undefined): Usage {
  if (!isJsonObject(usage)) return {};
  const { inputTokens, outputTokens } = usage;
  return {
    inputTokens: isCount(inputTokens) ? inputTokens : undefined,
    outputTokens: isCount(outputTokens) ? outputTokens : undefined,
  };
}

function restoreFault({ kind, status }: JsonObject): EndedRequest['error'] {
  return {
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof status === 'number' ? { status } : {}),
  };
}
