/**
 * One small request of the same shape as a run's, so that what it proves is what a run needs: address,
 * key, model, streaming and the fixed form of the answer.
 */
import type { Clock } from '#core/base/clock.ts';
import { toErrorReport, type ErrorReport } from '#core/base/error-report.ts';
import { isJsonObject, parseJson } from '#core/base/json.ts';
import type { LanguageModel, ModelEvent, ModelParameters, Usage } from './language-model.ts';
import { readAnswer } from './answer-parts.ts';
import { promptOf } from './verbatim-answer.ts';
import { ProviderError } from './provider-error.ts';

import type { AnsweredRow, RowTask } from './row-task.ts';

export interface ConnectionTest {
  readonly model: LanguageModel;
  readonly modelName: string;
  readonly clock: Clock;
  /** Without a task, a row of one word. */
  readonly task?: RowTask | undefined;
  /** How many rows of the task are asked for, from the first on; one when absent. */
  readonly rowCount?: number | undefined;
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
  /** The rows as answered, in the order they closed; values as the model wrote them. */
  readonly rows?: readonly AnsweredRow[];
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
  const signal = test.signal ?? new AbortController().signal;
  const startMs = test.clock.now();
  let heard: Heard;
  try {
    heard = await listen(test, signal);
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, problem: toErrorReport(error) };
  }
  const { firstRowAtMs, rows, text, usage } = heard;
  const totalMs = test.clock.now() - startMs;
  const measured = { totalMs, isStructured: isWhole(text), ...(usage && { usage }) };
  return firstRowAtMs === undefined
    ? { ok: false, ...measured, problem: noRow(test.model.id, test.modelName) }
    : { ok: true, firstRowMs: firstRowAtMs - startMs, rows, ...measured };
}

interface Heard {
  readonly rows: AnsweredRow[];
  text: string;
  firstRowAtMs?: number;
  usage?: Usage;
}

/** Sends the request and takes in the answer. */
async function listen(test: ConnectionTest, signal: AbortSignal): Promise<Heard> {
  const { model, modelName, clock, parameters = {}, rowCount = 1 } = test;
  const full = test.task === undefined ? wordTask : plainTask(test.task);
  const task = { ...full, rows: full.rows.slice(0, rowCount), avoid: [] };
  const prompt = promptOf({ ...task, delivery: parameters.delivery });
  const request = { model: modelName, ...prompt, parameters, task };
  const heard: Heard = { rows: [], text: '' };
  for await (const part of readAnswer(copyText(model.stream(request, signal), heard), task)) {
    if (part.kind === 'usage') heard.usage = part.usage;
    if (part.kind !== 'rows') continue;
    heard.firstRowAtMs ??= clock.now();
    heard.rows.push(...part.rows);
  }
  return heard;
}

/** A conversation is many requests for plain texts, so one of them stands for it. */
function plainTask(task: RowTask): RowTask {
  if (task.conversation === undefined) return task;
  const { conversation: _many, ...one } = task;
  return { ...one, chat: [{ role: 'user', content: 'Answer with one word.' }] };
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
