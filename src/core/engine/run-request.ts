/**
 * One request: its intent is durable before it leaves, rows are offered as they close in the stream,
 * and accepted ones join the group commit. Whatever happens, an end record closes the intent.
 */
import { ReportedError, toErrorReport } from '#core/base/error-report.ts';
import { untilAborted } from '#core/base/until-aborted.ts';
import type { FinishReason, ModelRequest, Usage } from '#core/llm/language-model.ts';
import { ProviderError, type ProviderErrorKind } from '#core/llm/provider-error.ts';
import type { AnsweredRow, RowTask } from '#core/llm/row-task.ts';
import { createTaskReader } from '#core/llm/verbatim-answer.ts';
import { clearRequest, type Clearance } from './clear-request.ts';
import { answeredTask } from './verify/verified-model.ts';
import type { AcceptedRow, Verdict } from './dataset-port.ts';
import { createSlice } from './row-slice.ts';
import { createOfferQueue } from './offer-queue.ts';
import { failRows, rejectRow, type RunContext } from './run-context.ts';
import { answeringModel, tracedRequest } from './trace-request.ts';

export interface Ask {
  readonly callId: string;
  readonly alias: string;
  /** Ascending, at least one. */
  readonly rows: readonly number[];
  /** Requests that were sent for these rows before and failed on the way. */
  readonly failures: number;
  /** The limit of the answer's length is raised. */
  readonly isRaised: boolean;
}

/** How a request went. */
export interface Answer {
  readonly requestId: string;
  readonly finish?: FinishReason | undefined;
  /** The provider's fault that ended it. */
  readonly error?: ProviderError | undefined;
  readonly answered: readonly number[];
  /** Rows that were asked for and did not come. */
  readonly missing: readonly number[];
  readonly acceptedRows: number;
  /** Why answered rows were refused. */
  readonly reasons: readonly string[];
  readonly hasText: boolean;
  /** What of the answer could not be read. */
  readonly problem?: string | undefined;
  /** The request limited the length of its answer. */
  readonly hasLengthLimit: boolean;
  /** A stop or a pause ended it before it was complete. */
  readonly isCut: boolean;
}

interface Reading {
  readonly requestId: string;
  readonly ask: Ask;
  readonly seen: Set<number>;
  readonly reasons: string[];
  readonly attempt: number;
  readonly keep: (row: AcceptedRow) => void;
  /** Undefined until the request may leave. */
  clearance?: Clearance | undefined;
  startedAtMs?: number | undefined;
  hasLengthLimit: boolean;
  acceptedRows: number;
  usage: Usage;
  hasText: boolean;
  finish?: FinishReason | undefined;
  problem?: string | undefined;
  error?: unknown;
}

/**
 * Sends one request and reads its answer to the end. Rejects with the journal's error when the intent
 * could not be written (nothing was sent then); provider faults and a stop are part of the answer.
 */
export async function askForRows(context: RunContext, ask: Ask): Promise<Answer> {
  const { host } = context;
  const requestId = host.createRequestId();
  const attempt = attemptOf(context, ask);
  await Promise.all([
    context.journal.write([intentOf(context, ask, { requestId, attempt: attempt + ask.failures })]),
    host.dataset.markWaiting(ask.callId, ask.rows),
  ]);
  const reading: Reading = {
    requestId,
    ask,
    seen: new Set(),
    reasons: [],
    attempt: attempt + ask.failures,
    keep: createSlice(context, requestId, ask.callId),
    hasLengthLimit: false,
    acceptedRows: 0,
    usage: {},
    hasText: false,
  };
  try {
    await readRows(context, reading, attempt);
  } catch (error) {
    reading.error = error;
  }
  endRequest(context, reading);
  const unanswered = ask.rows.filter((row) => !reading.seen.has(row));
  if (unanswered.length > 0) await host.dataset.giveBack(ask.callId, unanswered);
  return toAnswer(context, reading);
}

function attemptOf({ work }: RunContext, { callId, rows }: Ask): number {
  return 1 + Math.max(...rows.map((row) => work.attempts(callId, row)));
}

