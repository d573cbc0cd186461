/**
 * A text and its proof as one answer of one model: the rows are written, a second request reads the fields
 * back, and each row goes on with its report. Retries, limits and the journal see a single request.
 */
import { reportOf } from '#core/design/extraction/extraction-report.ts';
import { rowKeyOf } from '#core/llm/answer-schema.ts';
import type {
  FinishReason,
  LanguageModel,
  ModelEvent,
  ModelRequest,
  Usage,
} from '#core/llm/language-model.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import { buildPrompt } from '#core/llm/prompt.ts';
import { createAnswerReader } from '#core/llm/read-answer.ts';
import type { AnsweredRow, RowTask, TaskVerification } from '#core/llm/row-task.ts';

/** The model itself, unless the task is verified. */
export function verifiedModel(model: LanguageModel, { verification }: RowTask): LanguageModel {
  if (verification === undefined) return model;
  return { id: model.id, stream: (request, signal) => prove(model, request, signal) };
}

/** The task as its answer is read: with the report among the fields. */
export function answeredTask(task: RowTask): RowTask {
  const { verification } = task;
  if (verification === undefined) return task;
  const report = { name: verification.report, description: '', type: 'object' } as const;
  return { ...task, fields: [...task.fields, report] };
}

interface Asked {
  readonly rows: readonly AnsweredRow[];
  readonly usage: Usage;
  readonly reason: FinishReason;
}

async function* prove(
  model: LanguageModel,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent, void, undefined> {
  const { task } = request;
  const verification = task?.verification;
  if (task === undefined || verification === undefined) return;
  const written = await askRows(model, { ...request, task }, signal);
  const texts = new Map(
    written.rows.map(({ row, values }) => [row, textOf(values[verification.text])]),
  );
  const reading = extractionTask(task, verification, texts);
  const isAsked = verification.method === 'extract' && reading.rows.length > 0;
  const read = isAsked
    ? await askRows(model, { ...request, ...buildPrompt(reading), task: reading }, signal)
    : undefined;
  const found = new Map(read?.rows.map(({ row, values }) => [row, values]));
  const rowKey = rowKeyOf(answeredTask(task).fields);
  const rows = written.rows.map(({ row, values }) => ({
    ...values,
    [rowKey]: row + 1,
    // A text that could not be read back has no report, and is refused for that.
    [verification.report]:
      isAsked && !found.has(row)
        ? null
        : reportOf({
            given: verification.given[row] ?? {},
            text: texts.get(row) ?? '',
            found: found.get(row),
          }),
  }));
  yield { kind: 'usage', usage: addUsage(written.usage, read?.usage) };
  if (rows.length > 0) yield { kind: 'text-delta', text: JSON.stringify({ rows }) };
  yield { kind: 'finished', reason: written.reason };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The second request: the text is all it is shown. */
function extractionTask(
  task: RowTask,
  { fields, text, given }: TaskVerification,
  texts: ReadonlyMap<number, string>,
): RowTask {
  return {
    callId: task.callId,
    brief: '',
    instructions: '',
    systemMessages: [],
    rules: [],
    examples: [],
    avoid: [],
    fields,
    rows: [...texts].map(([row, value]) => ({
      row,
      facts: { [text]: value },
      notes: {},
      messages: [],
      corrections: [],
    })),
    seed: task.seed,
    attempt: task.attempt,
    extraction: { text, given },
  };
}

async function askRows(
  model: LanguageModel,
  request: ModelRequest & { readonly task: RowTask },
  signal: AbortSignal,
): Promise<Asked> {
  const reader = createAnswerReader(request.task);
  const rows: AnsweredRow[] = [];
  let usage: Usage = {};
  for await (const event of model.stream(request, signal))
    if (event.kind === 'text-delta') rows.push(...reader.push(event.text));
    else if (event.kind === 'usage') usage = event.usage;
    else {
      rows.push(...reader.end(event.reason).rows);
      return { rows, usage, reason: event.reason };
    }
  throw new ProviderError({
    provider: model.id,
    kind: 'cut-off',
    message: 'The connection ended before the answer was complete.',
  });
}

/** Unknown stays unknown: half a bill would look like a whole one. */
function addUsage(first: Usage, second: Usage | undefined): Usage {
  if (second === undefined) return first;
  const add = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined || b === undefined ? undefined : a + b;
  const inputTokens = add(first.inputTokens, second.inputTokens);
  const outputTokens = add(first.outputTokens, second.outputTokens);
  return {
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
  };
}
