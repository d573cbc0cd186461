/**
 * The evaluator worker's work: one dataset at a time, sampled, derived, checked, profiled and
 * exported here, so that the page never waits and never holds rows.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { isVerbatimCall } from '#core/design/verbatim-call.ts';
import type { ModelAlias } from '#core/design/design.ts';
import { batchRequests, type BatchModel } from '#core/engine/batch-requests.ts';
import { carryOver } from '#core/engine/carry-over.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';
import { toDatasetPort } from '#core/engine/dataset-port-adapter.ts';
import type { DatasetPort } from '#core/engine/dataset-port.ts';
import { resumeDataset } from '#core/engine/checkpoint.ts';
import { loadCodeChecks, type CodeChecks } from '#core/engine/code/code-checks.ts';
import { loadLocales, type Locales } from '#core/engine/sample/load-locales.ts';
import { tasteOf } from '#core/engine/taste.ts';
import { estimateRun } from '#core/engine/estimate.ts';
import type { Clock } from '#core/base/clock.ts';
import { arrangeRows } from '#core/rows/arrange-rows.ts';
import { noMarks } from '#core/rows/row-marks.ts';
import { findProvider } from '#core/llm/providers.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { createAnalysisService } from './analysis-service.ts';
import { datasetServiceOf } from './dataset-channel.ts';
import { exportDataset } from './export-dataset.ts';
import { countCells } from './count-cells.ts';
import { diversityOf } from './diversity-of-dataset.ts';
import { summarise } from './summarise-dataset.ts';
import type { EvaluatorMethods, OpenAnswer } from './evaluator-protocol.ts';
import { promptOfRow } from './prompt-of-row.ts';
import { serve } from './rpc.ts';

export interface EvaluatorHost {
  readonly clock: Clock;
  /** Told after cells changed; batching is the host's. */
  readonly onChange: (state: { version: number; rowCount: number }) => void;
}

type OpenArgument = Parameters<EvaluatorMethods['open']>[0];

export function createEvaluatorService(host: EvaluatorHost): EvaluatorMethods {
  let dataset: Dataset | undefined;
  let generation = 0;
  let marked = noMarks;
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

  const open = (
    { design, keepRows, marks, shown }: OpenArgument,
    [locales, codeChecks]: readonly [Locales, CodeChecks],
  ): OpenAnswer => {
    const created = createDataset(design, locales, codeChecks);
    if (!created.ok) return rejected(created.error, dataset);
    const next = created.value;
    next.resize(design.rows);
    next.fillRange(0, design.rows);
    if (keepRows && dataset !== undefined) {
      // What lies beneath the marks is carried; they are laid over the rows again.
      dataset.setMarks(noMarks);
      carryOver(dataset, next);
    }
    next.setMarks(marks);
    dataset = next;
    marked = marks;
    generation += 1;
    changed();
    const rows = shown && next.store.window(shown.start, shown.end, columnIdsOf(design));
    return {
      diagnostics: [],
      rowCount: next.store.rowCount,
      version: version(),
      ...(rows === undefined ? {} : { window: { ...rows, version: version() } }),
    };
  };

  return {
    open: (argument) =>
      inTurn(async () => {
        const { design } = argument;
        return open(argument, await Promise.all([loadLocales(design), loadCodeChecks(design)]));
      }),
    ...readingMethods(current, version),
    summary: () => {
      const asked = current();
      const isCancelled = (): boolean => dataset !== asked;
      return summarise(asked, version(), { clock: host.clock, isCancelled });
    },
    ...createAnalysisService({ clock: host.clock, current }),
    mark({ marks }) {
      current().setMarks(marks);
      marked = marks;
      // Rows that are taken out change no cell, but all that is said about the rows.
      generation += 1;
      changed();
      return Promise.resolve();
    },
    countCells: ({ selection }) => Promise.resolve(countCells(current(), selection)),
    earlierValues: ({ columnId, row }) => Promise.resolve(current().earlierValues(columnId, row)),
    undoRewrite({ id }) {
      const restored = current().undoRewrite(id);
      changed();
      return Promise.resolve(restored);
    },
    diversity: ({ columnIds }) => Promise.resolve(diversityOf(current(), columnIds)),
    clearGenerated() {
      current().clearGenerated();
      changed();
      return Promise.resolve();
    },
    replay({ checkpoint }) {
      // The rows of the journal go beneath the marks.
      current().setMarks(noMarks);
      resumeDataset(current(), checkpoint);
      current().setMarks(marked);
      changed();
      return Promise.resolve();
    },
    connectEngine({ port }) {
      const dataset = (): DatasetPort => observed(toDatasetPort(current()), changed);
      serve(port, datasetServiceOf(dataset));
      return Promise.resolve();
    },
  };
}

type ReadingMethods = Pick<
  EvaluatorMethods,
  | 'window'
  | 'arrange'
  | 'prompt'
  | 'batches'
  | 'estimate'
  | 'sampleTask'
  | 'trialTask'
  | 'exportRows'
  | 'taste'
>;

/** What looks at the dataset and leaves it as it is. */
function readingMethods(current: () => Dataset, version: () => number): ReadingMethods {
  return {
    window: ({ start, end, columnIds, rows }) => {
      const { store } = current();
      const window =
        rows === undefined ? store.window(start, end, columnIds) : store.windowOf(rows, columnIds);
      return Promise.resolve({ ...window, version: version() });
    },
    arrange({ query }) {
      const { store, excluded } = current();
      const order = arrangeRows(store, query, excluded);
      return Promise.resolve({ version: version(), order });
    },
    prompt: (request) => Promise.resolve(promptOfRow(current(), request)),
    batches: ({ rowCount }) => Promise.resolve(batchRequests(current(), rowCount, modelOf)),
    estimate: ({ rowCount }) => Promise.resolve(estimateRun(current(), rowCount)),
    sampleTask: ({ alias }) => Promise.resolve(firstTask(current(), alias)),
    trialTask: (wish) => Promise.resolve(trialTask(current(), wish)),
    exportRows: (request) => exportDataset(current(), request),
    taste: ({ count }) => Promise.resolve(tasteOf(current(), count)),
  };
}

/** A batch file holds no address, so what the design names is enough. */
function modelOf({ provider, model }: ModelAlias): BatchModel | undefined {
  const found = findProvider(provider);
  return found && { provider: found, modelName: model };
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

function columnIdsOf({ columns }: OpenArgument['design']): readonly string[] {
  return columns.map(({ id }) => id);
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
    plan: (rowCount, selection) => after(port.plan(rowCount, selection)),
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

function trialTask(
  dataset: Dataset,
  { callId, rowCount }: { readonly callId: string; readonly rowCount: number },
): RowTask | undefined {
  const { design, store } = dataset;
  const call = design.calls.find(({ id }) => id === callId);
  if (call === undefined || store.rowCount === 0) return undefined;
  const length = isVerbatimCall(call) ? 1 : Math.min(rowCount, store.rowCount);
  const rows = Array.from({ length }, (_, row) => row);
  return dataset.prepare({ callId, rows, attempt: 1, corrections: {} });
}
