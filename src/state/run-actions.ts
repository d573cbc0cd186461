/** Preview, generate, stop, resume: what a run button does, in the one place that decides it. */
import { counted } from '#core/base/counted.ts';
import { toErrorReport } from '#core/base/error-report.ts';
import { hasErrors } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { fileName } from '#core/export/file-name.ts';
import type { Checkpoint } from '#core/engine/checkpoint.ts';
import type { CellSelection } from '#core/rows/cell-selection.ts';
import { runLocked, type StartRun, type StoredNotice } from '#runtime/engine-protocol.ts';
import { forgetOtherCanaries, writeCanary } from './canary.ts';
import { checkReadiness, connectionOf, usedAliases } from './connections.ts';
import type { DatasetSync } from './dataset-sync.ts';
import type { ModelActions } from './model-actions.ts';
import type { PriceBook } from './price-book.ts';
import { runFileEnding } from './run-file-name.ts';
import { saveBatchFiles } from './save-batch-file.ts';
import { idleRun, isRunning, withStored, type RunState, type RunStatus } from './run-store.ts';
import { storedRun } from './stored-run.ts';
import { offerUndo } from './undo-rewrite.ts';
import type { WorkbenchContext, WorkbenchStores } from './workbench-context.ts';

export interface RunActions {
  /** Fills the first rows. */
  preview(): Promise<void>;
  /** Fills every row that is not finished; when all are, writes them anew. */
  generate(): Promise<void>;
  /** Goes on with the run that stopped. `steal` takes it from another tab. */
  resume(options?: { readonly steal?: boolean }): Promise<void>;
  /**
   * Writes the selected cells again, each differently from before; what the user edited or locked stays. The
   * toast takes it back. A cell that gets nothing better keeps what it has.
   */
  writeAgain(selection: Omit<CellSelection, 'id'>): Promise<void>;
  stop(): Promise<void>;
  /** Opens the rows of the document on screen, those of its stored run included. True when there was one. */
  restore(): Promise<boolean>;
  /** Told by the composition root when the status of the run changed. */
  statusChanged(status: RunStatus): void;
  /** Told by the composition root how many rows of a run are durable. */
  stored(notice: StoredNotice): void;
  /** Hands the run of the open document to the user as a file, with which the command line can go on. */
  saveRunFile(): Promise<void>;
  /** Hands the requests of the open rows to the user as files for batch services. */
  saveBatchFile(): Promise<void>;
  /** Deletes the rows of all other documents, to make room; the designs stay. */
  freeSpace(): Promise<void>;
  /** Asks the browser to keep what is stored, and remembers the answer. */
  keepStorage(): void;
  /** The rows of the open document were handed to the user as a file. */
  noteExport(): void;
  /** Told by the composition root when the engine worker is gone: nothing will end the run any more. */
  engineDied(message: string): void;
}

const keptExports = 100;
/** A finished run that has been stored for so long and is in no file carries a mark. */
const unsavedAfterMs = 24 * 3_600_000;

type Intent = 'generate' | 'preview' | 'resume' | 'again';

interface Start {
  readonly rowCount: number;
  readonly steal: boolean;
  /** Everything is written already and is to be written once more. */
  readonly isAnew: boolean;
  readonly selection?: CellSelection | undefined;
}

interface Order {
  readonly steal?: boolean;
  readonly selection?: CellSelection;
}

interface Parts {
  readonly dataset: DatasetSync;
  readonly models: ModelActions;
  readonly prices: PriceBook;
}

export function createRunActions(context: WorkbenchContext, parts: Parts): RunActions {
  const starter = new RunStarter(context, parts);
  const { dataset } = parts;
  const { stores, workers } = context;
  return {
    preview: () => starter.begin('preview'),
    generate() {
      // Asked once unbidden, when there is something to keep.
      if (stores.storage.getState().isKept === undefined) starter.keepStorage();
      return starter.begin('generate');
    },
    resume: (options) => starter.begin('resume', options),
    writeAgain: (cells) =>
      starter.begin('again', { selection: { ...cells, id: context.host.createId() } }),
    async stop() {
      if (!isRunning(stores.run.getState().status)) return;
      stores.run.setState({ status: 'stopping' });
      try {
        await workers.engine.stopRun({});
      } catch (error) {
        stores.run.setState({ status: 'paused', problem: toErrorReport(error) });
      }
    },
    restore: () => starter.restore(),
    statusChanged(status) {
      if (isRunning(status)) return;
      countFinished(stores);
      dataset.refreshSoon();
    },
    stored({ documentId, runId, rows, isStored }) {
      if (runId === stores.run.getState().runId)
        stores.storage.setState({ isRunUnstored: !isStored });
      if (isStored) writeCanary(context.host.smallStorage, documentId, { runId, rows });
    },
    saveRunFile: () => saveRunFile(context),
    saveBatchFile: () => saveBatchFiles(context),
    freeSpace: () => freeSpace(context),
    keepStorage: () => {
      starter.keepStorage();
    },
    noteExport() {
      const { runId } = stores.run.getState();
      const { exportedRuns, actions } = stores.settings.getState();
      stores.run.setState({ isUnsaved: false });
      if (runId === '' || exportedRuns.includes(runId)) return;
      actions.update({ exportedRuns: [...exportedRuns, runId].slice(-keptExports) });
    },
    engineDied(message) {
      if (!isRunning(stores.run.getState().status)) return;
      stores.run.setState({ status: 'paused', problem: { name: 'WorkerError', message } });
    },
  };
}

