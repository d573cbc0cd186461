/** A clock for tests that cross real message ports: every sleep ends with the next turn, time jumps along. */
import type { Clock } from '#core/base/clock.ts';

export function createImpatientClock(startMs = 0): Clock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    sleep: (delayMs, signal) =>
      new Promise((resolve, reject) => {
        const refuse = (): void => {
          clearTimeout(timer);
          reject(signal?.reason as Error);
        };
        const timer = setTimeout(() => {
          nowMs += Math.max(0, delayMs);
          signal?.removeEventListener('abort', refuse);
          resolve();
        }, 0);
        if (signal?.aborted === true) refuse();
        else signal?.addEventListener('abort', refuse, { once: true });
      }),
  };
}
