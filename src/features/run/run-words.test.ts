import { describe, expect, it } from 'vitest';
import type { ErrorReport } from '#core/base/error-report.ts';
import type { CostedEstimate, RunCost } from '#state/run-cost.ts';
import { idleRun, type RunState, type RunStatus } from '#state/run-store.ts';
import {
  barMode,
  capWords,
  estimateWords,
  leftWords,
  openWords,
  paceWords,
  rowsWords,
  capSpendWords,
  spendWords,
  shownScores,
  shownSentence,
  statusSentence,
  tightSentence,
} from './run-words.ts';

function run(parts: Partial<RunState>): RunState {
  return { ...idleRun, ...parts };
}

function paused(kind: string): RunState {
  const problem: ErrorReport = { name: 'ProviderError', kind, message: 'The key was refused.' };
  return run({ status: 'paused', problem });
}

function estimate(parts: Partial<CostedEstimate>): CostedEstimate {
  return {
    requests: 20,
    tokens: 12_000,
    cost: { kind: 'unknown' },
    seconds: 40,
    isDemo: false,
    ...parts,
  };
}

describe('rowsWords', () => {
  it('groups thousands', () => {
    expect(rowsWords(1_370, 20_000)).toBe('1,370 of 20,000 rows');
  });
});

describe('paceWords', () => {
  function pace(finishedRows: number, seconds: number, rowCount = 200) {
    return paceWords(run({ status: 'running', rowCount, finishedRows }), seconds * 1_000);
  }

  it('says rate and time left', () => {
    expect(pace(120, 10)).toEqual(['12 rows/s', '7 s left']);
  });

  it('keeps one decimal of a slow rate', () => {
    expect(pace(10, 4)).toEqual(['2.5 rows/s', '76 s left']);
  });

  it('counts by the minute where a second brings next to nothing', () => {
    expect(pace(2, 60)).toEqual(['2 rows/min', '1.6 h left']);
  });

  it('counts long waits in minutes', () => {
    expect(pace(10, 10)).toEqual(['1 rows/s', '3 min left']);
  });

  it('is silent before the first rows', () => {
    expect(pace(0, 10)).toEqual([]);
  });

  it('is silent when the run has ended', () => {
    const ended = run({ status: 'stopped', rowCount: 200, finishedRows: 100 });
    expect(paceWords(ended, 10_000)).toEqual([]);
  });

  it('does not speak of zero seconds', () => {
    expect(pace(199, 1)[1]).toBe('< 1 s left');
  });
});

const scored = { passedRows: 6, lowRows: 0, cappedRows: 0, heldRows: 0 };

describe('statusSentence', () => {
  it('says what a stop keeps', () => {
    expect(statusSentence(run({ status: 'stopped' }))).toBe('Stopped. Everything so far is kept.');
    expect(statusSentence(run({ status: 'stopped', openRows: 1 }))).toBe(
      'The chosen cells are written. 1 other row is empty or out of date.',
    );
  });

  it('says of rows that came with a link where they are from, and offers no Resume', () => {
    const opened = run({ status: 'stopped', isFromLink: true });
    expect(statusSentence(opened)).toBe('These rows came with the link.');
    expect(barMode(opened)).toBe('ready');
  });

  it('gives the reason of a pause', () => {
    expect(statusSentence(paused('auth'))).toBe('The key was refused.');
  });

  it('gives the reason of a wait while it waits', () => {
    const waiting = run({
      status: 'running',
      throttle: { reason: 'The provider asks to wait 4 s.' },
    });
    expect(statusSentence(waiting)).toBe('The provider asks to wait 4 s.');
  });

  it('counts one failed row as one row', () => {
    const ended = run({ status: 'incomplete', failedRows: 1 });
    expect(statusSentence(ended)).toMatch(/^1 row could not be written\./);
  });

  it('is silent about a run that goes well or is done', () => {
    expect(statusSentence(run({ status: 'running' }))).toBeUndefined();
    expect(statusSentence(run({ status: 'complete' }))).toBeUndefined();
  });

  it('says that rows are written again for their scores', () => {
    const again = run({ status: 'running', round: { round: 2, rows: 3 } });
    expect(statusSentence(again)).toBe('3 rows scored too low: written again, round 2.');
  });

  it('says how many tries rounds have had where the run has a cap of them', () => {
    const round = { round: 2, rows: 1, tries: { made: 120, most: 150 } };
    expect(statusSentence(run({ status: 'running', round }))).toBe(
      '1 row scored too low: written again, round 2. 120 of at most 150 tries so far.',
    );
  });

  it('says what judges have made of a run that is done, stopped or paused', () => {
    const judged = { ...scored, rewrittenRows: 4 };
    expect(statusSentence(run({ status: 'complete', judged }))).toBe(
      '6 of 6 rows score high enough. 4 rows written again.',
    );
    expect(statusSentence(run({ status: 'stopped', judged }))).toBe(
      'Stopped. Everything so far is kept. 6 of 6 rows score high enough.',
    );
    const problem = { name: 'CostCap', message: 'The cap is reached.' };
    expect(statusSentence(run({ status: 'paused', problem, judged }))).toBe(
      'The cap is reached. 6 of 6 rows score high enough.',
    );
    expect(statusSentence(run({ status: 'complete', judged: { ...judged, passedRows: 0 } }))).toBe(
      '4 rows written again.',
    );
  });
});