async function saveRunFile({ host, stores, workers }: WorkbenchContext): Promise<void> {
  const { documentId, design } = stores.design.getState();
  const blob = await workers.engine.exportRun({ documentId });
  if (blob === undefined)
    stores.view.getState().actions.toast({ text: 'There is no run to save yet.' });
  else host.saveFile(blob, fileName(design.name, runFileEnding));
}

async function freeSpace({ host, stores, workers }: WorkbenchContext): Promise<void> {
  const keptDocumentId = stores.design.getState().documentId;
  const others = await workers.engine.deleteOtherRuns({ keptDocumentId });
  forgetOtherCanaries(host.smallStorage, keptDocumentId);
  const text = `${counted(others, 'run')} deleted.`;
  stores.view.getState().actions.toast({ text });
}

/** What a finished run counted stands at once: the summary that says so too is only now asked for. */
function countFinished({ dataset, run }: Pick<WorkbenchStores, 'dataset' | 'run'>): void {
  const { summary } = dataset.getState();
  if (summary === undefined) return;
  const counted = run.getState().finishedRows - summary.excludedRows;
  const finishedRows = Math.max(summary.finishedRows, counted);
  dataset.setState({ summary: { ...summary, finishedRows } });
}

/** Remembers which design the journal of the current run was begun with. */
class RunStarter {
  private readonly context: WorkbenchContext;
  private readonly parts: Parts;
  private runDesign: DatasetDesign | undefined;
  private isBeginning = false;

  constructor(context: WorkbenchContext, parts: Parts) {
    this.context = context;
    this.parts = parts;
  }

  /** Two clicks in a row begin one run. */
  async begin(intent: Intent, order: Order = {}): Promise<void> {
    const { run } = this.context.stores;
    if (this.isBeginning || isRunning(run.getState().status)) return;
    this.isBeginning = true;
    try {
      await this.prepareAndStart(intent, order);
    } catch (error) {
      run.setState({ status: 'paused', problem: toErrorReport(error) });
    } finally {
      this.isBeginning = false;
    }
  }

  /** The answer stands in the storage settings. */
  keepStorage(): void {
    const { host, stores } = this.context;
    host.keepStorage().then(
      (isKept) => {
        stores.storage.setState({ isKept });
      },
      () => undefined, // A browser that cannot say leaves it unknown.
    );
  }

  async restore(): Promise<boolean> {
    const { stores } = this.context;
    const loaded = await this.parts.dataset.open();
    const checkpoint = loaded?.checkpoint;
    const { design } = stores.design.getState();
    stores.storage.setState({ isRunUnstored: false });
    if (checkpoint === undefined) {
      this.runDesign = undefined;
      stores.run.setState(idleRun, true);
      return false;
    }
    const isSameDesign = JSON.stringify(checkpoint.design) === JSON.stringify(design);
    this.runDesign = isSameDesign ? design : undefined;
    const run = storedRun(checkpoint, design, stores.dataset.getState());
    const isElsewhere = loaded?.isLocked === true && run.status === 'stopped';
    stores.run.setState(isElsewhere ? { ...run, status: 'paused', problem: runLocked } : run, true);
    this.markUnsaved(checkpoint);
    await this.showStoredRequests(checkpoint.runId);
    return true;
  }

  /** Browsers may clear what was not used for days; a file stays. */
  private markUnsaved({ runId, startedAtMs }: Checkpoint): void {
    const { host, stores } = this.context;
    const isOld = host.now() - startedAtMs > unsavedAfterMs;
    const isExported = stores.settings.getState().exportedRuns.includes(runId);
    const isFinished = stores.run.getState().status === 'complete';
    stores.run.setState({ isUnsaved: isOld && isFinished && !isExported });
  }

