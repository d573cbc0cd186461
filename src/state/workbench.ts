/**
 * The workbench without a screen: stores, workers and storage put together, and the actions that a
 * button, a shortcut and a test share. The page's composition root makes one; tests make their own.
 */
import type { EvaluatorNotice } from '#runtime/evaluator-protocol.ts';
import type { EngineNotice, EventsNotice } from '#runtime/engine-protocol.ts';
import type { WorkbenchWorkers } from '#runtime/workers.ts';
import { createRemoteRows, type RemoteRows } from '#runtime/remote-rows.ts';
import { createCellActions, type CellActions } from './cell-actions.ts';
import { createDatasetStore } from './dataset-store.ts';
import { loadDesignLogic, type DesignLogic } from './design-logic.ts';
import { createDesignStore } from './design-store.ts';
import { createDatasetSync, type DatasetSync } from './dataset-sync.ts';
import { createDocumentActions, type DocumentActions } from './document-actions.ts';
import { createDraftActions, type DraftActions } from './draft-actions.ts';
import { createDraftStore } from './draft-store.ts';
import type { FileActions } from './file-actions.ts';
import type { HistoryActions } from './history-actions.ts';
import {
  createImportActions,
  createImportReader,
  type ImportActions,
  type ImportReader,
} from './import-actions.ts';
import { createImportStore } from './import-store.ts';
import { createModelTrials, type ModelTrials } from './model-trials.ts';
import { createModelActions, type ModelActions } from './model-actions.ts';
import { createPriceBook, createPriceStore, type PriceBook } from './price-book.ts';
import { createRunActions, type RunActions } from './run-actions.ts';
import { createRunStore, reduceRun } from './run-store.ts';
import { createAnalyses, type Analyses } from './analyses.ts';
import { sampleDesign } from './samples/sample-design.ts';
import { later } from './later.ts';
import { readSettings, writeSettings } from './settings-storage.ts';
import { createSettingsStore } from './settings-store.ts';
import { createSignIn, type SignInActions } from './sign-in.ts';
import { createStorageStore } from './storage-store.ts';
import type { TemplateActions } from './template-actions.ts';
import { createViewStore } from './view-store.ts';
import type { WorkbenchContext, WorkbenchHost, WorkbenchStores } from './workbench-context.ts';

export interface Workbench {
  readonly stores: WorkbenchStores;
  /** The rows on screen; read through, never copied into a store. */
  readonly rows: RemoteRows;
  readonly runs: RunActions;
  readonly documents: DocumentActions;
  readonly sourceFiles: FileActions;
  readonly models: ModelActions;
  readonly signIn: SignInActions;
  readonly drafts: DraftActions;
  readonly imports: ImportActions;
  readonly history: HistoryActions;
  readonly templates: TemplateActions;
  readonly edits: CellActions;
  readonly dataset: DatasetSync;
  readonly prices: PriceBook;
  readonly trials: ModelTrials;
  readonly analyses: Analyses;
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
      hear(notice);
    },
    onFailure: (text, worker) => {
      stores.view.getState().actions.toast({ text, severity: 'error' });
      if (worker === 'evaluator') dataset.evaluatorDied();
      else runs.engineDied(text);
    },
  });
  const rows = createRemoteRows(workers.evaluator);
  const shelf = { storage: undefined };
  const logic = equipping(stores);
  const context: WorkbenchContext = { host, shelf, logic, stores, workers, rows };
  const dataset = createDatasetSync(context);
  const models = createModelActions(context);
  const prices = createPriceBook(context);
  const runs = createRunActions(context, { dataset, models, prices });
  const sourceFiles = fileActions(context);
  const reader = createImportReader(context);
  const opening = { dataset, runs, models, sourceFiles, reader };
  const documents = createDocumentActions(context, opening);
  const signIn = createSignIn(context, () => documents.flush());

  const announce = (notice: EvaluatorNotice): void => {
    // An opening has told of its rows itself, and what is said about them is on its way.
    const isNews = notice.version !== rows.version;
    rows.announce(notice);
    if (isNews) dataset.refreshSoon();
  };
  const hear = (notice: EngineNotice): void => {
    if (notice.kind === 'events') reduceEvents({ host, stores, runs }, notice);
    else if (notice.kind === 'stored') runs.stored(notice);
    else documents.emptied();
  };

  stores.settings.subscribe((settings) => {
    writeSettings(host.smallStorage, settings);
  });
  return {
    stores,
    rows,
    runs,
    documents,
    sourceFiles,
    models,
    edits: createCellActions(context),
    signIn,
    ...documentWork(context, { documents, models, runs, reader }),
    dataset,
    prices,
    trials: createModelTrials(context, prices),
    analyses: createAnalyses(context),
    workers,
    now: host.now,
    host,
  };
}

/** What judges and changes designs, for the store before anybody. */
function equipping({ design }: WorkbenchStores): () => Promise<DesignLogic> {
  return async () => {
    const logic = await loadDesignLogic();
    design.getState().actions.equip(logic);
    return logic;
  };
}

interface RunParts {
  readonly host: WorkbenchHost;
  readonly stores: WorkbenchStores;
  readonly runs: RunActions;
}

function reduceEvents({ host, stores, runs }: RunParts, { runId, events }: EventsNotice): void {
  const before = stores.run.getState().status;
  stores.run.setState((state) => reduceRun(state, { runId, events, nowMs: host.now() }));
  const after = stores.run.getState().status;
  if (before !== after) runs.statusChanged(after);
}

type DocumentParts = Pick<Workbench, 'documents' | 'models' | 'runs'> & {
  readonly reader: ImportReader;
};

/** What is done with documents besides opening and saving them. */
function documentWork(
  context: WorkbenchContext,
  { reader, ...parts }: DocumentParts,
): Pick<Workbench, 'drafts' | 'imports' | 'history' | 'templates'> {
  const { documents } = parts;
  return {
    drafts: createDraftActions(context, parts),
    imports: createImportActions(context, { documents, reader }),
    history: later(
      async () => (await import('./history-actions.ts')).createHistoryActions(context, documents),
      ['snapshot', 'list', 'rename', 'restore', 'openCopy'],
    ),
    templates: later(
      async () => (await import('./template-actions.ts')).createTemplateActions(context, documents),
      ['save', 'list', 'open', 'remove'],
    ),
  };
}

function fileActions(context: WorkbenchContext): FileActions {
  return later(
    async () => (await import('./file-actions.ts')).createFileActions(context),
    ['attach', 'attachEnvironments', 'attachByName', 'fetchDataset'],
  );
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
    prices: createPriceStore(),
    storage: createStorageStore(),
    drafts: createDraftStore(host.tab),
    imports: createImportStore(),
  };
}