describe('shownScores', () => {
  it('are few words of a run that is over, and all of them', () => {
    const judged = { ...scored, rewrittenRows: 4 };
    const full = '6 of 6 rows score high enough. 4 rows written again.';
    const shown = { short: '6 of 6 pass', full };
    expect(shownScores(run({ status: 'complete', judged }))).toEqual(shown);
    expect(shownScores(run({ status: 'stopped', judged }))).toEqual(shown);
    expect(shownScores(run({ status: 'complete', judged: { ...judged, passedRows: 0 } }))).toEqual({
      ...{ short: '4 rows written again', full: '4 rows written again.' },
    });
  });

  it('are not there while rows are written or without a judge', () => {
    const judged = { ...scored, rewrittenRows: 0 };
    expect(shownScores(run({ status: 'running', judged }))).toBeUndefined();
    expect(shownScores(run({ status: 'complete' }))).toBeUndefined();
  });
});

describe('shownSentence', () => {
  const nowMs = 100_000;

  it('leaves scores to the words beside it, and tells a round in one line', () => {
    const judged = { ...scored, rewrittenRows: 4 };
    expect(shownSentence(run({ status: 'complete', judged }), nowMs)).toBeUndefined();
    expect(shownSentence(run({ status: 'stopped', judged }), nowMs)).toBe(
      'Stopped. Everything so far is kept.',
    );
    const round = { round: 2, rows: 1, tries: { made: 120, most: 150 } };
    expect(shownSentence(run({ status: 'running', round }), nowMs)).toBe(
      '1 row scored too low, round 2, 120 of at most 150 tries',
    );
  });

  const limit = 'api.example.com asks to send fewer requests (429). Rowsmith waits and goes on.';

  function waiting(untilMs?: number) {
    const throttle = { reason: limit, ...(untilMs && { untilMs, concurrency: 3 }) };
    return shownSentence(run({ status: 'running', throttle }), nowMs);
  }

  it('counts a wait down and says with how many requests it goes on', () => {
    expect(waiting(nowMs + 12_000)).toBe(
      'api.example.com asks to send fewer requests (429). Goes on in 12 s, 3 at a time.',
    );
  });

  it('says the same in less room without the reason', () => {
    const throttle = { reason: limit, untilMs: nowMs + 12_000, concurrency: 3 };
    const state = run({ status: 'running', throttle });
    expect(tightSentence(state, nowMs)).toBe('Waiting 12 s, 3 at a time.');
    expect(tightSentence(state, nowMs + 12_000)).toBeUndefined();
  });

  it('is silent once the wait is over', () => {
    expect(waiting(nowMs)).toBeUndefined();
  });

  it('keeps a reason that has no end of its own', () => {
    expect(waiting()).toBe('api.example.com asks to send fewer requests (429).');
  });

  it('leaves failed rows to the count beside it', () => {
    expect(shownSentence(run({ status: 'incomplete', failedRows: 2 }), nowMs)).toBeUndefined();
  });

  it('says of a pause in one line what a card says in full', () => {
    expect(shownSentence(paused('auth'), nowMs)).toBe('The provider refused the key.');
  });
});

