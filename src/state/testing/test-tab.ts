/** One tab with a whole workbench: workers in this thread, a database, and timers that a test sets off. */
import { invariant } from '#core/base/invariant.ts';
import type { JsonValue } from '#core/base/json.ts';
import type { Cell } from '#core/rows/cell.ts';
import { createDocumentStorage } from '#runtime/document-storage.ts';
import type { SmallStorage } from '#state/settings-storage.ts';
import { createWorkbench, type Workbench } from '#state/workbench.ts';
import { isRunning } from '#state/run-store.ts';
import { createInProcessWorkers, type InProcessOptions } from './in-process-workers.ts';

export interface TestTab extends Workbench {
  /** Files handed to the user, with their names. */
  readonly files: { readonly name: string; readonly text: Promise<string> }[];
  /** Sets off the timers that are due after this long; those they set are not. */
  readonly pass: (durationMs: number) => void;
  /** Resolves when the condition holds; a test that waits for nothing times out. */
  readonly until: (condition: () => boolean) => Promise<void>;
  /** Resolves when no run is going on. */
  readonly runEnded: () => Promise<void>;
  /** All loaded values of a column, in row order. */
  readonly column: (columnId: string) => Promise<readonly (JsonValue | undefined)[]>;
  readonly cells: (columnId: string) => Promise<readonly (Cell | undefined)[]>;
  readonly evaluators: () => number;
  readonly close: () => void;
}

export interface TestTabOptions extends InProcessOptions {
  /** The small storage of the browser, shared by its tabs. */
  readonly smallStorage?: SmallStorage;
}

export function createSmallStorage(initial: Readonly<Record<string, string>> = {}): SmallStorage {
  const items = new Map(Object.entries(initial));
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
  };
}

interface Timer {
  readonly delayMs: number;
  readonly work: () => void;
}

let nextId = 1;

export function openTestTab(options: TestTabOptions): TestTab {
  const workers = createInProcessWorkers(options);
  const timers = new Set<Timer>();
  const files: TestTab['files'] = [];
  let nowMs = 0;
  const workbench = createWorkbench({
    startWorkers: workers.start,
    openDocuments: () =>
      options.database === undefined
        ? Promise.reject(new Error('There is no database in this test.'))
        : Promise.resolve(createDocumentStorage(options.database)),
    keepStorage: () => Promise.resolve(undefined),
    loadPrices: () => Promise.reject(new Error('There is no price table in this test.')),
    smallStorage: options.smallStorage ?? createSmallStorage(),
    now: () => nowMs,
    locks: options.locks,
    createId: () => `id-${String(nextId++)}`,
    saveFile: (blob, name) => void files.push({ name, text: blob.text() }),
    clearHash: () => undefined,
    pageAddress: () => 'https://rowsmith.test/',
    drawn: () => Promise.resolve(),
    schedule(delayMs, work) {
      const timer = { delayMs, work };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  });
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const cells = async (columnId: string): Promise<readonly (Cell | undefined)[]> => {
    const summary = await workbench.workers.evaluator.summary({});
    invariant(summary !== undefined, 'a test reads cells of a design that stays open');
    const { rowCount, version } = summary;
    workbench.rows.announce({ rowCount, version });
    await workbench.rows.load(0, rowCount);
    return Array.from({ length: rowCount }, (_, row) => workbench.rows.cell(row, columnId));
  };
  return {
    ...workbench,
    files,
    pass(durationMs) {
      nowMs += durationMs;
      for (const timer of [...timers])
        if (timer.delayMs <= durationMs && timers.delete(timer)) timer.work();
    },
    until,
    runEnded: () => until(() => !isRunning(workbench.stores.run.getState().status)),
    cells,
    column: async (columnId) => (await cells(columnId)).map((cell) => cell?.value),
    evaluators: () => workers.evaluators,
    close: workers.close,
  };
}
