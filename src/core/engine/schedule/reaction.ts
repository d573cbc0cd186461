/**
 * What to do after a request: the table of faults as one pure function. Waiting for a provider and
 * asking a row again because of its content are different things and are counted apart.
 */
import { toErrorReport, type ErrorReport } from '#core/base/error-report.ts';
import type { FinishReason } from '#core/llm/language-model.ts';
import type { ProviderError } from '#core/llm/provider-error.ts';
import { backoffMs, longestRetryAfterMs } from './backoff.ts';

export type Reaction =
  | { readonly kind: 'done' }
  /** The missing rows are asked for again; this was an attempt of each. */
  | { readonly kind: 'repeat'; readonly reason: string }
  /** The rest is asked for at once; no attempt is spent. */
  | { readonly kind: 'continue' }
  /** The same rows after a wait; `closesGate` holds back the other requests to the endpoint too. */
  | {
      readonly kind: 'wait';
      readonly waitMs: number;
      readonly reason: string;
      readonly closesGate: boolean;
    }
  /** Fewer rows in one request. */
  | { readonly kind: 'shrink' }
  /** Each missing row in a request of its own. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'fail'; readonly reason: string }
  | { readonly kind: 'pause'; readonly problem: ErrorReport };

export interface RequestOutcome {
  /** Undefined when the stream broke. */
  readonly finish?: FinishReason | undefined;
  readonly error?: ProviderError | undefined;
  /** Rows that the answer held and that were asked for. */
  readonly answeredRows: number;
  /** Rows that were asked for and did not come. */
  readonly missingRows: number;
  readonly hasText: boolean;
  /** What of the answer could not be read. */
  readonly problem?: string | undefined;
}

/** Troubles of one batch of rows since a row of it last arrived. */
export interface Troubles {
  /** Failed requests, without those that were told to wait. */
  readonly failures: number;
  /** Time spent on being told to wait. */
  readonly throttledMs: number;
}

export interface ReactOptions {
  readonly outcome: RequestOutcome;
  readonly troubles: Troubles;
  /** Whether the endpoint has ever answered in this run. */
  readonly hasAnswered: boolean;
  /** Number in [0, 1). */
  readonly jitter: number;
}

/** Requests for the same rows before a run gives up on the provider. */
const mostRequests = 6;
/** The same, where nothing shows that there is a provider at all. */
const mostUnansweredRequests = 3;
/** Web pages in place of answers: one may be a passing portal or proxy. */
const mostPages = 2;
/** Cut streams in a row after which a request asks for fewer rows. */
const cutsBeforeShrinking = 3;

/** Decides what follows a request. Total: every outcome has a reaction. */
export function react(options: ReactOptions): Reaction {
  const { outcome } = options;
  if (outcome.error !== undefined) return reactToError(options, outcome.error);
  if (outcome.missingRows === 0) return { kind: 'done' };
  switch (outcome.finish) {
    case 'length':
      return reactToLength(outcome);
    case 'refusal':
      return { kind: 'fail', reason: 'The model refused to answer for this row.' };
    case 'content-filter':
      return reactToFilter(outcome, 'The provider’s content filter blocked this row.');
    case 'stop':
    case 'other':
    case undefined:
      return { kind: 'repeat', reason: reasonForMissing(outcome) };
  }
}

function reactToLength(outcome: RequestOutcome): Reaction {
  if (outcome.answeredRows > 0) return { kind: 'continue' };
  if (outcome.missingRows > 1) return { kind: 'shrink' };
  return {
    kind: 'repeat',
    reason: 'The answer reached the length limit before the row was complete. Write less.',
  };
}

function reactToFilter(outcome: RequestOutcome, reason: string): Reaction {
  return isSingleRow(outcome) ? { kind: 'fail', reason } : { kind: 'alone' };
}

function isSingleRow(outcome: RequestOutcome): boolean {
  return outcome.answeredRows + outcome.missingRows === 1;
}

function reasonForMissing(outcome: RequestOutcome): string {
  if (outcome.answeredRows > 0) return 'The answer left this row out.';
  if (outcome.hasText && outcome.problem !== undefined)
    return `The answer could not be read. ${outcome.problem}`;
  return outcome.hasText ? 'The answer held no rows.' : 'The answer was empty.';
}

function reactToError(options: ReactOptions, error: ProviderError): Reaction {
  const { outcome } = options;
  if (error.isFatal) return pause(error);
  if (outcome.missingRows === 0) return { kind: 'done' };
  switch (error.kind) {
    case 'too-large':
      return isSingleRow(outcome) ? { kind: 'fail', reason: error.message } : { kind: 'shrink' };
    case 'refused':
      return { kind: 'fail', reason: error.message };
    case 'content-filter':
      return reactToFilter(outcome, error.message);
    case 'empty-answer':
    case 'malformed-output':
      return { kind: 'repeat', reason: error.message };
    case 'rate-limit':
      return reactToLimit(options, error);
    default:
      return reactToFailure(options, error);
  }
}

function reactToLimit(options: ReactOptions, error: ProviderError): Reaction {
  const { throttledMs } = options.troubles;
  if ((error.retryAfterMs ?? 0) > longestRetryAfterMs) return pause(error);
  if (throttledMs >= longestRetryAfterMs) return pause(error);
  // Without a hint a second is the floor: jitter alone could send the request back at once.
  const waitMs =
    error.retryAfterMs ?? 1_000 + backoffMs(options.troubles.failures + 1, options.jitter);
  return { kind: 'wait', waitMs, reason: error.message, closesGate: true };
}

function reactToFailure(options: ReactOptions, error: ProviderError): Reaction {
  const { outcome, troubles, jitter } = options;
  const failures = outcome.answeredRows > 0 ? 1 : troubles.failures + 1;
  if (
    failures >= requestsBeforePause(options, error) ||
    (error.retryAfterMs ?? 0) > longestRetryAfterMs
  )
    return pause(error);
  if (error.kind === 'cut-off' && failures === cutsBeforeShrinking && outcome.missingRows > 1)
    return { kind: 'shrink' };
  const waitMs = error.retryAfterMs ?? backoffMs(failures, jitter);
  return { kind: 'wait', waitMs, reason: error.message, closesGate: false };
}

function requestsBeforePause({ hasAnswered }: ReactOptions, { kind }: ProviderError): number {
  if (kind === 'not-an-api') return mostPages;
  return kind === 'network' && !hasAnswered ? mostUnansweredRequests : mostRequests;
}

function pause(error: ProviderError): Reaction {
  return { kind: 'pause', problem: toErrorReport(error) };
}
