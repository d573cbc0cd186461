import { describe, expect, it } from 'vitest';
import type { FinishReason } from '#core/llm/language-model.ts';
import { ProviderError, type ProviderErrorKind } from '#core/llm/provider-error.ts';
import {
  react,
  type EndpointRecord,
  type ReactOptions,
  type RequestOutcome,
  type Troubles,
} from './reaction.ts';

const calm: Troubles = { failures: 0, pages: 0, wasEmpty: false, isRaised: false };
const healthy: EndpointRecord = {
  hasAnswered: true,
  refusals: 0,
  pages: 0,
  outageMs: 0,
  throttledMs: 0,
};

interface Circumstances {
  readonly troubles?: Partial<Troubles>;
  readonly endpoint?: Partial<EndpointRecord>;
  readonly options?: Partial<ReactOptions>;
}

function reactTo(
  outcome: Partial<RequestOutcome>,
  { troubles, endpoint, options }: Circumstances = {},
) {
  return react({
    outcome: { answeredRows: 0, missingRows: 10, hasText: true, ...outcome },
    troubles: { ...calm, ...troubles },
    endpoint: { ...healthy, ...endpoint },
    isOffline: false,
    hasLengthLimit: false,
    jitter: 0.5,
    ...options,
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

  it('to a row that does not fit is to raise the limit once, then to fail it', () => {
    const cut = { finish: 'length', missingRows: 1 } as const;
    const options = { hasLengthLimit: true };
    expect(reactTo(cut, { options }).kind).toBe('raise');
    expect(reactTo(cut, { options, troubles: { isRaised: true } }).kind).toBe('fail');
  });

  it('to nothing at all is to ask once more, then to fail the rows', () => {
    const nothing = { finish: 'stop', hasText: false } as const;
    expect(reactTo(nothing).kind).toBe('again');
    expect(reactTo(nothing, { troubles: { wasEmpty: true } })).toEqual({
      kind: 'fail',
      reason: 'The model gave an empty answer, twice.',
    });
  });

  it('to a filter is to find the row it is about, then to fail it', () => {
    expect(finished('content-filter', 0, 6)).toBe('alone');
    expect(finished('content-filter', 0, 1)).toBe('fail');
  });

  it.for([
    [3, true, undefined, 'The answer left this row out.'],
    [0, true, undefined, 'The answer held no rows.'],
    [0, true, 'A row is broken.', 'The answer could not be read. A row is broken.'],
  ] as const)('names what was wrong (%s rows)', ([answeredRows, hasText, problem, reason]) => {
    expect(reactTo({ finish: 'stop', answeredRows, hasText, problem })).toEqual({
      kind: 'repeat',
      reason,
    });
  });
});

describe('the reaction to a fault', () => {
  it.for(['auth', 'quota', 'forbidden', 'not-found', 'redirect', 'unresolved'] as const)(
    'that only the user can mend is to pause: %s',
    (kind) => {
      expect(reactTo({ error: fault(kind) })).toMatchObject({ kind: 'pause', problem: { kind } });
    },
  );

  it('to a refused request is to pause where nothing was ever taken, else to fail its rows', () => {
    const refused = { error: fault('bad-request') };
    expect(reactTo(refused, { endpoint: { hasAnswered: false } }).kind).toBe('pause');
    expect(reactTo(refused)).toEqual({ kind: 'fail', reason: 'What happened.' });
  });

  it('to the third refused request in a row is to pause', () => {
    const kinds = [0, 1, 2].map(
      (refusals) => reactTo({ error: fault('bad-request') }, { endpoint: { refusals } }).kind,
    );
    expect(kinds).toEqual(['fail', 'fail', 'pause']);
  });

  it.for(['overloaded', 'server', 'network', 'timeout', 'cut-off'] as const)(
    'that passes is to wait twice as long each time, then to fail the rows: %s',
    (kind) => {
      const reactions = [0, 1, 3, 4, 5].map((failures) =>
        reactTo({ error: fault(kind) }, { troubles: { failures } }),
      );
      expect(
        reactions.map((reaction) => (reaction.kind === 'wait' ? reaction.waitMs : reaction.kind)),
      ).toEqual([500, 1_000, 4_000, 8_000, 'fail']);
    },
  );

  it('ends after as many repetitions as the user allows: rows fail, an outage pauses', () => {
    const kinds = (maxRetries: number, outageMs: number) =>
      [0, 1, 2].map((failures) => {
        const circumstances = {
          troubles: { failures },
          endpoint: { outageMs },
          options: { maxRetries },
        };
        return reactTo({ error: fault('server') }, circumstances).kind;
      });
    expect(kinds(0, 0)).toEqual(['fail', 'fail', 'fail']);
    expect(kinds(2, 0)).toEqual(['wait', 'wait', 'fail']);
    expect(kinds(1, 5_000)).toEqual(['wait', 'pause', 'pause']);
    const unheard = { endpoint: { hasAnswered: false }, options: { maxRetries: 0 } };
    expect(reactTo({ error: fault('server') }, unheard).kind).toBe('pause');
  });

  it('blames no rows while the endpoint fails for all, and pauses after ten minutes', () => {
    const failed = { error: fault('server') };
    const troubles = { failures: 9 };
    expect(reactTo(failed, { troubles, endpoint: { outageMs: 599_999 } }).kind).toBe('wait');
    expect(reactTo(failed, { troubles, endpoint: { outageMs: 600_000 } }).kind).toBe('pause');
  });

  it('to an endpoint that has never answered is to pause sooner', () => {
    const kinds = [0, 1, 2].map(
      (failures) =>
        reactTo(
          { error: fault('network') },
          { troubles: { failures }, endpoint: { hasAnswered: false } },
        ).kind,
    );
    expect(kinds).toEqual(['wait', 'wait', 'pause']);
  });

  it('without a network is to wait for it, whatever happened before', () => {
    const options = { isOffline: true };
    const troubles = { failures: 5 };
    expect(reactTo({ error: fault('network') }, { options, troubles }).kind).toBe('offline');
    expect(reactTo({ error: fault('server') }, { options }).kind).toBe('wait');
  });

  it('starts counting anew when rows came', () => {
    const reaction = reactTo(
      { error: fault('overloaded'), answeredRows: 3 },
      { troubles: { failures: 5 } },
    );
    expect(reaction).toMatchObject({ kind: 'wait', waitMs: 500 });
  });

  it('to a stream that was cut after some rows is to ask for the rest', () => {
    expect(reactTo({ error: fault('cut-off'), answeredRows: 3 }).kind).toBe('continue');
  });

  it('to the third cut stream is to ask for fewer rows', () => {
    expect(reactTo({ error: fault('cut-off') }, { troubles: { failures: 2 } }).kind).toBe('shrink');
  });

  it('keeps to the wait that the provider names, up to ten minutes', () => {
    expect(reactTo({ error: fault('overloaded', 9_000) })).toMatchObject({ waitMs: 9_000 });
    expect(reactTo({ error: fault('rate-limit', 600_000) })).toMatchObject({ hintMs: 600_000 });
    expect(reactTo({ error: fault('rate-limit', 600_001) }).kind).toBe('pause');
  });

  it('to a limit is to leave the place to others', () => {
    expect(reactTo({ error: fault('rate-limit') })).toEqual({
      kind: 'yield',
      hintMs: undefined,
      reason: 'What happened.',
    });
  });

  it('to a limit that lasts longer than ten minutes is to pause', () => {
    const endpoint = { throttledMs: 600_000 };
    expect(reactTo({ error: fault('rate-limit', 1_000) }, { endpoint }).kind).toBe('pause');
  });

  it('to a web page in place of an API is to try once more', () => {
    const page = { error: fault('not-an-api') };
    expect(reactTo(page).kind).toBe('wait');
    expect(reactTo(page, { troubles: { failures: 1 } }).kind).toBe('wait');
    const again = { troubles: { failures: 1, pages: 1 } };
    expect(reactTo(page, { ...again, endpoint: { pages: 1 } }).kind).toBe('pause');
    // Others were answered meanwhile.
    expect(reactTo(page, again).kind).toBe('wait');
  });

  it('to a size limit is to halve, or to fail a single row', () => {
    expect(reactTo({ error: fault('too-large') }).kind).toBe('shrink');
    expect(reactTo({ error: fault('too-large'), missingRows: 1 }).kind).toBe('fail');
  });

  it('to an answer that cannot be read counts as an attempt', () => {
    expect(reactTo({ error: fault('malformed-output') })).toEqual({
      kind: 'repeat',
      reason: 'What happened.',
    });
  });
});
