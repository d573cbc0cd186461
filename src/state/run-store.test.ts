import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#core/engine/run-event.ts';
import { idleRun, reduceRun, runPace, type RunState } from './run-store.ts';

const started: RunEvent = {
  kind: 'run-started',
  runId: 'r',
  rowCount: 20,
  finishedRows: 4,
  concurrency: 2,
};

function request(requestId: string, rows: readonly number[]): RunEvent {
  return { kind: 'request-started', requestId, callId: 'write', rows, attempt: 1, atMs: 10 };
}

function committed(finishedRows: number): RunEvent {
  return { kind: 'rows-committed', callId: 'write', rows: [], finishedRows };
}

function ended(requestId: string): RunEvent {
  return {
    kind: 'request-ended',
    requestId,
    usage: { inputTokens: 100, outputTokens: 40 },
    durationMs: 5,
    acceptedRows: 2,
    atMs: 15,
  };
}

function fold(events: readonly RunEvent[], from: Partial<RunState> = {}): RunState {
  const state: RunState = { ...idleRun, runId: 'r', status: 'starting', ...from };
  return reduceRun(state, { runId: 'r', events, nowMs: 1_000 });
}

describe('the fold over run events', () => {
  it('ignores events of another run', () => {
    const state = { ...idleRun, runId: 'r' };
    expect(reduceRun(state, { runId: 'other', events: [started], nowMs: 0 })).toBe(state);
  });

  it('comes to the same state however events were batched', () => {
    const events = [started, request('a', [4, 5]), committed(5), ended('a'), committed(6)];
    expect(events.reduce((state, event) => fold([event], state), fold([]))).toEqual(fold(events));
  });

  it('knows how many requests are in flight, and how many may be', () => {
    const lanes: RunEvent = { kind: 'lanes-changed', inFlight: 3, allowed: 8 };
    expect(fold([started, lanes])).toMatchObject({ inFlight: 3, concurrency: 8 });
  });

  it('knows what counts under the cap', () => {
    const spent = { tokens: 140, costUsd: 0.006 };
    expect(fold([started, { kind: 'spend-changed', spent }]).spent).toEqual(spent);
  });

  it('says why one of several endpoints is left alone', () => {
    const problem = { name: 'ProviderError', message: 'No credit.' };
    expect(fold([started, { kind: 'endpoint-paused', problem }]).throttle).toEqual({
      reason: 'No credit.',
    });
  });

  it('counts requests, and tokens of those that ended', () => {
    const state = fold([started, request('a', [4]), request('b', [5]), ended('a')]);
    expect(state).toMatchObject({
      requestCount: 2,
      inputTokens: 100,
      outputTokens: 40,
    });
  });

  it('follows each request from streaming to its end', () => {
    const state = fold([
      started,
      request('a', [4, 5, 6]),
      { kind: 'rows-streamed', requestId: 'a', rows: [4, 5] },
      { kind: 'rows-streamed', requestId: 'a', rows: [6] },
      { kind: 'row-rejected', requestId: 'a', row: 6, reasons: ['too long'] },
      ended('a'),
    ]);
    expect(state.requests).toMatchObject([
      { requestId: 'a', streamedRows: 3, rejectedRows: 1, acceptedRows: 2, endedAtMs: 15 },
    ]);
  });

  it('keeps the newest 500 requests and counts all', () => {
    const events = Array.from({ length: 600 }, (_, index) => request(String(index), [index]));
    const state = fold([started, ...events]);
    expect(state.requests).toHaveLength(500);
    expect(state.requests.at(-1)?.requestId).toBe('599');
    expect(state.requestCount).toBe(600);
  });

  it('says why and how long it waits until rows come again', () => {
    const waiting: RunEvent = {
      kind: 'run-throttled',
      waitMs: 4_000,
      reason: 'Too many requests.',
      concurrency: 1,
    };
    const { throttle } = fold([started, waiting]);
    expect(throttle).toMatchObject({ reason: 'Too many requests.', untilMs: 5_000 });
    expect(fold([started, waiting, committed(5)]).throttle).toBeUndefined();
  });

  it('goes on saying so while nothing is sent, whatever still arrives', () => {
    const reason = 'Too many requests.';
    const closed: RunEvent = {
      kind: 'run-throttled',
      waitMs: 4_000,
      isForAll: true,
      reason,
      concurrency: 1,
    };
    const waiting = fold([started, closed, committed(5)]);
    expect(waiting.throttle).toMatchObject({ reason, untilMs: 5_000, concurrency: 1 });
    const after = reduceRun(waiting, { runId: 'r', events: [committed(6)], nowMs: 5_000 });
    expect(after.throttle).toBeUndefined();
  });

  it('stays stopping when the stop was asked for before the start was heard of', () => {
    expect(fold([started], { status: 'stopping' }).status).toBe('stopping');
  });

  it('keeps the rows of a run that ended without counting them', () => {
    const problem = { name: 'StorageError', message: 'Full.' };
    const state = fold([
      started,
      committed(9),
      {
        kind: 'run-ended',
        end: { kind: 'paused', problem },
        finishedRows: 0,
        failedRows: 0,
        durationMs: 0,
      },
    ]);
    expect(state).toMatchObject({ status: 'paused', problem, finishedRows: 9, inFlight: 0 });
  });
});

describe('the pace', () => {
  it('counts only the rows of this start', () => {
    const state = fold([started, committed(8)]);
    expect(runPace(state, 3_000)).toEqual({ rowsPerSecond: 2, secondsLeft: 6 });
  });

  it('is unknown before the first row', () => {
    expect(runPace(fold([started]), 3_000)).toBeUndefined();
  });
});
