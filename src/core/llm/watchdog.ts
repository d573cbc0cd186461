/**
 * Notices silence on a connection. There is no deadline for a whole answer, only for the gap since
 * the last sign of life, because long answers are healthy and dead sockets are silent.
 */
import type { Clock } from '#core/base/clock.ts';

export interface Watchdog {
  /** Something arrived; from now on the silence may last `limitMs`. */
  touch(limitMs: number): void;
  readonly isTripped: boolean;
  stop(): void;
}

/** Naps no longer than this, so that a machine that slept is told from a server that is silent. */
const longestNapMs = 1_000;
/** A nap that took this much longer than asked was a sleep of the machine or a freeze of the page. */
const shortestSleepMs = 5_000;
const graceAfterSleepMs = 10_000;
/** One reason for all watches: an abort without one makes an exception with a stack. */
const watchOver = new Error('The watch is over.');

/** Calls `onSilence` once when nothing was touched for the limit. Leaves no timer after `stop`. */
export function createWatchdog(clock: Clock, limitMs: number, onSilence: () => void): Watchdog {
  const stopped = new AbortController();
  let deadlineMs = clock.now() + limitMs;
  let isTripped = false;

  const watch = async (): Promise<void> => {
    for (let leftMs = limitMs; leftMs > 0; leftMs = deadlineMs - clock.now()) {
      const napMs = Math.min(leftMs, longestNapMs);
      const beforeMs = clock.now();
      await clock.sleep(napMs, stopped.signal);
      const nowMs = clock.now();
      // The machine slept: the silence was ours, so the server gets a moment to speak.
      if (nowMs - beforeMs > napMs + shortestSleepMs)
        deadlineMs = Math.max(deadlineMs, nowMs + graceAfterSleepMs);
    }
    if (stopped.signal.aborted) return;
    isTripped = true;
    onSilence();
  };
  // The only rejection is that of the nap when the watch is over.
  watch().catch(() => undefined);

  return {
    touch: (nextLimitMs) => {
      deadlineMs = clock.now() + nextLimitMs;
    },
    get isTripped() {
      return isTripped;
    },
    stop: () => {
      stopped.abort(watchOver);
    },
  };
}
