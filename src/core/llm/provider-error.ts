/** What went wrong with a provider. Retryability is decided once, here, from kind and status. */

export type ProviderErrorKind =
  | 'auth'
  | 'quota'
  | 'forbidden'
  | 'not-found'
  | 'rate-limit'
  | 'overloaded'
  | 'server'
  | 'bad-request'
  | 'too-large'
  | 'refused'
  | 'content-filter'
  | 'network'
  | 'timeout'
  | 'redirect'
  | 'not-an-api'
  | 'cut-off'
  | 'empty-answer'
  | 'malformed-output'
  | 'unresolved';

export interface ProviderErrorDetails {
  readonly provider: string;
  readonly kind: ProviderErrorKind;
  /** What happened and what to do, in plain words. Holds no key. */
  readonly message: string;
  readonly status?: number | undefined;
  /** How long the provider asked to wait. */
  readonly retryAfterMs?: number | undefined;
  /** Host and port that the request went to. */
  readonly host?: string | undefined;
  /** The provider's own words, cut, on one line and without keys; part of the message too. */
  readonly said?: string | undefined;
  readonly cause?: unknown;
}

/** Kinds after which the same request may succeed without the user doing anything. */
const retryableKinds: ReadonlySet<ProviderErrorKind> = new Set([
  'rate-limit',
  'overloaded',
  'server',
  'network',
  'timeout',
  'cut-off',
  'empty-answer',
  'malformed-output',
]);

/** Kinds that no repetition mends: the run pauses and says what to do. */
const fatalKinds: ReadonlySet<ProviderErrorKind> = new Set([
  'auth',
  'quota',
  'forbidden',
  'not-found',
  'bad-request',
  'redirect',
  'unresolved',
]);

export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly provider: string;
  readonly kind: ProviderErrorKind;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly host: string | undefined;
  readonly said: string | undefined;

  constructor(details: ProviderErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.provider = details.provider;
    this.kind = details.kind;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
    this.host = details.host;
    this.said = details.said;
  }

  get isRetryable(): boolean {
    return retryableKinds.has(this.kind);
  }

  get isFatal(): boolean {
    return fatalKinds.has(this.kind);
  }
}
