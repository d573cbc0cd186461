import { describe, expect, it } from 'vitest';
import type { RequestEntry } from '#state/run-store.ts';
import { hasFailed, requestState, rowRange, secondsText, tokensText } from './request-words.ts';

function request(parts: Partial<RequestEntry>): RequestEntry {
  return {
    requestId: 'r',
    callId: 'copy',
    rows: [0, 1, 2],
    attempt: 1,
    startedAtMs: 1_000,
    streamedRows: 0,
    acceptedRows: 0,
    rejectedRows: 0,
    ...parts,
  };
}

describe('rowRange', () => {
  it.each([
    [[], ''],
    [[81], '82'],
    [[0, 1, 2], '1 to 3'],
    [[81, 86], '82, 87'],
    [[0, 2, 4, 6, 8], '1, 3, 5, 7 …'],
  ])('names rows %j from one', (rows, words) => {
    expect(rowRange(rows)).toBe(words);
  });
});

describe('requestState', () => {
  it('counts rows as they stream in', () => {
    expect(requestState(request({})).text).toBe('sent');
    expect(requestState(request({ streamedRows: 2 })).text).toBe('2 of 3 rows');
  });

  it('is good when every row was accepted', () => {
    const state = requestState(request({ endedAtMs: 2_000, acceptedRows: 3 }));
    expect(state).toEqual({ tone: 'ok', text: '3 rows' });
  });

  it('warns when rows have to be asked for again', () => {
    const state = requestState(request({ endedAtMs: 2_000, acceptedRows: 1 }));
    expect(state).toEqual({ tone: 'warn', text: '1 of 3 rows, the rest asked again' });
  });

  it('gives the reason of an error', () => {
    const error = { name: 'ProviderError', message: 'The provider is overloaded.' };
    const state = requestState(request({ endedAtMs: 2_000, error }));
    expect(state).toEqual({ tone: 'bad', text: 'The provider is overloaded.' });
  });
});

describe('a request that a stop of the run ended', () => {
  it('is called stopped and is no failure', () => {
    const error = { name: 'AbortError', message: 'The run was stopped.' };
    const stopped = request({ endedAtMs: 2_000, error });
    expect(requestState(stopped)).toEqual({ tone: 'plain', text: 'stopped' });
    expect(hasFailed(stopped)).toBe(false);
    expect(hasFailed(request({ error: { name: 'ProviderError', message: 'Gone.' } }))).toBe(true);
  });
});

describe('tokensText', () => {
  it('gives tokens in and out', () => {
    const usage = { inputTokens: 1_250, outputTokens: 96 };
    expect(tokensText(request({ usage }))).toBe('1,250 / 96');
  });

  it('does not make up what the provider did not count', () => {
    expect(tokensText(request({ usage: { inputTokens: 12 } }))).toBe('12 / ·');
    expect(tokensText(request({}))).toBe('·');
  });
});

describe('secondsText', () => {
  it('stops when the request has ended', () => {
    expect(secondsText(request({ endedAtMs: 3_460 }), 99_000)).toBe('2.5 s');
  });

  it('goes on while it has not, and never below zero', () => {
    expect(secondsText(request({}), 2_000)).toBe('1.0 s');
    expect(secondsText(request({}), 500)).toBe('0.0 s');
  });
});
