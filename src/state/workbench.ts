/**
 * The workbench without a screen: stores, workers and storage put together, and the actions that a
 * button, a shortcut and a test share. The page's composition root makes one; tests make their own.
 */
import type { EvaluatorNotice } from '#runtime/evaluator-protocol.ts';
import type { EngineNotice } from '#runtime/engine-protocol.ts';
import type { WorkbenchWorkers } from '#runtime/workers.ts';
import { createRemoteRows, type RemoteRows } from '#runtime/remote-rows.ts';
import { createCellActions, type CellActions } from './cell-actions.ts';
import { createDatasetStore } from './dataset-store.ts';
import { createDesignStore } from './design-store.ts';
import { createDatasetSync, type DatasetSync } from './dataset-sync.ts';
import { createDocumentActions, type DocumentActions } from './document-actions.ts';
import { createModelActions, type ModelActions } from './model-actions.ts';
import { createRunActions, type RunActions } from './run-actions.ts';
import { createRunStore, reduceRun } from './run-store.ts';
import { sampleDesign } from './samples/sample-design.ts';
import { readSettings, writeSettings } from './settings-storage.ts';
import { createSettingsStore } from './settings-store.ts';
import { createViewStore } from './view-store.ts';
import type { WorkbenchContext, WorkbenchHost, WorkbenchStores } from './workbench-context.ts';

export interface Workbench {
  readonly stores: WorkbenchStores;
  /** The rows on screen; read through, never copied into a store. */
  readonly rows: RemoteRows;
  readonly runs: RunActions;
  readonly documents: DocumentActions;
  readonly models: ModelActions;
  readonly edits: CellActions;
  readonly dataset: DatasetSync;
  readonly workers: WorkbenchWorkers;
  readonly now: () => number;
  readonly host: Pick<WorkbenchHost, 'saveFile' | 'pageAddress' | 'now'>;
}

export function createWorkbench(host: WorkbenchHost): Workbench {
  const stores = createStores(host);
  const workers = host.startWorkers({
    onEvaluator: (notice) => {
      announce(notice);
    },
    onEngine: (notice) => {
      reduce(notice);
    },
    onFailure: (text, worker) => {
      stores.view.getState().actions.toast({ text, severity: 'error' });
      if (worker === 'evaluator') dataset.evaluatorDied();
      else runs.engineDied(text);
    },
  });
  const rows = createRemoteRows(workers.evaluator);
  const context: WorkbenchContext = { host, stores, workers, rows };
  const dataset = createDatasetSync(context);
  const models = createModelActions(context);
  const edits = createCellActions(context);
  const runs = createRunActions(context, dataset, models);
  const documents = createDocumentActions(context, { dataset, runs, models });

  const announce = (notice: EvaluatorNotice): void => {
    rows.announce(notice);
    dataset.refreshSoon();
  };
  const reduce = (notice: EngineNotice): void => {
    const { runId, events } = notice;
    const before = stores.run.getState().status;
    stores.run.setState((state) => reduceRun(state, { runId, events, nowMs: host.now() }));
    const after = stores.run.getState().status;
    if (before !== after) runs.statusChanged(after);
  };

  stores.settings.subscribe((settings) => {
    writeSettings(host.smallStorage, settings);
  });
  return { stores, rows, runs, documents, models, edits, dataset, workers, now: host.now, host };
}

function createStores(host: WorkbenchHost): WorkbenchStores {
  const initial = {
    documentId: host.createId(),
    origin: 'sample' as const,
    design: sampleDesign(),
    notices: [],
  };
  return {
    design: createDesignStore(initial, host.now),
    run: createRunStore(),
    dataset: createDatasetStore(),
    view: createViewStore(),
    settings: createSettingsStore(readSettings(host.smallStorage)),
  };
}
