/**
 * The evaluator worker's work: one dataset at a time, sampled, derived, checked, profiled and
 * exported here, so that the page never waits and never holds rows.
 */
import type { Clock } from '#core/base/clock.ts';
import { isVerbatimCall } from '#core/design/verbatim-call.ts';
import type { Call } from '#core/design/design.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { toDatasetPort } from '#core/engine/dataset-port-adapter.ts';
import type { DatasetPort } from '#core/engine/dataset-port.ts';
import { estimateRun } from '#core/engine/estimate.ts';
import { tasteOf } from '#core/engine/taste.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { arrangeRows } from '#core/rows/arrange-rows.ts';
import { createAnalysisService } from './analysis-service.ts';
import { countCells } from './count-cells.ts';
import { datasetServiceOf } from './dataset-channel.ts';
import { diversityOf } from './diversity-of-dataset.ts';
import type { EvaluatorMethods } from './evaluator-protocol.ts';
import { OpenDataset, type OnChange } from './open-dataset.ts';
import { promptOfRow } from './prompt-of-row.ts';
import { serve } from './rpc.ts';
import { summarise } from './summarise-dataset.ts';

export interface EvaluatorHost {
  readonly clock: Clock;
  /** Told after cells changed; batching is the host's. */
  readonly onChange: OnChange;
}

export function createEvaluatorService({ clock, onChange }: EvaluatorHost): EvaluatorMethods {
  const opened = new OpenDataset(onChange);
  return {
    open: (argument) => opened.open(argument),
    reword: (argument) => opened.reword(argument),
    ...changingMethods(opened),
    ...readingMethods(opened),
    summary() {
      const asked = opened.current;
      const isCancelled = (): boolean => !opened.holds(asked);
      return summarise(asked, opened.version, { clock, isCancelled });
    },
    ...createAnalysisService({ clock, opened }),
    connectEngine({ port }) {
      const changed = (): void => opened.changed();
      serve(
        port,
        datasetServiceOf(() => observed(toDatasetPort(opened.current), changed)),
      );
      return Promise.resolve();
    },
  };
}

type ChangingMethods = Pick<EvaluatorMethods, 'mark' | 'undoRewrite' | 'clearGenerated' | 'replay'>;

/** What changes cells of the dataset that is open. */
function changingMethods(opened: OpenDataset): ChangingMethods {
  return {
    mark({ marks }) {
      opened.mark(marks);
      return Promise.resolve();
    },
    undoRewrite({ id }) {
      const restored = opened.current.undoRewrite(id);
      opened.changed();
      return Promise.resolve(restored);
    },
    clearGenerated() {
      opened.current.clearGenerated();
      opened.changed();
      return Promise.resolve();
    },
    replay({ checkpoint }) {
      opened.replay(checkpoint);
      return Promise.resolve();
    },
  };
}

type ReadingMethods = Pick<
  EvaluatorMethods,
  | 'window'
  | 'arrange'
  | 'prompt'
  | 'countCells'
  | 'earlierValues'
  | 'beneath'
  | 'diversity'
  | 'batches'
  | 'estimate'
  | 'sampleTask'
  | 'trialTask'
  | 'exportRows'
  | 'saveRows'
  | 'taste'
>;

/** What looks at the dataset and leaves it as it is. */
function readingMethods(opened: OpenDataset): ReadingMethods {
  return {
    window: ({ start, end, columnIds, rows }) => {
      const { store } = opened.current;
      const window =
        rows === undefined ? store.window(start, end, columnIds) : store.windowOf(rows, columnIds);
      return Promise.resolve({ ...window, version: opened.version });
    },
    arrange({ query }) {
      const { store, excluded } = opened.current;
      const order = arrangeRows(store, query, excluded);
      return Promise.resolve({ version: opened.version, order });
    },
    prompt: (request) => Promise.resolve(promptOfRow(opened.current, request)),
    countCells: ({ selection }) => Promise.resolve(countCells(opened.current, selection)),
    earlierValues: ({ columnId, row }) =>
      Promise.resolve(opened.current.earlierValues(columnId, row)),
    beneath: ({ cells }) =>
      Promise.resolve(cells.map(({ columnId, row }) => opened.current.beneath(columnId, row))),
    diversity: ({ columnIds }) => Promise.resolve(diversityOf(opened.current, columnIds)),
    // What makes files is loaded for the first of them.
    async batches({ rowCount }) {
      const { current } = opened;
      const { batchesOf } = await import('./batches-of-dataset.ts');
      return batchesOf(current, rowCount);
    },
    estimate: ({ rowCount }) => Promise.resolve(estimateRun(opened.current, rowCount)),
    sampleTask({ alias }) {
      const { current } = opened;
      const call = current.design.calls.find(({ model }) => model === alias);
      return Promise.resolve(firstRowsTask(current, call));
    },
    trialTask({ callId, rowCount }) {
      const { current } = opened;
      const call = current.design.calls.find(({ id }) => id === callId);
      return Promise.resolve(firstRowsTask(current, call, rowCount));
    },
    async exportRows(request) {
      const { current } = opened;
      const { exportDataset } = await import('./export-dataset.ts');
      return exportDataset(current, request);
    },
    async saveRows(request) {
      const { current } = opened;
      const { saveDataset } = await import('./export-dataset.ts');
      return saveDataset(current, request);
    },
    taste: ({ count }) => Promise.resolve(tasteOf(opened.current, count)),
  };
}

/** The same port, telling the screen after every method that changes cells. */
function observed(port: DatasetPort, changed: () => void): DatasetPort {
  const after = async <Value>(work: Promise<Value>): Promise<Value> => {
    const value = await work;
    changed();
    return value;
  };
  return {
    ...port,
    plan: (rowCount, selection) => after(port.plan(rowCount, selection)),
    markWaiting: (callId, rows) => after(port.markWaiting(callId, rows)),
    commit: (callId, rows) => after(port.commit(callId, rows)),
    restore: (callId, rows) => after(port.restore(callId, rows)),
    fail: (callId, rows, reason) => after(port.fail(callId, rows, reason)),
    release: (callId, rows) => after(port.release(callId, rows)),
  };
}

/** What a call asks for in its first rows; one row where an answer is taken whole. Undefined without a row. */
function firstRowsTask(
  dataset: Dataset,
  call: Call | undefined,
  rowCount = 1,
): RowTask | undefined {
  const { store } = dataset;
  if (call === undefined || store.rowCount === 0) return undefined;
  const length = isVerbatimCall(call) ? 1 : Math.min(rowCount, store.rowCount);
  const rows = Array.from({ length }, (_, row) => row);
  return dataset.prepare({ callId: call.id, rows, attempt: 1, corrections: {} });
}
