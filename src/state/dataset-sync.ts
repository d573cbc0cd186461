/**
 * Keeps the evaluator's dataset on the newest design: one opening at a time, always the latest next.
 * While a run writes, its design stays open, so that no row is written from inputs that have changed;
 * edits are caught up with when it ends.
 */
import type { TextDiversity } from '#core/analysis/text-diversity.ts';
import type { LoadedRun } from '#runtime/recover-run.ts';
import { DatasetOpener } from './dataset-opener.ts';
import { isRunning } from './run-store.ts';
import type { WorkbenchContext } from './workbench-context.ts';

export interface DatasetSync {
  /**
   * Opens the current design anew, with the rows that the newest run of its document has stored.
   * Answers with that run. Never rejects: what went wrong is on screen.
   */
  open(): Promise<LoadedRun | undefined>;
  /** Resolves when the evaluator has caught up; true when its rows follow the newest design. */
  settled(): Promise<boolean>;
  /** The evaluator died by itself: another one takes its place, with the same rows. */
  evaluatorDied(): void;
  refreshSoon(): void;
  /** How varied the texts are that models wrote, by column id. */
  diversity(): Promise<Readonly<Record<string, TextDiversity>>>;
}

/** More than this takes long enough to make that edits in a row wait for the last of them. */
const cellsAtOnce = 20_000;
const editDelayMs = 30;
const refreshDelayMs = 200;

export function createDatasetSync(context: WorkbenchContext): DatasetSync {
  const { host, stores } = context;
  const opener = new DatasetOpener(context);
  let chain: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let cancelEdit: (() => void) | undefined;
  let cancelRefresh: (() => void) | undefined;

  const enqueue = <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
    cancelEdit?.();
    cancelEdit = undefined;
    const next = waiting === 0 ? opener.guarded(work) : chain.then(() => opener.guarded(work));
    waiting += 1;
    chain = next.finally(() => {
      waiting -= 1;
    });
    return next;
  };
  const catchUp = (): Promise<void> => enqueue(() => opener.catchUp());

  stores.design.subscribe((state, previous) => {
    const isSame = state.design === previous.design && state.marks === previous.marks;
    if (isSame || state.documentId !== previous.documentId) return;
    cancelEdit?.();
    opener.leaveRefresh();
    const { rows, columns } = state.design;
    if (rows * columns.length <= cellsAtOnce) void catchUp();
    else cancelEdit = host.schedule(editDelayMs, () => void catchUp());
  });
  stores.view.subscribe((state, previous) => {
    // A failure here is that of an evaluator being replaced; its successor arranges anew.
    if (state.query !== previous.query) opener.arrange().catch(() => undefined);
  });
  stores.run.subscribe((state, previous) => {
    if (isRunning(previous.status) && !isRunning(state.status)) void catchUp();
  });

  return {
    open: () => enqueue(() => opener.openDocument()),
    async settled() {
      await catchUp();
      return opener.isCurrent;
    },
    evaluatorDied() {
      // One that never held rows could not be loaded, and a second would fare no better.
      if (!opener.isOpen) return;
      opener.replace();
      void catchUp();
    },
    refreshSoon() {
      if (cancelRefresh !== undefined) return;
      cancelRefresh = host.schedule(refreshDelayMs, () => {
        cancelRefresh = undefined;
        // A failure here is that of an evaluator being replaced; its successor refreshes anew.
        opener.refresh().catch(() => undefined);
      });
    },
    diversity: () => context.workers.evaluator.diversity({}),
  };
}
