/** One holder over all tabs of this app, given up only when taken away or released. */

export interface HeldLock {
  readonly release: () => void;
}

export interface WebLockRequest {
  readonly name: string;
  /** Takes the lock away from whoever holds it. */
  readonly steal: boolean;
  /** The lock was taken away. */
  readonly onStolen: () => void;
  /** Waits until the lock is free, or until this signal aborts, instead of giving up at once. */
  readonly wait?: AbortSignal;
}

/**
 * Holds the lock until released. Undefined when another tab holds it and neither `steal` nor `wait` is
 * given, and when the wait was aborted. Where the browser has no locks every request is granted.
 */
export function acquireWebLock(
  locks: LockManager | undefined,
  { name, steal, onStolen, wait }: WebLockRequest,
): Promise<HeldLock | undefined> {
  if (locks === undefined) return Promise.resolve({ release: () => undefined });
  return new Promise((resolve, reject) => {
    const waiting = wait === undefined ? { ifAvailable: true } : { signal: wait };
    const options = steal ? { steal: true } : waiting;
    let state: 'asked' | 'held' | 'released' = 'asked';
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      if (lock === null) {
        resolve(undefined);
        return undefined;
      }
      state = 'held';
      return new Promise<void>((release) => {
        resolve({
          release: () => {
            state = 'released';
            release();
          },
        });
      });
    };
    locks.request(name, options, hold).catch((error: unknown) => {
      if (state === 'held') onStolen();
      else if (wait?.aborted === true) resolve(undefined);
      else if (state === 'asked') reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
}
