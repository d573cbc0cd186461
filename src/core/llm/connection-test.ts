/**
 * One small request of the same shape as a run's, so that what it proves is what a run needs: address,
 * key, model, streaming and the fixed form of the answer.
 */
import type { Clock } from '#core/base/clock.ts';
import { toErrorReport, type ErrorReport } from '#core/base/error-report.ts';
import { isJsonObject, parseJson } from '#core/base/json.ts';
import type { LanguageModel, ModelEvent, ModelParameters, Usage } from './language-model.ts';
import { buildPrompt } from './prompt.ts';
import { ProviderError } from './provider-error.ts';
import { readAnswer } from './read-answer.ts';
import type { RowTask } from './row-task.ts';

export interface ConnectionTest {
  readonly model: LanguageModel;
  readonly modelName: string;
  readonly clock: Clock;
  /** Only its first row is asked for; without a task, a row of one word. */
  readonly task?: RowTask | undefined;
  /** Those of a run. */
  readonly parameters?: ModelParameters | undefined;
  readonly signal?: AbortSignal;
}

export interface ConnectionResult {
  readonly ok: boolean;
  /** From the start to the first closed row, and to the end. */
  readonly firstRowMs?: number;
  readonly totalMs?: number;
  readonly usage?: Usage;
  /** The whole answer was JSON of the form asked for, without prose or fences. */
  readonly isStructured?: boolean;
  readonly problem?: ErrorReport;
}

const wordTask: RowTask = {
  callId: 'connection-test',
  brief: 'A test of the connection.',
  instructions: '',
  systemMessages: [],
  fields: [{ name: 'word', description: 'Any English word', type: 'text' }],
  rules: [],
  examples: [],
  rows: [{ row: 0, facts: {}, notes: {}, messages: [], corrections: [] }],
  avoid: [],
  seed: 1,
  attempt: 1,
};

/** Never rejects but with the reason of an aborted signal: every fault is a report. */
export async function testConnection(test: ConnectionTest): Promise<ConnectionResult> {
  const { clock } = test;
  const signal = test.signal ?? new AbortController().signal;
  const full = test.task ?? wordTask;
  const task = { ...full, rows: full.rows.slice(0, 1), avoid: [] };
  const startMs = clock.now();
  const copy = { text: '' };
  let firstRowMs: number | undefined;
  let usage: Usage | undefined;
  try {
    const parameters = test.parameters ?? {};
    const prompt = buildPrompt({ ...task, delivery: parameters.delivery });
    const request = { model: test.modelName, ...prompt, parameters, task };
    for await (const part of readAnswer(copyText(test.model.stream(request, signal), copy), task)) {
      if (part.kind === 'rows') firstRowMs ??= clock.now() - startMs;
      else if (part.kind === 'usage') usage = part.usage;
    }
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, problem: toErrorReport(error) };
  }
  const totalMs = clock.now() - startMs;
  const measured = { totalMs, isStructured: isWhole(copy.text), ...(usage && { usage }) };
  return firstRowMs === undefined
    ? { ok: false, ...measured, problem: noRow(test.model.id, test.modelName) }
    : { ok: true, firstRowMs, ...measured };
}

async function* copyText(
  events: AsyncIterable<ModelEvent>,
  copy: { text: string },
): AsyncGenerator<ModelEvent, void, undefined> {
  for await (const event of events) {
    if (event.kind === 'text-delta') copy.text += event.text;
    yield event;
  }
}

function isWhole(text: string): boolean {
  const parsed = parseJson(text, { maxLength: 1_000_000 });
  return parsed.ok && isJsonObject(parsed.value) && Array.isArray(parsed.value.rows);
}

function noRow(provider: string, modelName: string): ErrorReport {
  return toErrorReport(
    new ProviderError({
      provider,
      kind: 'malformed-output',
      message: `The server answers, but “${modelName}” wrote no row in the form asked for. Choose a model that can follow a JSON schema.`,
    }),
  );
}
