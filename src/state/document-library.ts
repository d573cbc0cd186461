/** The stored documents and the one that is open. Opening never starts a run and never overwrites what is open. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { LinkRows } from '#core/codecs/link-rows.ts';
import { hasSharePayload } from '#core/codecs/share-payload.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { noMarks, restoreMarks, type RowMarks } from '#core/rows/row-marks.ts';
import { everyRow } from '#core/rows/row-query.ts';
import type { StoredDocument } from '#runtime/database.ts';
import { createDocumentLock, type DocumentLock } from '#runtime/document-lock.ts';
import type { DocumentStorage } from '#runtime/document-storage.ts';
import { hasCanaries } from './canary.ts';
import type { DatasetSync } from './dataset-sync.ts';
import type { FileActions } from './file-actions.ts';
import type { ImportReader } from './import-actions.ts';
import type { ModelActions } from './model-actions.ts';
import { recoverDocuments } from './recover-documents.ts';
import { purgeDocuments } from './removed-documents.ts';
import type { RunActions } from './run-actions.ts';
import { isRunFile } from './run-file-name.ts';
import { isRunning } from './run-store.ts';
import { sampleDesign } from './samples/sample-design.ts';
import { Autosave } from './autosave.ts';
import { copyName, isDocument, tooLarge } from './document-files.ts';
import type { OpenDesign } from './design-store.ts';
import type { WorkbenchContext } from './workbench-context.ts';

export interface LibraryParts {
  readonly dataset: DatasetSync;
  readonly runs: RunActions;
  readonly models: ModelActions;
  readonly sourceFiles: FileActions;
  readonly reader: ImportReader;
}

interface OpenAs {
  readonly documentId?: string;
  readonly marks?: RowMarks;
}

interface Shown extends OpenDesign {
  /** The stored version; 0 when it is not stored yet. */
  readonly version: number;
}

/** The stored documents, and the one of them that is open. */
export class Library {
  /** Set by the owner of the queue. */
  goBack: (open: () => Promise<unknown>) => void = () => undefined;
  private readonly context: WorkbenchContext;
  private readonly parts: LibraryParts;
  private readonly autosave: Autosave;
  private readonly lock: DocumentLock;
  private hasShown = false;

  constructor(context: WorkbenchContext, parts: LibraryParts) {
    this.context = context;
    this.parts = parts;
    const tell = (isElsewhere: boolean) => (documentId: string) => {
      const isOpen = context.stores.design.getState().documentId === documentId;
      if (isOpen) context.stores.view.getState().actions.set({ isElsewhere });
    };
    this.lock = createDocumentLock(context.host.locks, {
      onElsewhere: tell(true),
      // What the other tab did last is shown before anything is written here.
      onFree: (documentId) => this.goBack(() => this.reopen(documentId)),
    });
    this.autosave = new Autosave(context, (documentId) => {
      tell(false)(documentId);
      void this.lock.hold(documentId);
    });
  }

  async boot(hash: string): Promise<void> {
    const { host, stores, shelf } = this.context;
    try {
      shelf.storage = await host.openDocuments();
    } catch (error) {
      this.tell(error instanceof Error ? error.message : String(error));
    }
    await recoverDocuments(this.context).catch((error: unknown) => {
      this.tell(error instanceof Error ? error.message : String(error));
    });
    // What cannot be deleted now is tried again at the next start.
    void purgeDocuments(this.context).catch(() => undefined);
    if (await this.openHash(hash)) return;
    const { lastDocumentId } = stores.settings.getState();
    if (await this.openStored(lastDocumentId)) return;
    // The small storage forgets the last seconds before a crash; the documents do not.
    const [newest] = lastDocumentId === '' ? await this.recent() : [];
    if (newest !== undefined && (await this.openStored(newest.documentId))) return;
    await this.openSample(stores.design.getState().documentId);
  }

  flush(): Promise<void> {
    return this.autosave.flush();
  }

  emptied(): void {
    if (!hasCanaries(this.context.host.smallStorage))
      this.tell('Browser storage was emptied or damaged. Designs and rows stored here are gone.');
  }

