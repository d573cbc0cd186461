/**
 * From a refused request or an error payload to a `ProviderError`. The kind decides what the engine
 * does; the message says which host, what happened, and what the user can do.
 */
import { cutText } from './cut-text.ts';
import type { ErrorBody } from './error-body.ts';
import { ProviderError, type ProviderErrorKind } from './provider-error.ts';
import type { Provider } from './providers.ts';
import { redact } from './redact.ts';
import { readRetryAfter, readRetryHint } from './retry-after.ts';

/** Whom a request was sent to. */
export interface ErrorContext {
  readonly provider: Provider;
  readonly baseUrl: string;
  readonly model?: string | undefined;
  /** Removes keys from text; by default what looks like one. */
  readonly redact?: ((text: string) => string) | undefined;
}

export interface HttpFailure {
  readonly status: number;
  readonly headers?: Headers | undefined;
  readonly body: ErrorBody;
  /** Epoch time, for waits given as a date. */
  readonly nowMs: number;
}

const longestQuote = 300;

/** The error of a response whose status is not 2xx, or of an error payload inside a 200 stream. */
export function toHttpError(context: ErrorContext, failed: HttpFailure): ProviderError {
  const kind = kindOf(failed.status, failed.body);
  const waitMs =
    failed.headers === undefined ? undefined : readRetryAfter(failed.headers, failed.nowMs);
  const said = wordsOf(context, failed.body);
  return new ProviderError({
    provider: context.provider.id,
    kind,
    message: `${explain(kind, context, failed)}${quote(failed.body, said)}`,
    host: hostOf(context.baseUrl),
    said,
    status: failed.status,
    retryAfterMs: mayWait(kind) ? (waitMs ?? readHint(failed.body)) : undefined,
  });
}

function readHint({ retryDelay, message }: ErrorBody): number | undefined {
  return readRetryHint(retryDelay === undefined ? message : `in ${retryDelay}`);
}

/** An error of our own reading of the answer, in the same form. */
export function toAnswerError(
  context: ErrorContext,
  kind: ProviderErrorKind,
  message: string,
): ProviderError {
  return new ProviderError({
    provider: context.provider.id,
    kind,
    message: `${hostOf(context.baseUrl)} ${message}`,
    host: hostOf(context.baseUrl),
  });
}

/** Host and port of a URL for a message; the text itself, cut, when it is no URL. */
export function hostOf(url: string): string {
  const match = /^[a-z][\w+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url);
  return (match?.[1] ?? url).slice(0, 100);
}

/** The status a payload stands for when an error comes inside a 200 stream. */
export function statusOfPayload(body: ErrorBody): number {
  const numeric = /\b([45]\d\d)\b/.exec(body.code)?.[1];
  if (numeric !== undefined) return Number(numeric);
  if (/overload/i.test(body.code)) return 529;
  if (/rate.?limit|insufficient.?quota|resource.?exhausted/i.test(body.code)) return 429;
  if (/auth|api.?key/i.test(body.code)) return 401;
  if (/invalid.?request|bad.?request/i.test(body.code)) return 400;
  return /overload/i.test(body.message) ? 529 : 500;
}

const quotaWords =
  /insufficient[_ ](?:quota|balance|credit|funds)|exceeded your current quota|out of credits|credit balance|billing/i;
const tooLargeWords =
  /context[_ ](?:length|window)|maximum context|too many tokens|prompt is too long|reduce the length|request too large|string_above_max_length/i;
const modelWords =
  /model[_ ]not[_ ]found|model\b.{0,120}\b(?:not (?:be )?(?:found|exist)|does not exist|not available|pull)|no such model|unknown model/i;

/** What a 400 or 422 may stand for, by its words; the first that fits. */
const refusedRequests: readonly { readonly words: RegExp; readonly kind: ProviderErrorKind }[] = [
  { words: tooLargeWords, kind: 'too-large' },
  { words: quotaWords, kind: 'quota' },
  { words: /json_validate_failed|failed to generate json/i, kind: 'malformed-output' },
  { words: /location is not supported|country.{0,40}not supported/i, kind: 'forbidden' },
  { words: modelWords, kind: 'not-found' },
  { words: /invalid.{0,10}api.?key|api.?key.{0,20}(?:not valid|invalid)/i, kind: 'auth' },
  { words: /content[_ ](?:filter|policy)|moderation|safety/i, kind: 'content-filter' },
];

