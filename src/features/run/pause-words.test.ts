import { describe, expect, it } from 'vitest';
import type { ErrorReport } from '#core/base/error-report.ts';
import { hasCard, pauseTitle } from './pause-title.ts';
import { happenedWords, mendOf, waitWords } from './pause-words.ts';

function refused(kind: string, parts: Partial<ErrorReport> = {}): ErrorReport {
  return {
    name: 'ProviderError',
    kind,
    message: 'All of it.',
    host: 'api.example.com',
    status: 401,
    said: 'Incorrect API key provided.',
    ...parts,
  };
}

const untouched = { finished: 0, total: 200, isUnspent: true };

describe('pauseTitle', () => {
  it.each([
    [refused('auth'), 'api.example.com refused the key'],
    [refused('not-found'), 'api.example.com does not find the model'],
    [refused('network'), 'api.example.com gives no answer'],
    [{ name: 'RunError', kind: 'cost-cap', message: '' }, 'The cap stops the run'],
    [{ name: 'StorageError', kind: 'quota', message: '' }, 'This browser has no room left'],
    [refused('quota'), 'api.example.com says that no credit is left'],
    [{ name: 'TypeError', message: '' }, 'The run paused'],
  ])('names what happened: %j', (problem, title) => {
    expect(pauseTitle(problem)).toBe(title);
  });
});

describe('happenedWords', () => {
  it('says what the provider answered, what did not happen, and what to do', () => {
    expect(happenedWords(refused('auth'), untouched)).toBe(
      'Answer 401, “Incorrect API key provided”. No row was changed and nothing was charged. Check that the key belongs to this provider.',
    );
  });

  it('does not call a run free that has spent', () => {
    const words = happenedWords(refused('auth'), { ...untouched, isUnspent: false });
    expect(words).toContain('No row was changed.');
    expect(words).not.toContain('charged');
  });

  it('counts the rows that are kept', () => {
    expect(happenedWords(refused('auth'), { ...untouched, finished: 14 })).toContain(
      '14 of 200 rows are kept.',
    );
  });

  it('leaves the words to the message where it knows more', () => {
    expect(happenedWords(refused('network'), untouched)).toBe('All of it.');
    const full = { name: 'StorageError', kind: 'quota', message: 'The disk is full.' };
    expect(happenedWords(full, untouched)).toBe('The disk is full.');
  });
});

describe('waitWords', () => {
  const minute = 60_000;
  const limited = refused('rate-limit', { retryAfterMs: 20 * minute });

  it('counts down to the time that was asked for', () => {
    expect(waitWords(limited, 0, 5 * minute)).toMatch(
      /^It asks to wait until \d\d:20, 15 min from now\./,
    );
  });

  it('says when the wait is over', () => {
    expect(waitWords(limited, 0, 20 * minute)).toBe('The wait is over: resume.');
  });

  it('is silent where no wait was named', () => {
    expect(waitWords(refused('rate-limit'), 0, 0)).toBeUndefined();
  });
});

describe('mendOf', () => {
  it.each([
    ['auth', 'key'],
    ['not-found', 'model'],
    ['network', 'connection'],
    ['cost-cap', 'cap'],
  ])('leads from %s to %s', (kind, mend) => {
    expect(mendOf(refused(kind))).toBe(mend);
  });

  it('tells a full disk from an account without credit', () => {
    expect(mendOf({ name: 'StorageError', kind: 'quota', message: '' })).toBe('space');
    expect(mendOf(refused('quota'))).toBe('key');
  });

  it('offers nothing where Resume is all that helps', () => {
    expect(mendOf({ name: 'WorkerError', message: '' })).toBeUndefined();
  });
});

describe('hasCard', () => {
  it('leaves a run in another tab to its one button', () => {
    expect(hasCard({ name: 'RunLocked', kind: 'locked', message: '' })).toBe(false);
    expect(hasCard(refused('auth'))).toBe(true);
  });
});
