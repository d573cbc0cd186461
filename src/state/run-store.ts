/** What is known of the run: a pure fold over its events, notified at most once per batch. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorReport } from '#core/base/error-report.ts';
import type { Spend } from '#core/engine/cost-cap.ts';
import type { JudgeSummary, RunEnd, RunEvent } from '#core/engine/run-event.ts';
import type { StoredRequest } from '#core/engine/stored-requests.ts';
import {
  tallyEnded,
  tallySent,
  type AskedModel,
  type UsageTally,
} from '#core/engine/usage-tally.ts';
import type { Usage } from '#core/llm/language-model.ts';

export type RunStatus = 'idle' | 'starting' | 'running' | 'stopping' | RunEnd['kind'];

type Event<Kind extends RunEvent['kind']> = Extract<RunEvent, { kind: Kind }>;

export interface RequestEntry {
  readonly requestId: string;
  readonly callId: string;
  readonly rows: readonly number[];
  readonly attempt: number;
  readonly startedAtMs: number;
  readonly streamedRows: number;
  readonly acceptedRows: number;
  readonly rejectedRows: number;
  /** When its first row had arrived. */
  readonly firstRowAtMs?: number;
  readonly endedAtMs?: number;
  readonly usage?: Usage;
  readonly error?: ErrorReport;
  /** Known from the journal of an earlier visit. */
  readonly isStored?: boolean;
}

/** Why it waits, while it waits. */
export interface Throttle {
  readonly reason: string;
  /** When it goes on by itself, where that is known. */
  readonly untilMs?: number;
  /** Requests at a time from then on. */
  readonly concurrency?: number;
  /** Nothing is sent meanwhile: rows that still arrive were asked for before. */
  readonly isForAll?: boolean;
}

export interface RunState {
  /** Empty before the first run of a document. */
  readonly runId: string;
  readonly status: RunStatus;
  /** Rows asked for by this run; a preview asks for few. */
  readonly rowCount: number;
  readonly finishedRows: number;
  readonly failedRows: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** Rows finished before this start, which say nothing about its speed. */
  readonly finishedBefore: number;
  /** Requests that may be in flight now. */
  readonly concurrency: number;
  /** Why that is less than the user asked for. */
  readonly laneNote?: string | undefined;
  readonly inFlight: number;
  /** What counts under the cap, earlier parts of the run included. */
  readonly spent: Spend;
  readonly requestCount: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** What all requests of the run used, earlier parts included. */
  readonly usage: readonly UsageTally[];
  /** The model behind each call of this start, by call id. */
  readonly models: Readonly<Record<string, Omit<AskedModel, 'callId'>>>;
  /** The newest 500 requests, oldest first. */
  readonly requests: readonly RequestEntry[];
  /** The chosen cells are written; so many rows that were not chosen are still open. */
  readonly openRows?: number | undefined;
  /** Its rows came with a link: nothing was asked for here yet. */
  readonly isFromLink?: boolean | undefined;
  /** The round that rows which scored too low are written again in. */
  readonly round?: Omit<Event<'round-started'>, 'kind'> | undefined;
  readonly judged?: JudgeSummary | undefined;
  /** It was finished more than a day ago and is in no file yet. */
  readonly isUnsaved?: boolean | undefined;
  readonly throttle?: Throttle | undefined;
  /** Why it paused. */
  readonly problem?: ErrorReport | undefined;
}

export const idleRun: RunState = {
  runId: '',
  status: 'idle',
  rowCount: 0,
  finishedRows: 0,
  failedRows: 0,
  startedAtMs: 0,
  endedAtMs: 0,
  finishedBefore: 0,
  concurrency: 0,
  inFlight: 0,
  spent: { tokens: 0 },
  requestCount: 0,
  inputTokens: 0,
  outputTokens: 0,
  usage: [],
  models: {},
  requests: [],
};

const keptRequests = 500;

export interface TimedEvents {
  readonly runId: string;
  readonly events: readonly RunEvent[];
  readonly nowMs: number;
}

/** The next state after a batch of events; events of another run are ignored. */
export function reduceRun(state: RunState, batch: TimedEvents): RunState {
  if (batch.runId !== state.runId) return state;
  return batch.events.reduce((current, event) => reduceEvent(current, event, batch.nowMs), state);
}

function reduceEvent(state: RunState, event: RunEvent, nowMs: number): RunState {
  switch (event.kind) {
    case 'run-started':
      return started(state, event, nowMs);
    case 'lanes-changed':
      return { ...state, inFlight: event.inFlight, concurrency: event.allowed };
    case 'spend-changed':
      return { ...state, spent: event.spent };
    case 'endpoint-paused':
      return { ...state, throttle: { reason: event.problem.message } };
    case 'request-started':
      return addRequest(state, event);
    case 'rows-streamed':
      return updateRequest(state, event.requestId, (request) => ({
        ...request,
        streamedRows: request.streamedRows + event.rows.length,
        firstRowAtMs: request.firstRowAtMs ?? nowMs,
      }));
    case 'rows-committed':
      return { ...state, finishedRows: event.finishedRows, throttle: lasting(state, nowMs) };
    case 'row-rejected':
      return updateRequest(state, event.requestId, (request) => ({
        ...request,
        rejectedRows: request.rejectedRows + 1,
      }));
    case 'rows-failed':
      return { ...state, failedRows: state.failedRows + event.rows.length };
    case 'request-ended':
      return endRequest(state, event);
    case 'run-throttled':
      return { ...state, throttle: throttleOf(event, nowMs) };
    case 'round-started':
      return { ...state, round: { round: event.round, rows: event.rows, tries: event.tries } };
    case 'run-ended':
      return ended(state, event, nowMs);
  }
}

