/**
 * What a run will ask for, before it asks: requests exactly, tokens roughly, from prompts that are
 * really built. Prices are not known here yet, so only a model that costs nothing has a cost.
 */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { buildPrompt } from '#core/llm/prompt.ts';
import type { RowTask, TaskField } from '#core/llm/row-task.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import type { Dataset } from './dataset.ts';
import type { PlannedCall } from './dataset-port.ts';

export interface RunEstimate {
  /** Rows of which a model still has to write a part. */
  readonly rows: number;
  /** Requests when nothing has to be repeated. */
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: EstimatedCost;
}

export type EstimatedCost = { readonly kind: 'free' } | { readonly kind: 'unknown' };

/** What an estimate reads of a dataset. */
export type EstimatedDataset = Pick<Dataset, 'design' | 'store' | 'plan' | 'prepare'>;

/** Characters per token of English text and JSON: a rule of thumb, good to about a third. */
const charactersPerToken = 4;

/** Tokens of a text of this many characters, roughly. */
export function estimatedTokens(characters: number): number {
  return Math.round(characters / charactersPerToken);
}

/**
 * Estimates rows [0, rowCount) as they stand: rows that are done cost nothing. Asks no model and adds
 * no rows to the dataset, except a first one to an empty dataset.
 */
export function estimateRun(dataset: EstimatedDataset, rowCount: number): RunEstimate {
  const plannedRows = Math.min(rowCount, Math.max(1, dataset.store.rowCount));
  const newRows = rowCount - plannedRows;
  const calls = dataset
    .plan(plannedRows)
    .calls.filter(({ pending }) => pending.length + newRows > 0);
  const rows = new Set<number>();
  let requests = 0;
  let inputTokens = 0;
  let outputTokens = 0;
  for (const call of calls) {
    const size = sizeOf(dataset, call);
    const open = call.pending.length + newRows;
    const count = Math.ceil(open / Math.max(1, call.rowsPerRequest));
    requests += count;
    inputTokens += size.promptTokens * count;
    outputTokens += size.rowTokens * open;
    for (const row of call.pending) rows.add(row);
  }
  return {
    rows: calls.length === 0 ? 0 : rows.size + newRows,
    requests,
    inputTokens: Math.round(inputTokens),
    outputTokens: Math.round(outputTokens),
    cost: costOf(dataset, calls),
  };
}

function costOf({ design }: EstimatedDataset, calls: readonly PlannedCall[]): EstimatedCost {
  const demo = design.models.filter(({ provider }) => provider === 'demo');
  const isFree = calls.every((call) => demo.some(({ alias }) => alias === call.alias));
  return { kind: isFree ? 'free' : 'unknown' };
}

/** For a call whose messages read what no model has written yet. */
const usualPromptTokens = 500;
const usualRowTokens = 40;

function sizeOf(
  dataset: EstimatedDataset,
  { callId, pending, rowsPerRequest }: PlannedCall,
): { readonly promptTokens: number; readonly rowTokens: number } {
  const rows = pending.length > 0 ? pending.slice(0, rowsPerRequest) : [0];
  try {
    const task = dataset.prepare({ callId, rows, attempt: 1, corrections: {} });
    return { promptTokens: promptTokens(task), rowTokens: rowTokens(task.fields) };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return { promptTokens: usualPromptTokens, rowTokens: usualRowTokens };
  }
}

function promptTokens(task: RowTask): number {
  const { messages, schema } = buildPrompt(task);
  const texts = messages.reduce((sum, { content }) => sum + content.length, 0);
  return (texts + lengthOf(schema.schema)) / charactersPerToken;
}

function lengthOf(value: JsonObject | JsonValue): number {
  return JSON.stringify(value).length;
}

/** Tokens of one answered row: keys and punctuation, and a usual length of each value. */
function rowTokens(fields: readonly TaskField[]): number {
  return fields.reduce((sum, field) => sum + fieldTokens(field), 4);
}

function fieldTokens(field: TaskField): number {
  return 2 + field.name.length / charactersPerToken + valueTokens(field);
}

const usualListLength = 3;
const tokensPerWord = 4 / 3;

function valueTokens(field: TaskField): number {
  switch (field.type) {
    case 'integer':
    case 'decimal':
    case 'boolean':
      return 3;
    case 'date':
    case 'datetime':
      return 8;
    case 'object':
      return rowTokens(field.fields ?? []);
    case 'list':
      return usualListLength * (field.fields === undefined ? 5 : rowTokens(field.fields));
    case 'text':
      return textTokens(field);
  }
}

function textTokens({ values, length }: TaskField): number {
  if (values !== undefined && values.length > 0)
    return (
      values.reduce((sum, { length: size }) => sum + size, 0) / values.length / charactersPerToken
    );
  const bound = length?.high ?? (length?.low === undefined ? undefined : length.low * 1.5);
  if (length === undefined || bound === undefined) return 20;
  return length.unit === 'words' ? bound * tokensPerWord : bound / charactersPerToken;
}
