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
  /** The rest is asked for with the next rows; no attempt is spent. */
  | { readonly kind: 'continue' }
  /** The same rows at once, after an answer that held nothing at all. */
  | { readonly kind: 'again' }
  /** The same row at once, with room for a longer answer. */
  | { readonly kind: 'raise' }
  /** The same rows as soon as the endpoint lets another request in. */
  | { readonly kind: 'yield'; readonly hintMs: number | undefined; readonly reason: string }
  /** The same rows after a wait, which holds back nobody else. */
  | { readonly kind: 'wait'; readonly waitMs: number; readonly reason: string }
  /** The same rows when the network is back. */
  | { readonly kind: 'offline' }
  /** Fewer rows in one request. */
  | { readonly kind: 'shrink' }
  /** Each missing row in a request of its own. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'fail'; readonly reason: string }
  /** Nothing more is sent to the endpoint until the user has done something. */
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
  /** Failed requests, without those that were told to wait or met no network. */
  readonly failures: number;
  /** Web pages in place of answers. */
  readonly pages: number;
  /** The last answer held nothing. */
  readonly wasEmpty: boolean;
  /** The limit of the answer's length was raised. */
  readonly isRaised: boolean;
}

/** What is known of the endpoint, over all its requests. */
export interface EndpointRecord {
  /** Whether it has ever answered in this run. */
  readonly hasAnswered: boolean;
  /** Requests in a row that it refused for a reason that no repetition mends, this one not counted. */
  readonly refusals: number;
  /** Web pages in a row that it gave in place of answers, this one not counted. */
  readonly pages: number;
  /** How long it has been failing, or saying "too many", without an answer between; 0 when it has not. */
  readonly outageMs: number;
  readonly throttledMs: number;
}

export interface ReactOptions {
  readonly outcome: RequestOutcome;
  readonly troubles: Troubles;
  readonly endpoint: EndpointRecord;
  /** The host says that there is no network. */
  readonly isOffline: boolean;
  /** A limit of the answer's length was sent, which may be raised. */
  readonly hasLengthLimit: boolean;
  /** How often the user lets a failed request be sent again; where it is given, an outage is not waited out. */
  readonly maxRetries?: number | undefined;
  /** Number in [0, 1). */
  readonly jitter: number;
}

/** Repeated requests for the same rows before they fail, while the endpoint answers others. */
const usualRetries = 5;
/** The same, where nothing shows that there is a provider at all. */
const mostUnansweredRequests = 3;
/** Web pages in place of answers: one may be a passing portal or proxy. */
const mostPages = 2;
/** Cut streams in a row after which a request asks for fewer rows. */
const cutsBeforeShrinking = 3;
/** Refused requests in a row that say something about the endpoint rather than about their rows. */
const mostRefusals = 3;
/** How long an endpoint may fail, or say "too many", before it is given up. */
const longestOutageMs = 600_000;

/** Decides what follows a request. Total: every outcome has a reaction. */
export function react(options: ReactOptions): Reaction {
  const { outcome } = options;
  if (outcome.error !== undefined) return reactToError(options, outcome.error);
  if (outcome.missingRows === 0) return { kind: 'done' };
  switch (outcome.finish) {
    case 'length':
      return reactToLength(options);
    case 'refusal':
      return { kind: 'fail', reason: 'The model refused to answer for this row.' };
    case 'content-filter':
      return reactToFilter(outcome, 'The provider’s content filter blocked this row.');
    case 'stop':
    case 'other':
    case undefined:
      return outcome.hasText
        ? { kind: 'repeat', reason: reasonForMissing(outcome) }
        : reactToNothing(options);
  }
}

function reactToLength({ outcome, troubles, hasLengthLimit }: ReactOptions): Reaction {
  if (outcome.answeredRows > 0) return { kind: 'continue' };
  if (outcome.missingRows > 1) return { kind: 'shrink' };
  if (hasLengthLimit && !troubles.isRaised) return { kind: 'raise' };
  if (troubles.isRaised)
    return {
      kind: 'fail',
      reason:
        'The answer reached the length limit, raised once, before the row was complete. Raise the limit of the model or ask for less.',
    };
  return {
    kind: 'repeat',
    reason: 'The answer reached the length limit before the row was complete. Write less.',
  };
}

function reactToNothing({ troubles }: ReactOptions): Reaction {
  return troubles.wasEmpty
    ? { kind: 'fail', reason: 'The model gave an empty answer, twice.' }
    : { kind: 'again' };
}

function reactToFilter(outcome: RequestOutcome, reason: string): Reaction {
  return isSingleRow(outcome) ? { kind: 'fail', reason } : { kind: 'alone' };
}

