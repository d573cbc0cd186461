/**
 * Saves the open document 250 ms after an edit and at once when asked. Saves follow each other, each
 * names the version it is based on, and a save of another tab is never overwritten.
 */
import type { JsonValue } from '#core/base/json.ts';
import { noMarks } from '#core/rows/row-marks.ts';
import type { DocumentStorage, SaveAnswer } from '#runtime/document-storage.ts';
import type { DesignState } from './design-store.ts';
import type { WorkbenchContext } from './workbench-context.ts';

const saveDelayMs = 250;

export class Autosave {
  private readonly context: WorkbenchContext;
  private readonly onBranched: (documentId: string) => void;
  private documentId = '';
  private baseVersion = 0;
  private cancel: (() => void) | undefined;
  private chain: Promise<void> = Promise.resolve();

  constructor(context: WorkbenchContext, onBranched: (documentId: string) => void) {
    this.context = context;
    this.onBranched = onBranched;
    context.stores.design.subscribe((state, previous) => {
      const isEdited = state.design !== previous.design || state.marks !== previous.marks;
      if (isEdited && state.documentId === previous.documentId) this.saveSoon(state);
    });
  }

  /** From now on edits belong to this document, whose stored version is `version` (0: not stored yet). */
  begin(documentId: string, version: number): void {
    this.documentId = documentId;
    this.baseVersion = version;
  }

  /** The stored version that the next save is based on. */
  get version(): number {
    return this.baseVersion;
  }

  /** Saves pending edits now. Resolves when nothing is left to save; what failed is on screen. */
  async flush(): Promise<void> {
    if (this.cancel !== undefined) void this.saveNow();
    await this.chain;
  }

  /** Saves the document as it is, edited or not. */
  saveNow(): Promise<void> {
    this.cancel?.();
    this.cancel = undefined;
    this.chain = this.chain.then(() => this.save());
    return this.chain;
  }

  /** From now on this tab works on a copy, which other tabs do not have. */
  async branch(): Promise<void> {
    const storage = this.context.shelf.storage;
    if (storage === undefined) return;
    this.chain = this.chain.then(() => this.keepBoth(storage));
    await this.chain;
    this.context.stores.design.getState().actions.setSaved('saved');
  }

  private saveSoon({ saved, actions }: DesignState): void {
    if (this.context.shelf.storage === undefined) {
      if (saved !== 'not-saved') actions.setSaved('not-saved');
      return;
    }
    if (saved !== 'saving') actions.setSaved('saving');
    this.cancel?.();
    this.cancel = this.context.host.schedule(saveDelayMs, () => {
      void this.saveNow();
    });
  }

  private async save(): Promise<void> {
    const { stores } = this.context;
    const storage = this.context.shelf.storage;
    const state = stores.design.getState();
    if (state.documentId !== this.documentId) return;
    state.actions.setSaved(storage === undefined ? 'not-saved' : 'saving');
    if (storage === undefined) return;
    try {
      if (stores.view.getState().isElsewhere) await this.keepBoth(storage);
      else {
        const answer = await this.write(storage, state);
        if (answer.kind === 'saved') this.baseVersion = answer.version;
        else await this.keepBoth(storage);
      }
      // An edit that came meanwhile has its own save coming.
      if (this.cancel === undefined) state.actions.setSaved('saved');
    } catch (error) {
      state.actions.setSaved('not-saved');
      const text = error instanceof Error ? error.message : String(error);
      stores.view.getState().actions.toast({ text, severity: 'error' });
    }
  }

  /** Another tab has this document: this tab's state goes on as a document of its own. */
  private async keepBoth(storage: DocumentStorage): Promise<void> {
    const { host, stores, workers } = this.context;
    const original = this.documentId;
    this.begin(host.createId(), 0);
    const answer = await this.write(storage, stores.design.getState());
    this.baseVersion = answer.kind === 'saved' ? answer.version : 0;
    stores.design.setState({ documentId: this.documentId });
    stores.settings.getState().actions.update({ lastDocumentId: this.documentId });
    this.onBranched(this.documentId);
    stores.view.getState().actions.toast({
      text: 'This design is open in another tab. Your changes are kept as a copy.',
    });
    await workers.engine.copyRun({ from: original, to: this.documentId });
  }

  private write(storage: DocumentStorage, { design, marks }: DesignState): Promise<SaveAnswer> {
    return storage.save({
      documentId: this.documentId,
      name: design.name,
      baseVersion: this.baseVersion,
      design: design as unknown as JsonValue,
      ...(marks === noMarks ? {} : { marks: marks as unknown as JsonValue }),
      savedAtMs: this.context.host.now(),
    });
  }
}
