/** Errors as plain data: what crosses a worker border, a log or a journal instead of an `Error`, which cloning would strip. */

export interface ErrorReport {
  readonly name: string;
  /** Finer than the name where the error has a kind, such as `rate-limit`. */
  readonly kind?: string;
  readonly message: string;
  readonly status?: number;
  readonly retryAfterMs?: number;
  /** Host and port of the endpoint it came from. */
  readonly host?: string;
  /** What the endpoint said, in its own words, without keys. */
  readonly said?: string;
}

interface Details {
  readonly kind?: unknown;
  readonly status?: unknown;
  readonly retryAfterMs?: unknown;
  readonly host?: unknown;
  readonly said?: unknown;
}

/** Takes the name, kind, message, status, wait, host and words of any thrown value; stacks and causes stay behind. */
export function toErrorReport(error: unknown): ErrorReport {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const details: Error & Details = error;
  return {
    name: error.name,
    message: error.message,
    ...(typeof details.kind === 'string' ? { kind: details.kind } : {}),
    ...(typeof details.status === 'number' ? { status: details.status } : {}),
    ...(typeof details.retryAfterMs === 'number' ? { retryAfterMs: details.retryAfterMs } : {}),
    ...(typeof details.host === 'string' ? { host: details.host } : {}),
    ...(typeof details.said === 'string' ? { said: details.said } : {}),
  };
}

/** An error on this side of a border that says what happened on the other. */
export class ReportedError extends Error {
  readonly report: ErrorReport;

  constructor(report: ErrorReport) {
    super(report.message);
    this.name = report.name;
    this.report = report;
  }
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
