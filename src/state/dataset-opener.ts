/**
 * What the evaluator holds, and how it comes to hold it. The evaluator may die over any design: it is
 * replaced then, and the rows of the last design it could work out come back from the journal.
 */
import { hasErrors } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { rewordedParts, type RewordedParts } from '#core/design/reworded.ts';
import { countRows, type Checkpoint } from '#core/engine/checkpoint.ts';
import { noMarks, type RowMarks } from '#core/rows/row-marks.ts';
import { isEveryRow } from '#core/rows/row-query.ts';
import type { LoadedRun } from '#runtime/recover-run.ts';
import { readCanary, writeCanary } from './canary.ts';
import { isRunning } from './run-store.ts';
import { recoveryWords } from './storage-store.ts';
import type { WorkbenchContext } from './workbench-context.ts';

/** An evaluator that is silent for so long is replaced; each thousand cells give it a little more time. */
const evaluatorTimeoutMs = 10_000;
const msPerThousandCells = 2;

interface Held {
  readonly documentId: string;
  readonly design: DatasetDesign;
  readonly marks: RowMarks;
}

interface Stored {
  readonly design: DatasetDesign;
  /** False when the design has errors: only what was stored can be shown. */
  readonly canOpen: boolean;
  readonly checkpoint: Checkpoint | undefined;
}

export class DatasetOpener {
  private readonly context: WorkbenchContext;
  private held: Held | undefined;
  /** Whether the evaluator has a design at all. */
  private hasDesign = false;
  /** The design that an evaluator was killed over; it is not tried again. */
  private fatal: DatasetDesign | undefined;
  private endRefresh: (() => void) | undefined;
  /** Whether an edit has come that `catchUp` has not seen. */
  private isLeft = false;
  /** Whether what is said about the rows may be about others. */
  private isBehind = false;
  /** Whether what a run asks for may be about other words. */
  private isEstimateBehind = false;

  constructor(context: WorkbenchContext) {
    this.context = context;
  }

  get isOpen(): boolean {
    return this.held !== undefined;
  }

  /** Whether the rows follow the newest design. */
  get isCurrent(): boolean {
    return this.held?.design === this.context.stores.design.getState().design;
  }

  /** Opens the document with the rows its newest run has stored. Answers with that run. */
  async openDocument(): Promise<LoadedRun | undefined> {
    const { design, documentId, diagnostics } = this.context.stores.design.getState();
    const isOther = this.held?.documentId !== documentId;
    this.held = undefined;
    this.isLeft = false;
    if (isOther) await this.clear();
    const loaded = await this.loadRun();
    const canOpen = !hasErrors(diagnostics) && design !== this.fatal;
    await this.openStored({ design, canOpen, checkpoint: loaded?.checkpoint });
    return loaded;
  }

  /** Opens the newest edit, if it can be opened now. */
  async catchUp(): Promise<void> {
    this.isLeft = false;
    // Without a promise in between, the evaluator begins before the page draws the edit.
    if (this.hasNewMarks) await this.applyMarks();
    if (this.canOpenEdit) await this.openEdit();
    if (this.isBehind) await this.refresh();
    else if (this.isEstimateBehind) await this.refreshEstimate();
  }

  /** What is being said about rows that an edit may replace is waited for no longer; `catchUp` asks again. */
  leaveRefresh(): void {
    this.isLeft = true;
    this.endRefresh?.();
  }

  async refresh(): Promise<void> {
    this.isBehind = true;
    if (this.isLeft) return;
    const { stores, workers, rows } = this.context;
    // A design that cannot be opened yet has no rows, and the empty one in its place must not get any.
    const rowCount = this.isOpen ? stores.design.getState().design.rows : 0;
    const answers = this.watched(
      Promise.all([workers.evaluator.summary({}), workers.evaluator.estimate({ rowCount })]),
    );
    const [summary, estimate] = (await Promise.race([answers, this.left()])) ?? [];
    if (summary === undefined) return;
    this.isBehind = false;
    this.isEstimateBehind = false;
    rows.announce(summary);
    stores.dataset.setState({ summary, estimate });
    await this.arrange();
  }