function intentOf(context: RunContext, ask: Ask, named: { requestId: string; attempt: number }) {
  const { resolved } = context.endpoint(ask.alias);
  return {
    kind: 'intent',
    requestId: named.requestId,
    callId: ask.callId,
    rows: ask.rows,
    attempt: named.attempt,
    provider: resolved.model.id,
    model: resolved.modelName,
    atMs: context.host.clock.now(),
  } as const;
}

async function readRows(context: RunContext, reading: Reading, attempt: number): Promise<void> {
  const { host, stop } = context;
  const { ask } = reading;
  const { resolved, state } = context.endpoint(ask.alias);
  state.drain.throwIfAborted();
  const task = await host.dataset.prepare({
    callId: ask.callId,
    rows: ask.rows,
    attempt,
    corrections: correctionsOf(context, ask),
  });
  const request = await clear(context, reading, task);
  const isFinished = (): boolean => reading.finish !== undefined && reading.finish !== 'length';
  const reader = createTaskReader(answeredTask(task), isFinished);
  const offers = createOfferQueue<AnsweredRow>((rows) => offerRows(context, reading, rows));
  const take = (rows: readonly AnsweredRow[]): void => {
    offers.push(freshRows(context, reading, rows));
  };
  try {
    for await (const event of untilAborted(
      answeringModel(context, reading, task).stream(request, stop),
      stop,
    ))
      if (event.kind === 'text-delta') {
        reading.hasText ||= event.text.trim() !== '';
        host.trace?.(reading.requestId, { kind: 'text', text: event.text });
        take(reader.push(event.text));
      } else if (event.kind === 'usage') reading.usage = event.usage;
      else reading.finish = event.reason;
  } finally {
    // Also after a cut: rows that only the end could tell are paid for.
    if (!stop.aborted) {
      const { rows, problems } = reader.end(reading.finish);
      reading.problem = problems[0]?.message;
      take(rows);
    }
    await offers.settled();
  }
  if (reading.finish === undefined)
    throw new ProviderError({
      provider: resolved.model.id,
      kind: 'cut-off',
      message: 'The connection ended before the answer was complete.',
    });
}

/** Waits for what the minute and the cap allow; from then on the request counts as sent. */
async function clear(context: RunContext, reading: Reading, task: RowTask): Promise<ModelRequest> {
  const { requestId, ask } = reading;
  const clearance = await clearRequest(context, { ...ask, requestId, task });
  reading.clearance = clearance;
  reading.hasLengthLimit = clearance.request.parameters.maxTokens !== undefined;
  reading.startedAtMs = context.host.clock.now();
  context.emit({
    kind: 'request-started',
    requestId,
    callId: ask.callId,
    rows: ask.rows,
    attempt: reading.attempt,
    atMs: reading.startedAtMs,
  });
  return tracedRequest(context, reading, clearance.request);
}

function correctionsOf({ work }: RunContext, { callId, rows }: Ask) {
  const corrections: Record<number, readonly string[]> = {};
  for (const row of rows) {
    const reasons = work.reasons(callId, row);
    if (reasons.length > 0) corrections[row] = reasons;
  }
  return corrections;
}

/** Rows that were not asked for, or that came before, are ignored: the first answer counts. */
function freshRows(
  context: RunContext,
  { ask, seen, requestId }: Reading,
  rows: readonly AnsweredRow[],
): readonly AnsweredRow[] {
  const fresh = rows.filter(({ row }) => {
    const isFresh = ask.rows.includes(row) && !seen.has(row);
    if (isFresh) seen.add(row);
    return isFresh;
  });
  if (fresh.length > 0)
    context.emit({ kind: 'rows-streamed', requestId, rows: fresh.map(({ row }) => row) });
  return fresh;
}

async function offerRows(
  context: RunContext,
  reading: Reading,
  fresh: readonly AnsweredRow[],
): Promise<void> {
  const { ask, requestId } = reading;
  const verdicts = await context.host.dataset.offer(ask.callId, fresh);
  for (const verdict of verdicts) {
    const values = fresh.find(({ row }) => row === verdict.row)?.values ?? {};
    const reasons = verdict.kind === 'accepted' ? [] : verdict.reasons;
    context.host.trace?.(requestId, { kind: 'row', row: verdict.row, values, reasons });
    settleRow(context, reading, verdict);
  }
}

