/**
 * The evaluator worker's work: one dataset at a time, sampled, derived, checked, profiled and
 * exported here, so that the page never waits and never holds rows.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { carryOver } from '#core/engine/carry-over.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';
import { toDatasetPort } from '#core/engine/dataset-port-adapter.ts';
import type { DatasetPort } from '#core/engine/dataset-port.ts';
import { resumeDataset } from '#core/engine/checkpoint.ts';
import { loadLocales, type Locales } from '#core/engine/sample/load-locales.ts';
import { estimateRun } from '#core/engine/estimate.ts';
import { scatterData } from '#core/analysis/scatter-data.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { datasetServiceOf } from './dataset-channel.ts';
import { exportDataset } from './export-dataset.ts';
import { summarise } from './summarise-dataset.ts';
import type { EvaluatorMethods, OpenAnswer } from './evaluator-protocol.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { serve } from './rpc.ts';

export interface EvaluatorHost {
  /** Told after cells changed; batching is the host's. */
  readonly onChange: (state: { version: number; rowCount: number }) => void;
}

export function createEvaluatorService(host: EvaluatorHost): EvaluatorMethods {
  let dataset: Dataset | undefined;
  let generation = 0;
  const inTurn = createQueue();

  const current = (): Dataset => {
    if (dataset === undefined) throw new Error('No design is open yet.');
    return dataset;
  };
  // Versions of successive datasets must not repeat, or a screen would keep stale cells.
  const version = (): number => generation * 1_000_000_000 + current().store.version;
  const changed = (): void => {
    host.onChange({ version: version(), rowCount: current().store.rowCount });
  };

  const open = (design: DatasetDesign, keepRows: boolean, locales: Locales): OpenAnswer => {
    const created = createDataset(design, locales);
    if (!created.ok) return rejected(created.error, dataset);
    const next = created.value;
    next.resize(design.rows);
    next.fillRange(0, design.rows);
    if (keepRows && dataset !== undefined) carryOver(dataset, next);
    dataset = next;
    generation += 1;
    changed();
    return { diagnostics: [], rowCount: next.store.rowCount, version: version() };
  };

  return {
    open: ({ design, keepRows }) =>
      inTurn(async () => open(design, keepRows, await loadLocales(design))),
    window: ({ start, end, columnIds }) =>
      Promise.resolve({ ...current().store.window(start, end, columnIds), version: version() }),
    summary: () => Promise.resolve(summarise(current(), version())),
    scatter: ({ chartId }) => Promise.resolve(scatterOf(current(), chartId)),
    setCell({ row, columnId, value }) {
      current().setCell(row, columnId, value);
      changed();
      return Promise.resolve();
    },
    clearGenerated() {
      current().clearGenerated();
      changed();
      return Promise.resolve();
    },
    replay({ checkpoint }) {
      resumeDataset(current(), checkpoint);
      changed();
      return Promise.resolve();
    },
    estimate: ({ rowCount }) => Promise.resolve(estimateRun(current(), rowCount)),
    sampleTask: ({ alias }) => Promise.resolve(firstTask(current(), alias)),
    exportRows: (request) => exportDataset(current(), request),
    connectEngine({ port }) {
      const dataset = (): DatasetPort => observed(toDatasetPort(current()), changed);
      serve(port, datasetServiceOf(dataset));
      return Promise.resolve();
    },
  };
}

function scatterOf({ design, store }: Dataset, chartId: string) {
  const chart = design.charts.find((candidate) => candidate.id === chartId);
  if (chart === undefined) return undefined;
  const { x, y, by } = chart;
  return scatterData(store, { x, y, by, seed: design.seed });
}

/** One after the other: a design that waits for its locales must not come after a newer one. */
function createQueue(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

function rejected(diagnostics: readonly Diagnostic[], last: Dataset | undefined): OpenAnswer {
  return { diagnostics, rowCount: last?.store.rowCount ?? 0, version: 0 };
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
    plan: (rowCount) => after(port.plan(rowCount)),
    markWaiting: (callId, rows) => after(port.markWaiting(callId, rows)),
    commit: (callId, rows) => after(port.commit(callId, rows)),
    restore: (callId, rows) => after(port.restore(callId, rows)),
    fail: (callId, rows, reason) => after(port.fail(callId, rows, reason)),
    release: (callId, rows) => after(port.release(callId, rows)),
  };
}

/** The task of the first row of the first call that uses an alias. */
function firstTask(dataset: Dataset, alias: string): RowTask | undefined {
  const call = dataset.design.calls.find((candidate) => candidate.model === alias);
  if (call === undefined || dataset.store.rowCount === 0) return undefined;
  return dataset.prepare({ callId: call.id, rows: [0], attempt: 1, corrections: {} });
}
