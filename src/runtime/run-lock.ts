/** The Web Lock of a run: one writer per run over all tabs. Without locks the journal refuses the older writer. */
import { acquireWebLock, type HeldLock } from './web-lock.ts';

export type RunLock = HeldLock;

export interface LockRequest {
  readonly runId: string;
  /** Takes the lock away from whoever holds it. */
  readonly steal: boolean;
  /** The lock was taken away. */
  readonly onStolen: () => void;
}

/** Undefined when another tab holds the lock and `steal` is off. */
export function acquireRunLock(
  locks: LockManager | undefined,
  { runId, ...request }: LockRequest,
): Promise<RunLock | undefined> {
  return acquireWebLock(locks, { name: `rowsmith:run:${runId}`, ...request });
}
