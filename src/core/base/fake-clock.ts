/**
 * A clock for tests: time stands still until a test moves it, so nothing ever waits. It also counts
 * the sleeps that are still pending, which shows whether a stopped task left a timer behind.
 */
import type { Clock } from './clock.ts';

export interface FakeClock extends Clock {
  /** Sleeps that have neither ended nor been aborted. */
  readonly pendingSleeps: number;
  /** Moves time on and wakes what is due, in order of time. */
  advance(durationMs: number): Promise<void>;
  /** Moves time from one sleep to the next until the promise settles; what it settles to comes back. */
  runUntil<Value>(promise: Promise<Value>): Promise<Value>;
}

interface Sleeper {
  readonly dueMs: number;
  readonly wake: () => void;
}

/** Enough turns of the microtask queue for any chain of awaits between two sleeps. */
const turnsPerStep = 1_000;
const mostIdleRounds = 200;

export function createFakeClock(startMs = 0): FakeClock {
  return new StoppedClock(startMs);
}

class StoppedClock implements FakeClock {
  private nowMs: number;
  private readonly sleepers = new Set<Sleeper>();

  constructor(startMs: number) {
    this.nowMs = startMs;
  }

  get pendingSleeps(): number {
    return this.sleepers.size;
  }

  now(): number {
    return this.nowMs;
  }

  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error);
        return;
      }
      const onAbort = (): void => {
        this.sleepers.delete(sleeper);
        reject(signal?.reason as Error);
      };
      const sleeper: Sleeper = {
        dueMs: this.nowMs + Math.max(0, delayMs),
        wake: () => {
          this.sleepers.delete(sleeper);
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      this.sleepers.add(sleeper);
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  async advance(durationMs: number): Promise<void> {
    const endMs = this.nowMs + durationMs;
    await settle();
    for (let next = this.earliest(); next !== undefined; next = this.earliest()) {
      if (next.dueMs > endMs) break;
      this.nowMs = next.dueMs;
      next.wake();
      await settle();
    }
    this.nowMs = endMs;
  }

  async runUntil<Value>(promise: Promise<Value>): Promise<Value> {
    const progress = { isSettled: false, idleRounds: 0 };
    const note = (): void => {
      progress.isSettled = true;
    };
    promise.then(note, note);
    await settle();
    while (!progress.isSettled) {
      const next = this.earliest();
      // Work that needs no time may still be under way; only patience tells it from a deadlock.
      progress.idleRounds = next === undefined ? progress.idleRounds + 1 : 0;
      if (progress.idleRounds > mostIdleRounds)
        throw new Error('Everything waits, but no sleep is pending.');
      if (next !== undefined) this.nowMs = Math.max(this.nowMs, next.dueMs);
      next?.wake();
      await settle();
    }
    return promise;
  }

  private earliest(): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of this.sleepers)
      if (first === undefined || sleeper.dueMs < first.dueMs) first = sleeper;
    return first;
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < turnsPerStep; turn += 1) await Promise.resolve();
}
