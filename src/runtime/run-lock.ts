/** The Web Lock of a run: one writer per run over all tabs, given up only when taken away or released. */

export interface RunLock {
  readonly release: () => void;
}

export interface LockRequest {
  readonly runId: string;
  /** Takes the lock away from whoever holds it. */
  readonly steal: boolean;
  /** The lock was taken away. */
  readonly onStolen: () => void;
}

/**
 * Holds the run's lock until released. Undefined when another tab holds it and `steal` is off. Where
 * the browser has no locks every request is granted; the journal then refuses the older writer.
 */
export function acquireRunLock(
  locks: LockManager | undefined,
  { runId, steal, onStolen }: LockRequest,
): Promise<RunLock | undefined> {
  if (locks === undefined) return Promise.resolve({ release: () => undefined });
  return new Promise((resolve, reject) => {
    const options = steal ? { steal: true } : { ifAvailable: true };
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
    locks.request(`rowsmith:run:${runId}`, options, hold).catch((error: unknown) => {
      if (state === 'asked') reject(error instanceof Error ? error : new Error(String(error)));
      if (state === 'held') onStolen();
    });
  });
}
