/** Builds the workbench with the real browser behind every port. */
import { createDocumentStorage } from '#runtime/document-storage.ts';
import { openDatabase } from '#runtime/database.ts';
import { startWorkers, type WorkerHandle, type WorkerName } from '#runtime/workers.ts';
import type { TabHost } from '#state/workbench-context.ts';
import { createWorkbench, type Workbench } from '#state/workbench.ts';

export function createBrowserWorkbench(firstWorkers: Map<WorkerName, WorkerHandle>): Workbench {
  const workbench = createWorkbench({
    startWorkers: (listeners) => startWorkers(listeners, firstWorkers),
    openDocuments: async () =>
      createDocumentStorage(
        await openDatabase(
          () => {
            workbench.stores.view.getState().actions.toast({
              text: 'A newer version of Rowsmith is open in another tab. Reload this page to go on saving.',
              severity: 'error',
            });
          },
          () => {
            workbench.documents.emptied();
          },
        ),
      ),
    async loadPrices() {
      const { createBundledPrices, pricesAsOf } = await import('#core/llm/price/bundled-prices.ts');
      return { ...createBundledPrices(Date.now()), asOf: pricesAsOf };
    },
    smallStorage: smallStorage(),
    async keepStorage() {
      return 'storage' in navigator ? await navigator.storage.persist() : undefined;
    },
    now: () => Date.now(),
    createId: () => crypto.randomUUID(),
    saveFile,
    clearHash: () => {
      window.history.replaceState(null, '', window.location.pathname + window.location.search);
    },
    tab: tabHost(),
    locks: 'locks' in navigator ? navigator.locks : undefined,
    pageAddress: () => window.location.href.replace(/#.*$/, ''),
    drawn,
    schedule(delayMs, work) {
      const timer = setTimeout(work, delayMs);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  saveWhenLeaving(workbench);
  openLinksOfThisTab(workbench);
  return workbench;
}

/** A page in the background draws nothing, and must not wait for it. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, 100);
    // The frame itself comes after its callbacks.
    requestAnimationFrame(() => setTimeout(done, 0));
  });
}

/** Browsers that forbid storage throw on the mere mention of it; settings then last until reload. */
function smallStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  try {
    return window.localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined };
  }
}

/** Browsers that forbid storage cannot come back from a sign-in, and are not offered one. */
function tabHost(): TabHost | undefined {
  try {
    return {
      storage: window.sessionStorage,
      query: () => window.location.search,
      clearQuery: () => {
        window.history.replaceState(null, '', window.location.pathname + window.location.hash);
      },
      leaveFor: (address) => {
        window.location.assign(address);
      },
    };
  } catch {
    return undefined;
  }
}

function saveFile(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

function saveWhenLeaving(workbench: Workbench): void {
  const flush = (): void => {
    void workbench.documents.flush();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
  window.addEventListener('pagehide', flush);
  document.addEventListener('freeze', flush);
}

/** A link pasted into the address bar of an open workbench opens as a new design, like any other. */
function openLinksOfThisTab(workbench: Workbench): void {
  window.addEventListener('hashchange', () => {
    void workbench.documents.openHash(window.location.hash);
  });
}
