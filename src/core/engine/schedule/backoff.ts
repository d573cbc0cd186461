/** How long to wait before a request is sent again. */

const baseMs = 1_000;
const capMs = 60_000;

/** The longest wait a provider may ask for before the run pauses instead. */
export const longestRetryAfterMs = 600_000;

/**
 * Exponential back-off with full jitter: a random share of min(60 s, 1 s · 2ⁿ), where n is
 * `failures` - 1 (Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015).
 * `failures` counts from 1; `jitter` is in [0, 1).
 */
export function backoffMs(failures: number, jitter: number): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.max(0, failures - 1));
  return Math.round(ceiling * jitter);
}