/** What an earlier start ended with is over; what it used stays. */
function started(state: RunState, event: Event<'run-started'>, nowMs: number): RunState {
  return {
    ...state,
    status: state.status === 'stopping' ? 'stopping' : 'running',
    rowCount: event.rowCount,
    finishedRows: event.finishedRows,
    finishedBefore: event.finishedRows,
    failedRows: 0,
    startedAtMs: nowMs,
    concurrency: event.concurrency,
    laneNote: event.laneNote,
    isUnsaved: false,
    problem: undefined,
    openRows: undefined,
    isFromLink: undefined,
    round: undefined,
    judged: undefined,
  };
}

function ended(state: RunState, event: Event<'run-ended'>, nowMs: number): RunState {
  const { end } = event;
  return {
    ...state,
    round: undefined,
    judged: event.judged,
    status: end.kind,
    finishedRows: Math.max(event.finishedRows, state.finishedRows),
    failedRows: event.failedRows,
    endedAtMs: nowMs,
    inFlight: 0,
    throttle: undefined,
    problem: end.kind === 'paused' ? end.problem : undefined,
    openRows: end.kind === 'stopped' ? end.openRows : undefined,
  };
}

function throttleOf(
  { reason, waitMs, concurrency, isForAll = false }: Event<'run-throttled'>,
  nowMs: number,
): Throttle {
  return waitMs > 0 ? { reason, untilMs: nowMs + waitMs, concurrency, isForAll } : { reason };
}

/** Rows that arrive end a wait, unless the endpoint is closed for longer. */
function lasting({ throttle }: RunState, nowMs: number): Throttle | undefined {
  const isClosed = throttle?.isForAll === true && (throttle.untilMs ?? 0) > nowMs;
  return isClosed ? throttle : undefined;
}

/** The requests of a journal, as far as it tells: without the moments at which their rows arrived. */
export function withStored(state: RunState, stored: readonly StoredRequest[]): RunState {
  const requests = stored.slice(-keptRequests).map((request): RequestEntry => {
    const { requestId, callId, rows, attempt, atMs = 0, acceptedRows, refused } = request;
    const { usage, durationMs = 0, error } = request;
    return {
      requestId,
      callId,
      rows,
      attempt,
      startedAtMs: atMs,
      streamedRows: acceptedRows + refused.length,
      acceptedRows,
      rejectedRows: refused.length,
      endedAtMs: atMs + durationMs,
      isStored: true,
      ...(usage === undefined ? {} : { usage }),
      ...(error === undefined ? {} : { error }),
    };
  });
  const sum = (read: (usage: Usage) => number | undefined): number =>
    stored.reduce((total, { usage }) => total + (usage === undefined ? 0 : (read(usage) ?? 0)), 0);
  return {
    ...state,
    requests,
    requestCount: stored.length,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
  };
}

function addRequest(state: RunState, event: Event<'request-started'>): RunState {
  const entry: RequestEntry = {
    requestId: event.requestId,
    callId: event.callId,
    rows: event.rows,
    attempt: event.attempt,
    startedAtMs: event.atMs,
    streamedRows: 0,
    acceptedRows: 0,
    rejectedRows: 0,
  };
  return {
    ...state,
    requestCount: state.requestCount + 1,
    usage: tallySent(state.usage, askedModel(state, event.callId), event.rows.length),
    requests: [...state.requests, entry].slice(-keptRequests),
  };
}

function endRequest(state: RunState, event: Event<'request-ended'>): RunState {
  const request = state.requests.find(({ requestId }) => requestId === event.requestId);
  const next = updateRequest(state, event.requestId, (request) => ({
    ...request,
    acceptedRows: event.acceptedRows,
    endedAtMs: event.atMs,
    usage: event.usage,
    ...(event.error === undefined ? {} : { error: event.error }),
  }));
  return {
    ...next,
    usage:
      request === undefined
        ? state.usage
        : tallyEnded(state.usage, {
            ...askedModel(state, request.callId),
            rowCount: request.rows.length,
            usage: event.usage,
            durationMs: event.durationMs,
            error: event.error,
          }),
    inputTokens: state.inputTokens + (event.usage.inputTokens ?? 0),
    outputTokens: state.outputTokens + (event.usage.outputTokens ?? 0),
  };
}

function askedModel({ models }: RunState, callId: string): AskedModel {
  return { callId, ...(models[callId] ?? { provider: '', model: '' }) };
}

function updateRequest(
  state: RunState,
  requestId: string,
  change: (request: RequestEntry) => RequestEntry,
): RunState {
  const requests = state.requests.map((request) =>
    request.requestId === requestId ? change(request) : request,
  );
  return { ...state, requests };
}

export function isRunning(status: RunStatus): boolean {
  return status === 'starting' || status === 'running' || status === 'stopping';
}

/** Rows per second of this start, and seconds left at that rate; undefined before the first rows. */
export function runPace(
  state: RunState,
  nowMs: number,
): { rowsPerSecond: number; secondsLeft: number } | undefined {
  const done = state.finishedRows - state.finishedBefore;
  const seconds = (nowMs - state.startedAtMs) / 1_000;
  if (done <= 0 || seconds <= 0) return undefined;
  const rowsPerSecond = done / seconds;
  const left = Math.max(0, state.rowCount - state.finishedRows - state.failedRows);
  return { rowsPerSecond, secondsLeft: left / rowsPerSecond };
}

export function createRunStore(): StoreApi<RunState> {
  return createStore<RunState>(() => idleRun);
}