  /** What the journal says of its requests; without it the list begins with the next run. */
  private async showStoredRequests(runId: string): Promise<void> {
    const { stores, workers } = this.context;
    const { documentId } = stores.design.getState();
    const stored = await workers.engine.storedRequests({ documentId }).catch(() => []);
    stores.run.setState((state) => (state.runId === runId ? withStored(state, stored) : state));
  }

  /** The click was for the document that was open then: another one is not run by it. */
  private async prepareAndStart(intent: Intent, order: Order): Promise<void> {
    const { stores, workers } = this.context;
    const { documentId } = stores.design.getState();
    const isSettled = await this.parts.dataset.settled();
    const { design } = stores.design.getState();
    if (!(await this.isReady(intent, isSettled))) return;
    const summary = await workers.evaluator.summary({});
    const now = stores.design.getState();
    if (now.documentId !== documentId) return;
    if (now.design !== design || summary === undefined) {
      await this.prepareAndStart(intent, order);
      return;
    }
    const isAnew =
      intent === 'generate' && summary.finishedRows + summary.excludedRows >= design.rows;
    const { steal = false, selection } = order;
    if (selection !== undefined && (await workers.evaluator.countCells({ selection })) === 0)
      return;
    const { previewRows } = stores.settings.getState();
    const rowCount = intent === 'preview' ? Math.min(previewRows, design.rows) : design.rows;
    await this.start(design, { rowCount, steal, isAnew, selection });
  }

  private async isReady(intent: Intent, isSettled: boolean): Promise<boolean> {
    const { stores } = this.context;
    const { design, diagnostics } = stores.design.getState();
    if (hasErrors(diagnostics) || !isSettled) {
      stores.view.getState().actions.showProblems();
      return false;
    }
    const keyed = await this.parts.models.keyedOrigins();
    const readiness = checkReadiness(design, stores.settings.getState(), keyed);
    if (readiness.kind === 'ready') return true;
    stores.view.getState().actions.openDialog({
      kind: 'models',
      alias: readiness.alias,
      reason: readiness.reason,
      ...(intent === 'again' ? {} : { then: intent }),
    });
    return false;
  }

  private async start(
    design: DatasetDesign,
    { rowCount, steal, isAnew, selection }: Start,
  ): Promise<void> {
    const { host, stores, workers } = this.context;
    const before = stores.run.getState();
    const resume = !isAnew && this.runDesign === design && before.runId !== '';
    const runId = resume ? before.runId : host.createId();
    const state = resume ? before : idleRun;
    // From here on the design of the dataset stays as it is.
    const models = modelsOf(design);
    stores.run.setState({
      ...state,
      runId,
      rowCount,
      models,
      status: 'starting',
      problem: undefined,
    });
    await this.parts.prices.prepare(design);
    if (isAnew) await workers.evaluator.clearGenerated({});
    this.runDesign = design;
    const answer = await workers.engine.startRun(
      this.requestOf({ runId, design, rowCount, resume, steal, keepsOlder: isAnew, selection }),
    );
    if (answer.kind === 'locked') stores.run.setState({ status: 'paused', problem: runLocked });
    else if (isAnew) this.offerWayBack(runId);
    else if (selection !== undefined) offerUndo(this.context, runId, selection.id);
  }

  /** Writing everything anew is one click, and so is the way back. */
  private offerWayBack(runId: string): void {
    const { host, stores, workers } = this.context;
    const perform = async (): Promise<void> => {
      if (stores.run.getState().runId !== runId) return;
      await workers.engine.stopRun({});
      writeCanary(host.smallStorage, stores.design.getState().documentId, undefined);
      await workers.engine.discardRun({ runId });
      await this.restore();
    };
    stores.view.getState().actions.toast({
      text: 'All rows are being written anew.',
      action: { label: 'Undo', perform: () => void perform() },
    });
  }

  private requestOf(start: Omit<StartRun, 'documentId' | 'connections' | 'cap'>): StartRun {
    const { stores } = this.context;
    const settings = stores.settings.getState();
    const connections = usedAliases(start.design).map((alias) => ({
      ...connectionOf(alias, settings),
      price: this.parts.prices.priceOf(alias),
    }));
    const { documentId } = stores.design.getState();
    const { spendCap } = settings;
    const isCapped = spendCap.costUsd !== undefined || spendCap.tokens !== undefined;
    return { ...start, documentId, connections, ...(isCapped && { cap: spendCap }) };
  }
}

function modelsOf({ calls, models }: DatasetDesign): RunState['models'] {
  return Object.fromEntries(
    calls.flatMap(({ id, model: alias }) => {
      const found = models.find((candidate) => candidate.alias === alias);
      return found === undefined ? [] : [[id, { provider: found.provider, model: found.model }]];
    }),
  );
}
