/** How long a provider asks to wait, from its headers or, where a browser hides those, from its words. */

/** Longest wait that is believed: what lasts longer is no matter of minutes, and the run pauses anyway. */
const longestRetryAfterMs = 86_400_000;

/**
 * Milliseconds in [0, 86,400,000] from `retry-after-ms` or `retry-after` (seconds or an HTTP date);
 * undefined when neither header can be read or understood. `nowMs` is the epoch time.
 */
export function readRetryAfter(headers: Headers, nowMs: number): number | undefined {
  const inMs = headers.get('retry-after-ms');
  if (inMs !== null && isNumberText(inMs)) return bounded(Number(inMs));
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  if (isNumberText(value)) return bounded(Number(value) * 1000);
  const dateMs = Date.parse(value);
  return Number.isNaN(dateMs) ? undefined : bounded(dateMs - nowMs);
}

const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  millisecond: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
};

/** The wait named in a message, such as “try again in 7s”, “in 250ms” or “in 1m30.5s”. */
export function readRetryHint(message: string): number | undefined {
  const hint =
    /(?:in|after|retrydelay"?:?\s*"?)\s{0,3}((?:\d{1,9}(?:\.\d{1,6})?\s?[a-z]{1,12}\s?){1,3})/i.exec(
      message,
    )?.[1];
  if (hint === undefined) return undefined;
  let totalMs: number | undefined;
  for (const [, amount, name] of hint.matchAll(/(\d+(?:\.\d+)?)\s?([a-z]+)/gi)) {
    const unit = (name ?? '').toLowerCase();
    const factor = unitMs[unit] ?? unitMs[unit.replace(/s$/, '')];
    if (factor === undefined) break;
    totalMs = (totalMs ?? 0) + Number(amount) * factor;
  }
  return totalMs === undefined ? undefined : bounded(totalMs);
}

function isNumberText(text: string): boolean {
  return /^\s*-?\d+(?:\.\d+)?\s*$/.test(text);
}

function bounded(waitMs: number): number {
  return Math.min(longestRetryAfterMs, Math.max(0, Math.round(waitMs)));
}
