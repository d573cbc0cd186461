/**
 * The workbench without a screen: stores, workers and storage put together, and the actions that a
 * button, a shortcut and a test share. The page's composition root makes one; tests make their own.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { EvaluatorNotice } from '#runtime/evaluator-protocol.ts';
import type { EngineNotice } from '#runtime/engine-protocol.ts';
import type { WorkbenchWorkers, WorkerListeners } from '#runtime/workers.ts';
import { createRemoteRows, type RemoteRows } from '#runtime/remote-rows.ts';
import type { DocumentStorage } from '#runtime/document-storage.ts';
import { createDatasetStore, type DatasetState } from './dataset-store.ts';
import { createDesignStore, type DesignState } from './design-store.ts';
import { createDatasetSync, type DatasetSync } from './dataset-sync.ts';
import { createDocumentActions, type DocumentActions } from './document-actions.ts';
import { createModelActions, type ModelActions } from './model-actions.ts';
import { createRunActions, type RunActions } from './run-actions.ts';
import { createRunStore, reduceRun, type RunState } from './run-store.ts';
import { sampleDesign } from './samples/sample-design.ts';
import { readSettings, writeSettings, type SmallStorage } from './settings-storage.ts';
import { createSettingsStore, type SettingsState } from './settings-store.ts';
import { createViewStore, type ViewState } from './view-store.ts';

export interface WorkbenchHost {
  readonly startWorkers: (listeners: WorkerListeners) => WorkbenchWorkers;
  /** Undefined where the browser has no database; work then stays in this tab, and the screen says so. */
  readonly openDocuments: () => Promise<DocumentStorage>;
  readonly smallStorage: SmallStorage;
  readonly now: () => number;
  readonly createId: () => string;
  /** Hands a file to the user. */
  readonly saveFile: (blob: Blob, fileName: string) => void;
  /** Takes the design out of the address bar. */
  readonly clearHash: () => void;
  /** Address of this page without its hash, for links. */
  readonly pageAddress: () => string;
  readonly schedule: (delayMs: number, work: () => void) => () => void;
}

export interface WorkbenchStores {
  readonly design: StoreApi<DesignState>;
  readonly run: StoreApi<RunState>;
  readonly dataset: StoreApi<DatasetState>;
  readonly view: StoreApi<ViewState>;
  readonly settings: StoreApi<SettingsState>;
}

export interface Workbench {
  readonly stores: WorkbenchStores;
  /** The rows on screen; read through, never copied into a store. */
  readonly rows: RemoteRows;
  readonly runs: RunActions;
  readonly documents: DocumentActions;
  readonly models: ModelActions;
  readonly dataset: DatasetSync;
  readonly workers: WorkbenchWorkers;
  readonly now: () => number;
  readonly host: Pick<WorkbenchHost, 'saveFile' | 'pageAddress' | 'now'>;
}

/** What the parts of the workbench are made from. */
export interface WorkbenchContext {
  readonly host: WorkbenchHost;
  readonly stores: WorkbenchStores;
  readonly workers: WorkbenchWorkers;
  readonly rows: RemoteRows;
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
  return { stores, rows, runs, documents, models, dataset, workers, now: host.now, host };
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