describe('estimateWords', () => {
  it('names rows, calls and tokens, and says the same in full words', () => {
    expect(estimateWords(200, estimate({}))).toEqual({
      rows: '200 rows, ',
      aside: '≈ 20 calls, ≈ 12k tokens, ≈ 40 s',
      description: '200 rows, about 20 calls, about 12k tokens, price unknown, about 40 s',
    });
  });

  it('names the money where the price is known', () => {
    expect(estimateWords(200, estimate({ cost: { kind: 'known', usd: 0.0131 } }))).toEqual({
      rows: '200 rows, ',
      aside: '≈ 20 calls, ≈ $0.01, ≈ 40 s',
      description: '200 rows, about 20 calls, about 12k tokens, about $0.01, about 40 s',
    });
  });

  it('says that a server on this computer is free', () => {
    const { aside } = estimateWords(200, estimate({ cost: { kind: 'free' } }));
    expect(aside).toBe('≈ 20 calls, free, ≈ 40 s');
  });

  it('says that the demo model is free', () => {
    expect(estimateWords(1, estimate({ isDemo: true, cost: { kind: 'free' } }))).toEqual({
      aside: '1 row, demo, free',
      description: '1 row by the demo model, free',
    });
  });

  it('says that rows without requests need no model', () => {
    expect(estimateWords(200, estimate({ requests: 0 })).description).toBe(
      '200 rows, no model needed',
    );
  });

  it.each([
    [999, '999 tokens'],
    [1_234, '1.2k tokens'],
    [999_499, '999k tokens'],
    [999_500, '1.0M tokens'],
    [2_345_678, '2.3M tokens'],
  ])('rounds %i tokens', (tokens, words) => {
    const { aside } = estimateWords(2, estimate({ tokens }));
    expect(aside).toBe(`≈ 20 calls, ≈ ${words}, ≈ 40 s`);
  });
});

describe('capSpendWords', () => {
  it('says what was spent of the cap', () => {
    expect(capSpendWords({ tokens: 900, costUsd: 0.006 }, { costUsd: 0.5 })).toBe(
      '$0.006 of $0.50 cap',
    );
    expect(capSpendWords({ tokens: 12_000 }, { tokens: 100_000 })).toBe('12k of 100k tokens cap');
  });

  it('is silent without a cap', () => {
    expect(capSpendWords({ tokens: 900 }, {})).toBeUndefined();
  });

  it('tells little from nothing', () => {
    expect(capSpendWords({ tokens: 1, costUsd: 0.000_1 }, { costUsd: 1 })).toContain('$0.0001 of');
    expect(capSpendWords({ tokens: 0, costUsd: 0 }, { costUsd: 1 })).toContain('$0 of');
  });
});

describe('capWords', () => {
  it('names every bound, or that there is none', () => {
    expect(capWords({ costUsd: 2, tokens: 5_000 })).toBe('$2.00, 5.0k tokens cap');
    expect(capWords({})).toBe('No cap');
  });
});

describe('leftWords', () => {
  it('counts what is missing', () => {
    expect(leftWords(199, 200)).toBe('199 of 200, 1 row left');
    expect(leftWords(0, 1_200)).toBe('0 of 1,200, 1,200 rows left');
  });
});

describe('spendWords', () => {
  const spent = { kind: 'known', usd: 0.006 } as const;

  it('says money, or that it is not known', () => {
    expect(spendWords({ cost: spent, isAtLeast: false })).toBe('$0.006');
    expect(spendWords({ cost: { kind: 'unknown' }, isAtLeast: false })).toBe('cost unknown');
  });

  it('says that it may be more when a request was not metered', () => {
    expect(spendWords({ cost: spent, isAtLeast: true })).toBe('≥ $0.006');
  });
});

describe('openWords', () => {
  function cost(openRequests: number, reserve: RunCost['reserve']): RunCost {
    return {
      cost: { kind: 'known', usd: 1 },
      isAtLeast: false,
      openRequests,
      openRows: openRequests * 10,
      reserve,
      byModel: [],
      byCall: [],
    };
  }

  it('counts requests that never ended, and what they may have cost', () => {
    expect(openWords(cost(2, { kind: 'known', usd: 0.02 }))).toBe(
      '2 unfinished requests may have been charged, about $0.02',
    );
    expect(openWords(cost(1, { kind: 'unknown' }))).toBe(
      '1 unfinished request may have been charged',
    );
  });

  it('is silent when all ended or nothing is charged', () => {
    expect(openWords(cost(0, { kind: 'known', usd: 0 }))).toBeUndefined();
    expect(openWords(cost(2, { kind: 'free' }))).toBeUndefined();
  });
});

describe('barMode', () => {
  const modes: readonly (readonly [RunStatus, string])[] = [
    ['idle', 'ready'],
    ['complete', 'ready'],
    ['starting', 'running'],
    ['running', 'running'],
    ['stopping', 'running'],
    ['stopped', 'resumable'],
    ['paused', 'resumable'],
    ['incomplete', 'resumable'],
  ];

  it.each(modes)('makes a run that is %s %s', (status, mode) => {
    expect(barMode(run({ status }))).toBe(mode);
  });
});