  private async refreshEstimate(): Promise<void> {
    if (this.isLeft) return;
    const { stores, workers } = this.context;
    const rowCount = stores.design.getState().design.rows;
    const answer = this.watched(workers.evaluator.estimate({ rowCount }));
    const estimate = await Promise.race([answer, this.left()]);
    if (estimate === undefined) return;
    this.isEstimateBehind = false;
    stores.dataset.setState({ estimate });
  }

  /** Puts the rows on screen into the order that is asked for. */
  async arrange(): Promise<void> {
    const { stores, workers, rows } = this.context;
    const { query } = stores.view.getState();
    const isPlain = isEveryRow(query) && (this.held?.marks.excluded.length ?? 0) === 0;
    if (isPlain && rows.order === undefined) return;
    const { order } = isPlain
      ? { order: undefined }
      : await this.watched(workers.evaluator.arrange({ query }));
    // A newer question has its own answer coming.
    if (query === stores.view.getState().query && !isSameOrder(order, rows.order))
      rows.setOrder(order);
  }

  /** Runs `work`; when the evaluator dies of it, another takes its place. Never rejects. */
  async guarded<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    const last = this.held;
    const { design } = this.context.stores.design.getState();
    try {
      return await work();
    } catch (error) {
      await this.recover(error, design, last).catch((second: unknown) => {
        this.tell(textOf(second));
      });
      return undefined;
    }
  }

  replace(): void {
    this.held = undefined;
    this.hasDesign = false;
    // Versions begin anew with a new evaluator.
    this.context.rows.setColumns([]);
    this.context.workers.replaceEvaluator();
  }

  /** A design that changed since its run began: rows come back under the old one and are carried over. */
  private async openStored({ design, canOpen, checkpoint }: Stored): Promise<void> {
    const began = checkpoint === undefined ? undefined : await this.beganWith(checkpoint, design);
    if (checkpoint === undefined || began === undefined) {
      if (canOpen) await this.open(design, false);
    } else if (began !== design || canOpen) {
      const isOpen = await this.open(began, false);
      if (isOpen) await this.watched(this.context.workers.evaluator.replay({ checkpoint }));
      if (began !== design && canOpen) await this.open(design, isOpen);
    }
    if (!this.hasDesign) await this.openNothing();
    await this.refresh();
  }

  private get canOpenEdit(): boolean {
    const { design, run } = this.context.stores;
    const { design: newest, diagnostics } = design.getState();
    if (this.isCurrent || newest === this.fatal) return false;
    return !hasErrors(diagnostics) && !isRunning(run.getState().status);
  }

  private async openEdit(): Promise<void> {
    const { host, stores } = this.context;
    const { design, documentId } = stores.design.getState();
    if (this.held?.documentId !== documentId) {
      await this.openDocument();
      return;
    }
    const parts = rewordedParts(this.held.design, design);
    if (parts !== undefined && (await this.reword(design, parts))) return;
    this.isBehind = true;
    await this.open(design, true);
    // The rows are seen before anything is said about them.
    await host.drawn();
  }

  /** Every row stays as it is. False where the evaluator has to open the design all the same. */
  private async reword(design: DatasetDesign, parts: RewordedParts): Promise<boolean> {
    const { stores, workers } = this.context;
    if (!(await this.watched(workers.evaluator.reword({ parts })))) return false;
    this.held = this.held && { ...this.held, design };
    this.isEstimateBehind = true;
    const { rewordings } = stores.dataset.getState();
    stores.dataset.setState({ diagnostics: [], rewordings: rewordings + 1 });
    return true;
  }

  /** False when the evaluator cannot sample the design; it then keeps what it had. */
  private async open(design: DatasetDesign, keepRows: boolean): Promise<boolean> {
    const { stores, workers, rows } = this.context;
    const { documentId } = stores.design.getState();
    const { marks } = stores.design.getState();
    const { shown } = rows;
    const answer = await this.watched(workers.evaluator.open({ design, keepRows, marks, shown }));
    stores.dataset.setState({ diagnostics: answer.diagnostics });
    if (answer.diagnostics.length > 0) return false;
    this.held = { documentId, design, marks };
    this.hasDesign = true;
    rows.setColumns(design.columns.map((column) => column.id));
    rows.announce(answer);
    return true;
  }

  private get hasNewMarks(): boolean {
    const { documentId, marks } = this.context.stores.design.getState();
    return this.held?.documentId === documentId && this.held.marks !== marks;
  }

  /** Also while a run goes on: what the user marks is kept from it at once. */
  private async applyMarks(): Promise<void> {
    const { stores, workers } = this.context;
    const { marks } = stores.design.getState();
    const { held } = this;
    await this.watched(workers.evaluator.mark({ marks }));
    this.held = held && { ...held, marks };
    await this.arrange();
  }

  private left(): Promise<undefined> {
    return new Promise((resolve) => {
      this.endRefresh = () => {
        resolve(undefined);
      };
    });
  }

  private async watched<Value>(work: Promise<Value>): Promise<Value> {
    const { rows, columns } = this.context.stores.design.getState().design;
    const thousands = Math.floor((rows * columns.length) / 1_000);
    const patienceMs = evaluatorTimeoutMs + msPerThousandCells * thousands;
    const cancelKill = this.context.host.schedule(patienceMs, () => {
      this.replace();
    });
    try {
      return await work;
    } finally {
      cancelKill();
    }
  }

  private async loadRun(): Promise<LoadedRun | undefined> {
    const { host, stores, workers } = this.context;
    const { documentId } = stores.design.getState();
    try {
      const expected = readCanary(host.smallStorage, documentId);
      const loaded = await workers.engine.loadRun({ documentId, expected });
      if (loaded.recovery !== undefined) this.tell(recoveryWords(loaded.recovery));
      const { checkpoint } = loaded;
      const canary =
        checkpoint === undefined
          ? undefined
          : { runId: checkpoint.runId, rows: countRows(checkpoint) };
      writeCanary(host.smallStorage, documentId, canary);
      return loaded;
    } catch (error) {
      // Without a database there is no run to show, which has been said before.
      const { kind } = (error as { report?: { kind?: string } }).report ?? {};
      if (kind !== 'unavailable') this.tell(`The stored rows could not be read. ${textOf(error)}`);
      return undefined;
    }
  }

  /** The design a run began with: `design` itself where nothing has changed since. */
  private async beganWith(
    checkpoint: Checkpoint,
    design: DatasetDesign,
  ): Promise<DatasetDesign | undefined> {
    const { restoreDesign } = await this.context.logic();
    const restored = restoreDesign(checkpoint.design);
    if (!restored.ok) return undefined;
    const began = restored.value.design;
    return JSON.stringify(began) === JSON.stringify(design) ? design : began;
  }

  private async recover(error: unknown, design: DatasetDesign, last?: Held): Promise<void> {
    if (!(error instanceof Error) || error.name !== 'WorkerError') {
      this.tell(textOf(error));
      return;
    }
    this.fatal = design;
    if (this.isOpen) this.replace();
    this.tell('Working out the rows took too long and was ended. Undo the last change.');
    if (last === undefined || last.design === design) return;
    if (last.documentId !== this.context.stores.design.getState().documentId) return;
    const loaded = await this.loadRun();
    await this.openStored({
      design: last.design,
      canOpen: true,
      checkpoint: loaded?.checkpoint,
    });
  }

  /** Until a document has rows of its own, it shows, and exports, none of another. */
  private async clear(): Promise<void> {
    const { rows, stores } = this.context;
    rows.setColumns([]);
    rows.setOrder(undefined);
    stores.dataset.setState({ summary: undefined, estimate: undefined, diagnostics: [] });
    // A new evaluator has nothing to lose, and the first rows do not wait for it.
    if (this.hasDesign) await this.openNothing();
  }

  /** An evaluator without a design cannot even say that it has no rows. */
  private async openNothing(): Promise<void> {
    const { logic, rows, workers } = this.context;
    const { createDesign } = await logic();
    const nothing = { ...createDesign(), rows: 0 };
    this.hasDesign = true;
    rows.announce(
      await this.watched(
        workers.evaluator.open({ design: nothing, keepRows: false, marks: noMarks }),
      ),
    );
  }

  private tell(text: string): void {
    this.context.stores.view.getState().actions.toast({ text, severity: 'error' });
  }
}

function isSameOrder(left: Uint32Array | undefined, right: Uint32Array | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.length === right.length && left.every((row, place) => row === right[place]);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
