/**
 * What a run will ask for, before it asks: requests exactly, tokens roughly, from prompts that are
 * really built. What that costs is for whoever knows the prices.
 */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { promptOf } from '#core/llm/verbatim-answer.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import type { Dataset } from './dataset.ts';
import type { PlannedCall } from './dataset-port.ts';
import { likelyConversation, type ConversationSize } from './conversation/conversation-size.ts';
import { requestsOf } from './request-size.ts';
import { charactersPerToken, rowTokens, valueTokens } from './token-guess.ts';

export interface RunEstimate {
  /** Rows of which a model still has to write a part. */
  readonly rows: number;
  /** Requests when nothing has to be repeated. */
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The same by call, those with nothing to do left out. */
  readonly calls: readonly CallEstimate[];
}

export interface CallEstimate {
  readonly callId: string;
  readonly alias: string;
  /** Rows the call still has to write its part of. */
  readonly rows: number;
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What an estimate reads of a dataset. */
export type EstimatedDataset = Pick<Dataset, 'design' | 'store' | 'plan' | 'prepare'>;

/**
 * Estimates rows [0, rowCount) as they stand: rows that are done cost nothing, but when all are done
 * the estimate is for writing all of them anew. Asks no model and adds no rows to the dataset, except
 * a first one to an empty dataset.
 */
export function estimateRun(dataset: EstimatedDataset, rowCount: number): RunEstimate {
  const plannedRows = Math.min(rowCount, Math.max(1, dataset.store.rowCount));
  const newRows = rowCount - plannedRows;
  const planned = dataset.plan(plannedRows).calls;
  const open = planned.filter(({ pending }) => pending.length + newRows > 0);
  const isAnew = open.length === 0;
  const calls = rowCount === 0 ? [] : isAnew ? planned : open;
  const estimates = calls.map((call) =>
    estimateCall(dataset, call, isAnew ? rowCount : call.pending.length + newRows),
  );
  const rows = new Set(open.flatMap(({ pending }) => pending)).size + newRows;
  return {
    rows: calls.length === 0 ? 0 : isAnew ? rowCount : rows,
    requests: sumOf(estimates, ({ requests }) => requests),
    inputTokens: sumOf(estimates, ({ inputTokens }) => inputTokens),
    outputTokens: sumOf(estimates, ({ outputTokens }) => outputTokens),
    calls: estimates,
  };
}

function estimateCall(dataset: EstimatedDataset, call: PlannedCall, rows: number): CallEstimate {
  const { callId, alias, rowsPerRequest } = call;
  const size = sizeOf(dataset, call);
  if (size.kind === 'conversation') {
    const { requests, inputTokens, outputTokens } = size.each;
    return {
      callId,
      alias,
      rows,
      requests: requests * rows,
      inputTokens: inputTokens * rows,
      outputTokens: outputTokens * rows,
    };
  }
  const requests = Math.ceil(rows / Math.max(1, rowsPerRequest)) * size.times;
  return {
    callId,
    alias,
    rows,
    requests,
    inputTokens: Math.round(size.promptTokens * requests),
    outputTokens: Math.round(size.rowTokens * rows * size.times),
  };
}

function sumOf<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}

/** For a call whose messages read what no model has written yet. */
const usualPromptTokens = 500;
const usualRowTokens = 40;
/** A text that is asked for alone is seldom shorter. */
const usualTextTokens = 100;

type CallSize =
  | {
      readonly kind: 'rows';
      readonly promptTokens: number;
      readonly rowTokens: number;
      /** Requests for the same rows: two where a text is read back. */
      readonly times: number;
    }
  | { readonly kind: 'conversation'; readonly each: ConversationSize };

function sizeOf(
  dataset: EstimatedDataset,
  { callId, pending, rowsPerRequest }: PlannedCall,
): CallSize {
  const rows = pending.length > 0 ? pending.slice(0, rowsPerRequest) : [0];
  try {
    const task = dataset.prepare({ callId, rows, attempt: 1, corrections: {} });
    const { conversation } = task;
    if (conversation === undefined)
      return {
        kind: 'rows',
        promptTokens: promptTokens(task),
        rowTokens: answerTokens(task),
        times: requestsOf(task),
      };
    return {
      kind: 'conversation',
      each: likelyConversation(conversation, usualTurns(dataset, callId)),
    };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return { kind: 'rows', promptTokens: usualPromptTokens, rowTokens: usualRowTokens, times: 1 };
  }
}

/** Lengths are drawn evenly between the bounds, and a round has two turns. */
function usualTurns({ design }: EstimatedDataset, callId: string): number | undefined {
  const output = design.calls.find(({ id }) => id === callId)?.output;
  return output?.kind === 'conversation' ? output.minRounds + output.maxRounds : undefined;
}

function promptTokens(task: RowTask): number {
  const { messages, schema } = promptOf(task);
  const texts = messages.reduce((sum, { content }) => sum + content.length, 0);
  return (texts + (schema === undefined ? 0 : lengthOf(schema.schema))) / charactersPerToken;
}

function lengthOf(value: JsonObject | JsonValue): number {
  return JSON.stringify(value).length;
}

/** Tokens of one answered row in the form that is asked for: a line of CSV repeats no keys. */
function answerTokens({ fields, delivery, chat }: RowTask): number {
  if (chat !== undefined) return Math.max(usualTextTokens, ...fields.map(valueTokens));
  return delivery === 'csv'
    ? fields.reduce((sum, field) => sum + 1 + valueTokens(field), 2)
    : rowTokens(fields);
}