const kindByStatus: Readonly<Record<number, ProviderErrorKind>> = {
  400: 'bad-request',
  401: 'auth',
  402: 'quota',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-found',
  407: 'forbidden',
  408: 'timeout',
  409: 'server',
  410: 'not-found',
  413: 'too-large',
  422: 'bad-request',
  425: 'server',
  429: 'rate-limit',
  503: 'overloaded',
  529: 'overloaded',
};

function kindOf(status: number, body: ErrorBody): ProviderErrorKind {
  const said = `${body.code} ${body.message}`;
  if (status >= 300 && status < 400) return 'redirect';
  if ((status === 429 || status === 403) && quotaWords.test(said))
    // A quota that comes back within minutes is a limit of the rate.
    return readHint(body) === undefined ? 'quota' : 'rate-limit';
  const usual = status >= 500 ? 'server' : 'bad-request';
  return refusedKind(status, said) ?? kindByStatus[status] ?? usual;
}

function refusedKind(status: number, said: string): ProviderErrorKind | undefined {
  if (status !== 400 && status !== 422) return undefined;
  return refusedRequests.find(({ words }) => words.test(said))?.kind;
}

function mayWait(kind: ProviderErrorKind): boolean {
  return kind === 'rate-limit' || kind === 'overloaded' || kind === 'server';
}

/** What happened and what to do, after the name of the host. */
const explanations: Partial<Record<ProviderErrorKind, string>> = {
  auth: 'does not accept the API key (STATUS). Check it or enter another key.',
  quota:
    'says that the account has no credit left (STATUS). Add credit with the provider, then resume.',
  forbidden:
    'refuses this key or region (STATUS). Check the rights of the key, or choose another model.',
  'too-large': 'finds the request too large for MODEL (STATUS). Ask for fewer rows per request.',
  'rate-limit': 'asks to send fewer requests (STATUS). Rowsmith waits and goes on.',
  overloaded: 'is overloaded (STATUS). Rowsmith tries again.',
  timeout: 'gave up waiting (STATUS). Rowsmith tries again.',
  redirect:
    'redirects to another address (STATUS), and a key must not follow. Set the final address as the base URL.',
  'content-filter':
    'stopped the request by its content filter (STATUS). Change the wording of the prompt.',
  server: 'has a problem of its own (STATUS). Rowsmith tries again.',
  'malformed-output':
    'says that MODEL did not write the JSON asked for (STATUS). Rowsmith tries again.',
  'bad-request': 'refused the request (STATUS). Check the model and its parameters.',
};
const unknownModel = 'does not know MODEL (STATUS). Choose a model from its list.';
const unknownAddress =
  'has nothing at this address, or does not know MODEL (STATUS). Check the base URL, which often ends in /v1, and choose a model from its list.';

function explain(kind: ProviderErrorKind, context: ErrorContext, failed: HttpFailure): string {
  const { body, status } = failed;
  const missing = modelWords.test(`${body.code} ${body.message}`) ? unknownModel : unknownAddress;
  const text = kind === 'not-found' ? missing : (explanations[kind] ?? `failed (STATUS).`);
  const model = context.model === undefined ? 'the model' : `the model “${context.model}”`;
  // Functions as replacements, because a `$` in a model's name must stay a `$`.
  const filled = text.replace('STATUS', () => String(status)).replace('MODEL', () => model);
  return `${hostOf(context.baseUrl)} ${filled}`;
}

function quote({ isHtml }: ErrorBody, said: string | undefined): string {
  if (isHtml) return ' It answered with a web page.';
  return said === undefined ? '' : ` It says: “${said}”`;
}

function wordsOf(context: ErrorContext, body: ErrorBody): string | undefined {
  if (body.isHtml) return undefined;
  const clean = plainText((context.redact ?? redact)(redact(body.message)));
  if (clean === '') return undefined;
  return clean.length > longestQuote ? `${cutText(clean, longestQuote - 1)}…` : clean;
}

/** One line without control and direction characters, so that foreign words cannot dress up a message. */
function plainText(text: string): string {
  return text
    .slice(0, 4 * longestQuote)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}
