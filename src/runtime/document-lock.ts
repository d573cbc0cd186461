/** The Web Lock of the open document: the tab that has it saves, any other is told that it is open elsewhere. */
import { acquireWebLock, type HeldLock } from './web-lock.ts';

export interface DocumentLockListener {
  /** Another tab has the document: it had it when it was opened here, or has taken it over. */
  onElsewhere(documentId: string): void;
  /** The tab that had the document is gone, and this one has it now. */
  onFree(documentId: string): void;
}

export interface DocumentLock {
  /** Gives up the document before and takes this one. Resolves when it is known who has it. */
  hold(documentId: string, options?: { readonly steal?: boolean }): Promise<void>;
}

export function createDocumentLock(
  locks: LockManager | undefined,
  listener: DocumentLockListener,
): DocumentLock {
  let held: HeldLock | undefined;
  let wanted = '';
  let waiting = new AbortController();

  async function waitFor(documentId: string): Promise<void> {
    const { signal } = waiting;
    const lock = await acquireWebLock(locks, { ...requestOf(documentId), wait: signal });
    if (lock === undefined) return;
    if (signal.aborted) {
      lock.release();
      return;
    }
    held = lock;
    listener.onFree(documentId);
  }

  const requestOf = (documentId: string) => ({
    name: `rowsmith:document:${documentId}`,
    steal: false,
    onStolen: () => {
      if (wanted !== documentId) return;
      held = undefined;
      listener.onElsewhere(documentId);
      void waitFor(documentId);
    },
  });

  return {
    async hold(documentId, { steal = false } = {}) {
      if (documentId === wanted && held !== undefined) return;
      waiting.abort();
      waiting = new AbortController();
      held?.release();
      held = undefined;
      wanted = documentId;
      const lock = await acquireWebLock(locks, { ...requestOf(documentId), steal });
      if (wanted !== documentId) {
        lock?.release();
        return;
      }
      held = lock;
      if (lock !== undefined) return;
      listener.onElsewhere(documentId);
      void waitFor(documentId);
    },
  };
}
