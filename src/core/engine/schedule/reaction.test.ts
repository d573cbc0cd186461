import { describe, expect, it } from 'vitest';
import type { FinishReason } from '#core/llm/language-model.ts';
import { ProviderError, type ProviderErrorKind } from '#core/llm/provider-error.ts';
import { react, type RequestOutcome, type Troubles } from './reaction.ts';

const calm: Troubles = { failures: 0, throttledMs: 0 };

function reactTo(
  outcome: Partial<RequestOutcome>,
  troubles: Partial<Troubles> = {},
  hasAnswered = true,
) {
  return react({
    outcome: { answeredRows: 0, missingRows: 10, hasText: true, ...outcome },
    troubles: { ...calm, ...troubles },
    hasAnswered,
    jitter: 0.5,
  });
}

function fault(kind: ProviderErrorKind, retryAfterMs?: number): ProviderError {
  return new ProviderError({ provider: 'fake', kind, message: 'What happened.', retryAfterMs });
}

function finished(finish: FinishReason, answeredRows: number, missingRows: number) {
  return reactTo({ finish, answeredRows, missingRows }).kind;
}

describe('the reaction to an answer', () => {
  it('is to be done when nothing is missing, whatever the end', () => {
    for (const finish of ['stop', 'length', 'content-filter', 'refusal', 'other'] as const)
      expect(finished(finish, 10, 0)).toBe('done');
  });

  it('to a length limit is to ask for the rest, for fewer rows, or for less', () => {
    expect(finished('length', 4, 6)).toBe('continue');
    expect(finished('length', 0, 6)).toBe('shrink');
    expect(finished('length', 0, 1)).toBe('repeat');
  });

  it('to a filter is to find the row it is about, then to fail it', () => {
    expect(finished('content-filter', 0, 6)).toBe('alone');
    expect(finished('content-filter', 0, 1)).toBe('fail');
  });

  it.for([
    [3, true, undefined, 'The answer left this row out.'],
    [0, true, undefined, 'The answer held no rows.'],
    [0, false, undefined, 'The answer was empty.'],
    [0, true, 'A row is broken.', 'The answer could not be read. A row is broken.'],
  ] as const)('names what was wrong (%s rows)', ([answeredRows, hasText, problem, reason]) => {
    expect(reactTo({ finish: 'stop', answeredRows, hasText, problem })).toEqual({
      kind: 'repeat',
      reason,
    });
  });
});

describe('the reaction to a fault', () => {
  it.for(['auth', 'quota', 'forbidden', 'not-found', 'bad-request', 'redirect'] as const)(
    'that only the user can mend is to pause: %s',
    (kind) => {
      expect(reactTo({ error: fault(kind) })).toMatchObject({ kind: 'pause', problem: { kind } });
    },
  );

  it.for(['overloaded', 'server', 'network', 'timeout', 'cut-off'] as const)(
    'that passes is to wait twice as long each time, then to pause: %s',
    (kind) => {
      const kinds = [0, 1, 3, 4, 5].map((failures) =>
        reactTo({ error: fault(kind) }, { failures }),
      );
      expect(
        kinds.map((reaction) => (reaction.kind === 'wait' ? reaction.waitMs : 'pause')),
      ).toEqual([500, 1_000, 4_000, 8_000, 'pause']);
    },
  );

  it('to an endpoint that has never answered is to pause sooner', () => {
    const kinds = [0, 1, 2].map(
      (failures) => reactTo({ error: fault('network') }, { failures }, false).kind,
    );
    expect(kinds).toEqual(['wait', 'wait', 'pause']);
  });

  it('starts counting anew when rows came', () => {
    const reaction = reactTo({ error: fault('cut-off'), answeredRows: 3 }, { failures: 5 });
    expect(reaction).toMatchObject({ kind: 'wait', waitMs: 500 });
  });

  it('to the third cut stream is to ask for fewer rows', () => {
    expect(reactTo({ error: fault('cut-off') }, { failures: 2 }).kind).toBe('shrink');
  });

  it('keeps to the wait that the provider names, up to ten minutes', () => {
    expect(reactTo({ error: fault('overloaded', 9_000) })).toMatchObject({ waitMs: 9_000 });
    expect(reactTo({ error: fault('rate-limit', 600_000) })).toMatchObject({ waitMs: 600_000 });
    expect(reactTo({ error: fault('rate-limit', 600_001) }).kind).toBe('pause');
  });

  it('to a limit closes the gate; other waits do not', () => {
    expect(reactTo({ error: fault('rate-limit') })).toMatchObject({
      closesGate: true,
      waitMs: 1_500,
    });
    expect(reactTo({ error: fault('server') })).toMatchObject({ closesGate: false });
  });

  it('to a limit that lasts longer than ten minutes is to pause', () => {
    expect(reactTo({ error: fault('rate-limit', 1_000) }, { throttledMs: 600_000 }).kind).toBe(
      'pause',
    );
  });

  it('to a web page in place of an API is to try once more', () => {
    expect(reactTo({ error: fault('not-an-api') }).kind).toBe('wait');
    expect(reactTo({ error: fault('not-an-api') }, { failures: 1 }).kind).toBe('pause');
  });

  it('to a size limit is to halve, or to fail a single row', () => {
    expect(reactTo({ error: fault('too-large') }).kind).toBe('shrink');
    expect(reactTo({ error: fault('too-large'), missingRows: 1 }).kind).toBe('fail');
  });

  it.for(['empty-answer', 'malformed-output'] as const)('counts as an attempt: %s', (kind) => {
    expect(reactTo({ error: fault(kind) })).toEqual({ kind: 'repeat', reason: 'What happened.' });
  });
});