  async openHash(hash: string): Promise<boolean> {
    if (!hasSharePayload(hash)) return false;
    // The design leaves the address bar, so that a bookmark or a screenshot does not carry it on.
    this.context.host.clearHash();
    const { decodeShareLink } = await import('#core/codecs/share-link.ts');
    const decoded = await decodeShareLink(hash);
    if (!decoded.ok) {
      this.tell(decoded.error[0]?.message ?? 'This link could not be read.');
      return false;
    }
    const { design, notices, rows } = decoded.value;
    const documentId = this.context.host.createId();
    if (rows !== undefined) await this.keepRows(documentId, { design, rows });
    await this.openDesign(design, notices, { documentId });
    return true;
  }

  /** The rows of a link become a run that was stopped early: they stand in the grid, and a run goes on from there. */
  private async keepRows(
    documentId: string,
    { design, rows }: { readonly design: DatasetDesign; readonly rows: LinkRows },
  ): Promise<void> {
    const { tasteRecords } = await import('#core/engine/taste.ts');
    const startedAtMs = this.context.host.now();
    const records = tasteRecords(design, rows, { runId: documentId, startedAtMs });
    if (records === undefined) return;
    try {
      await this.context.workers.engine.importRun({ documentId, records });
    } catch {
      this.tell('The rows in this link could not be kept here. The design is whole.');
    }
  }

  async openFile(file: File): Promise<void> {
    if (isRunFile(file)) {
      await this.openRunFile(file);
      return;
    }
    if (isDocument(file)) {
      this.tell(
        `${file.name} is not a design, and the open design asks for no file of that name. Attach it to a source.`,
      );
      return;
    }
    const opened =
      file.size > limits.designLength * 2
        ? failure([tooLarge(file)])
        : await this.openText(await file.text(), file.name);
    if (!opened.ok)
      this.tell(`${file.name}: ${opened.error[0]?.message ?? 'This file could not be read.'}`);
  }

  /** A run that was saved here or by the command line goes on as a document of its own. */
  private async openRunFile(file: File): Promise<void> {
    const { readRunFile } = await import('./run-files.ts');
    const read =
      file.size > limits.runFileBytes
        ? failure('It is too large.')
        : readRunFile(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) {
      this.tell(`${file.name}: ${read.error}`);
      return;
    }
    const { design, records } = read.value;
    const documentId = this.context.host.createId();
    await this.context.workers.engine.importRun({ documentId, records });
    await this.openDesign(design, [], { documentId });
  }

  async openText(
    text: string,
    name: string | undefined,
  ): Promise<Result<undefined, readonly Diagnostic[]>> {
    const { formatOf, readAnything } = await import('#core/codecs/import-formats.ts');
    const imported = { text, name: name ?? '' };
    if (formatOf(imported) === 'rows') return this.parts.reader.readText(text, imported.name);
    const decoded = await readAnything(imported);
    if (!decoded.ok) return decoded;
    await this.openDesign(decoded.value.design, decoded.value.notices);
    return success(undefined);
  }

  async openDesign(
    design: DatasetDesign,
    notices: readonly Diagnostic[],
    { documentId = this.context.host.createId(), marks = noMarks }: OpenAs = {},
  ): Promise<void> {
    const { stores } = this.context;
    const back = await this.wayBack();
    await this.show({ documentId, origin: 'opened', design, notices, marks, version: 0 });
    stores.view.getState().actions.set({ isWelcomeShown: false });
    await this.store(documentId);
    const { actions } = stores.view.getState();
    if (notices.length > 0) actions.showProblems();
    if (back !== undefined)
      actions.toast({
        text: `Opened “${design.name}”. The design before it is kept.`,
        action: {
          label: 'Undo',
          perform: () => {
            this.goBack(back);
          },
        },
      });
  }

  async openSample(documentId: string): Promise<void> {
    const { stores } = this.context;
    await this.show({
      documentId,
      origin: 'sample',
      design: sampleDesign(),
      notices: [],
      version: 0,
    });
    stores.view.getState().actions.set({ isWelcomeShown: true });
    await this.store(documentId);
    // The one run that begins by itself: our own sample, written by the demo model, sent to nobody.
    if (stores.design.getState().documentId === documentId) await this.parts.runs.generate();
  }