/** Repeats of a row count against the run only after it was told twice. */
const attemptsBeforeJudging = 2;

function settleRow(context: RunContext, reading: Reading, verdict: Verdict): void {
  const { requestId, ask } = reading;
  if (verdict.kind === 'accepted') {
    reading.acceptedRows += 1;
    context.guard.noteRow(undefined);
    const { resolved } = context.endpoint(ask.alias);
    reading.keep({
      row: verdict.row,
      cells: verdict.cells,
      madeBy: resolved.model.id,
      model: resolved.modelName,
      requestId,
    });
    context.work.accept(ask.callId, verdict.row);
    return;
  }
  const { row, reasons } = verdict;
  // Parallel answers repeat each other at first; that says nothing yet about what the model can do.
  const isEarly = context.work.attempts(ask.callId, row) < attemptsBeforeJudging;
  if (verdict.isRepeat !== true || !isEarly) {
    reading.reasons.push(reasons[0] ?? '');
    context.guard.noteRow(reasons[0] ?? '');
  }
  if (verdict.isFinal === true)
    failRows(context, ask.callId, { rows: [row], reason: reasons.join(' ') });
  else rejectRow(context, { requestId, callId: ask.callId, row, reasons });
}

function endRequest(context: RunContext, reading: Reading): void {
  const { requestId, usage, acceptedRows, clearance } = reading;
  const atMs = context.host.clock.now();
  const durationMs = atMs - (reading.startedAtMs ?? atMs);
  // After a stop every error is the stop's, however a protocol may have wrapped it.
  const cause: unknown =
    isCut(context, reading) && context.stop.aborted ? context.stop.reason : reading.error;
  const error = cause === undefined ? {} : { error: toErrorReport(cause) };
  const spent = clearance?.settle({
    usage,
    hasText: reading.hasText,
    error: providerFault(reading.error),
  });
  context.host.trace?.(requestId, { kind: 'ended', usage, durationMs, ...error });
  context.journal.add({
    collect: () => [
      {
        kind: 'end',
        requestId,
        usage,
        durationMs,
        ...error,
        ...(spent === undefined ? {} : { spent }),
        ...(clearance === undefined ? { isUnsent: true as const } : {}),
      },
    ],
    apply: () => {
      if (clearance === undefined) return;
      context.emit({
        kind: 'request-ended',
        requestId,
        usage,
        durationMs,
        acceptedRows,
        atMs,
        ...error,
      });
      context.emit({ kind: 'spend-changed', spent: context.costCap.spent });
    },
  });
}

function toAnswer(context: RunContext, reading: Reading): Answer {
  const { error, seen, ask, ...told } = reading;
  const fault = providerFault(error);
  const wasCut = isCut(context, reading);
  if (error !== undefined && fault === undefined && !wasCut) throw error as Error;
  return {
    requestId: told.requestId,
    finish: told.finish,
    error: fault,
    answered: [...seen],
    missing: ask.rows.filter((row) => !seen.has(row)),
    acceptedRows: told.acceptedRows,
    reasons: told.reasons,
    hasText: told.hasText,
    problem: told.problem,
    hasLengthLimit: told.hasLengthLimit,
    isCut: wasCut,
  };
}

/** A stop or a pause ended it. */
function isCut(context: RunContext, { error, ask }: Reading): boolean {
  if (error === undefined) return false;
  return context.stop.aborted || error === context.endpoint(ask.alias).state.drain.reason;
}

/** The fault as this side of a worker border knows it. */
function providerFault(error: unknown): ProviderError | undefined {
  if (error instanceof ProviderError) return error;
  if (!(error instanceof ReportedError) || error.report.name !== 'ProviderError') return undefined;
  const { message, status, retryAfterMs } = error.report;
  const kind = error.report.kind as ProviderErrorKind;
  return new ProviderError({ provider: 'rowsmith', kind, message, status, retryAfterMs });
}