function isSingleRow(outcome: RequestOutcome): boolean {
  return outcome.answeredRows + outcome.missingRows === 1;
}

function reasonForMissing(outcome: RequestOutcome): string {
  if (outcome.answeredRows > 0) return 'The answer left this row out.';
  if (outcome.problem !== undefined) return `The answer could not be read. ${outcome.problem}`;
  return 'The answer held no rows.';
}

function reactToError(options: ReactOptions, error: ProviderError): Reaction {
  const { outcome } = options;
  if (error.isFatal) return reactToRefusal(options, error);
  if (outcome.missingRows === 0) return { kind: 'done' };
  switch (error.kind) {
    case 'too-large':
      return isSingleRow(outcome) ? { kind: 'fail', reason: error.message } : { kind: 'shrink' };
    case 'refused':
      return { kind: 'fail', reason: error.message };
    case 'content-filter':
      return reactToFilter(outcome, error.message);
    case 'empty-answer':
      return reactToNothing(options);
    case 'malformed-output':
      return { kind: 'repeat', reason: error.message };
    case 'rate-limit':
      return reactToLimit(options, error);
    default:
      return reactToFailure(options, error);
  }
}

/** A refused request may be about its rows where the endpoint has taken others like it; a refused key never is. */
function reactToRefusal({ outcome, endpoint }: ReactOptions, error: ProviderError): Reaction {
  const isAboutRows =
    error.kind === 'bad-request' && endpoint.hasAnswered && endpoint.refusals + 1 < mostRefusals;
  if (!isAboutRows) return pause(error);
  return outcome.missingRows === 0 ? { kind: 'done' } : { kind: 'fail', reason: error.message };
}

function reactToLimit({ endpoint }: ReactOptions, error: ProviderError): Reaction {
  const hintMs = error.retryAfterMs;
  if (isTooLong(hintMs) || endpoint.throttledMs >= longestOutageMs) return pause(error);
  return { kind: 'yield', hintMs, reason: error.message };
}

function isTooLong(hintMs: number | undefined): boolean {
  return (hintMs ?? 0) > longestRetryAfterMs;
}

function reactToFailure(options: ReactOptions, error: ProviderError): Reaction {
  const { outcome, troubles } = options;
  if (error.kind === 'network' && options.isOffline) return { kind: 'offline' };
  if (error.kind === 'cut-off' && outcome.answeredRows > 0) return { kind: 'continue' };
  const failures = outcome.answeredRows > 0 ? 1 : troubles.failures + 1;
  if (isHopeless(failures, options, error)) return pause(error);
  const isTooOften = failures > (options.maxRetries ?? usualRetries);
  return (isTooOften ? giveUp(options, error) : undefined) ?? tryAgain(failures, options, error);
}

function tryAgain(
  failures: number,
  { outcome, jitter }: ReactOptions,
  error: ProviderError,
): Reaction {
  if (error.kind === 'cut-off' && failures === cutsBeforeShrinking && !isSingleRow(outcome))
    return { kind: 'shrink' };
  const waitMs = error.retryAfterMs ?? backoffMs(failures, jitter);
  return { kind: 'wait', waitMs, reason: error.message };
}

/** Undefined while the endpoint fails for everybody: it is not these rows that are at fault then. */
function giveUp(
  { endpoint, maxRetries }: ReactOptions,
  error: ProviderError,
): Reaction | undefined {
  const isOutage = endpoint.outageMs > 0 || (maxRetries !== undefined && !endpoint.hasAnswered);
  if (!isOutage) return { kind: 'fail', reason: error.message };
  // Whoever said how often has said when it is enough.
  return maxRetries === undefined ? undefined : pause(error);
}

function isHopeless(
  failures: number,
  { endpoint, troubles }: ReactOptions,
  error: ProviderError,
): boolean {
  if (endpoint.outageMs >= longestOutageMs) return true;
  if (isTooLong(error.retryAfterMs)) return true;
  // A page that comes again for the same rows, with no answer to anybody between.
  if (error.kind === 'not-an-api') return Math.min(troubles.pages, endpoint.pages) + 1 >= mostPages;
  return error.kind === 'network' && !endpoint.hasAnswered && failures >= mostUnansweredRequests;
}

function pause(error: ProviderError): Reaction {
  const problem = toErrorReport(error);
  if (!isTooLong(error.retryAfterMs)) return { kind: 'pause', problem };
  const minutes = Math.ceil((error.retryAfterMs ?? 0) / 60_000);
  const message = `${error.message} It asks to wait ${minutes} minutes: resume then.`;
  return { kind: 'pause', problem: { ...problem, message } };
}