  async recent(): Promise<readonly StoredDocument[]> {
    return (await this.context.shelf.storage?.list()) ?? [];
  }

  async openStored(documentId: string): Promise<boolean> {
    const newest = documentId === '' ? undefined : await this.load(documentId);
    if (newest === undefined) return false;
    const { restoreDesign } = await this.context.logic();
    const restored = restoreDesign(newest.design);
    if (!restored.ok) return false;
    const { version } = newest;
    const saved = 'saved' as const;
    const marks = newest.marks === undefined ? {} : { marks: restoreMarks(newest.marks) };
    await this.show({ documentId, origin: 'own', ...restored.value, ...marks, version, saved });
    this.context.stores.settings.getState().actions.update({ lastDocumentId: documentId });
    return true;
  }

  /** The open design, its marks and its rows once more, under another name. */
  async duplicate(): Promise<void> {
    const { host, stores, workers } = this.context;
    const { design, marks, documentId: from } = stores.design.getState();
    const documentId = host.createId();
    await workers.engine.copyRun({ from, to: documentId });
    const copy = { ...design, name: copyName(design.name) };
    await this.openDesign(copy, [], { documentId, marks });
  }

  /** Takes the open document away from the other tab, with what that tab has saved. */
  async continueHere(): Promise<void> {
    const { documentId } = this.context.stores.design.getState();
    await this.lock.hold(documentId, { steal: true });
    await this.reopen(documentId);
  }

  workOnCopy(): Promise<void> {
    return this.autosave.branch();
  }

  /** Shows what another tab has saved meanwhile; where that is nothing, all stays as it is, a run included. */
  private async reopen(documentId: string): Promise<void> {
    const { stores } = this.context;
    if (stores.design.getState().documentId !== documentId) return;
    const newest = await this.load(documentId);
    if (newest !== undefined && newest.version !== this.autosave.version)
      await this.openStored(documentId);
    stores.view.getState().actions.set({ isElsewhere: false });
  }

  private async load(documentId: string): ReturnType<DocumentStorage['load']> {
    try {
      return await this.context.shelf.storage?.load(documentId);
    } catch (error) {
      this.tell(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  private async show(open: Shown): Promise<void> {
    const { stores } = this.context;
    if (isRunning(stores.run.getState().status)) await this.parts.runs.stop();
    await this.autosave.flush();
    this.autosave.begin(open.documentId, open.version);
    this.hasShown = true;
    // Our own sample is known to be whole: its rows are shown while the rest is loaded.
    if (open.origin !== 'sample') await this.context.logic();
    stores.design.getState().actions.open(open);
    stores.view.getState().actions.set({ isElsewhere: false });
    await this.lock.hold(open.documentId);
    const { actions } = stores.view.getState();
    actions.set({
      openEditor: undefined,
      dialog: undefined,
      query: everyRow,
      openCell: undefined,
      ...(open.origin !== 'sample' && { isReady: true }),
    });
    await this.parts.runs.restore();
    await this.context.logic();
    actions.set({ isReady: true });
  }

  private async store(documentId: string): Promise<void> {
    await this.autosave.saveNow();
    this.context.stores.settings.getState().actions.update({ lastDocumentId: documentId });
  }

  /** How to open again what is open now; before anything is, what was open last time. */
  private async wayBack(): Promise<(() => Promise<unknown>) | undefined> {
    const { stores } = this.context;
    await this.autosave.flush();
    const { documentId, design, marks, origin, notices, saved } = stores.design.getState();
    const stored = this.hasShown ? documentId : stores.settings.getState().lastDocumentId;
    const isStored =
      this.context.shelf.storage !== undefined && (!this.hasShown || saved === 'saved');
    if (isStored) return stored === '' ? undefined : () => this.openStored(stored);
    if (!this.hasShown) return undefined;
    return () => this.show({ documentId, origin, design, marks, notices, version: 0 });
  }

  private tell(text: string): void {
    this.context.stores.view.getState().actions.toast({ text, severity: 'error' });
  }
}
