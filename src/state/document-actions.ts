/** What the page does with documents: opening, saving and leaving them, one at a time. */
import { formatPath, type Diagnostic } from '#core/base/diagnostic.ts';
import { type Result } from '#core/base/result.ts';
import { isDataFile } from '#core/codecs/rows/data-file.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { fileName } from '#core/export/file-name.ts';
import type { StoredDocument } from '#runtime/database.ts';
import { isRunFile } from './run-file-name.ts';
import { removeDocument } from './removed-documents.ts';
import { splitFiles } from './document-files.ts';
import type { WorkbenchContext } from './workbench-context.ts';
import { Library, type LibraryParts } from './document-library.ts';

export interface DocumentActions {
  /** First visit, reload or link: shows the right document. `hash` is the part of the address after #. */
  boot(hash: string): Promise<void>;
  /** Opens text of any known format as a new document; rows are shown first, for the user to land them. */
  openText(text: string, fileName?: string): Promise<Result<undefined, readonly Diagnostic[]>>;
  openDesign(design: DatasetDesign, notices: readonly Diagnostic[]): Promise<void>;
  newDesign(brief: string): Promise<void>;
  /** The sample, as a new document, with its rows made by the demo model. */
  openSample(): Promise<void>;
  /** The stored documents, newest first; empty where nothing can be stored. */
  recent(): Promise<readonly StoredDocument[]>;
  /** Deletes a stored document that is not open, with its rows; the notice brings it back. */
  remove(document: StoredDocument, onChanged: () => void): Promise<void>;
  /** Shows a stored document again, with its rows. */
  openDocument(documentId: string): Promise<void>;
  /** A share link that arrived in the address of an open workbench. */
  openHash(hash: string): Promise<void>;
  /** Opens dropped or picked files; what cannot be opened is said, one notice a file. */
  openFiles(files: readonly File[]): Promise<void>;
  /** The open document once more, rows included, as another document. */
  duplicate(): Promise<void>;
  /** Where another tab has the open document: takes it over, as that tab has saved it last. */
  continueHere(): Promise<void>;
  /** Where another tab has the open document: goes on with a copy of it. */
  workOnCopy(): Promise<void>;
  /** Downloads the design as JSON. */
  saveAsFile(): Promise<void>;
  /** Writes pending edits now, such as when the page is hidden. */
  flush(): Promise<void>;
  /** Told by the composition root that the browser has thrown away what was stored. */
  emptied(): void;
}

export function createDocumentActions(
  context: WorkbenchContext,
  parts: LibraryParts,
): DocumentActions {
  const library = new Library(context, parts);
  let chain: Promise<unknown> = Promise.resolve();
  /** One document is opened at a time, so that what belongs to one never happens to another. */
  const enqueue = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = chain.then(work);
    chain = next.catch(() => undefined);
    return next;
  };
  library.goBack = (open) => void enqueue(open);
  return {
    boot: (hash) => enqueue(() => library.boot(hash)),
    openSample: () => enqueue(() => library.openSample(context.host.createId())),
    recent: () => library.recent(),
    remove: (document, onChanged) => removeDocument(context, document, onChanged),
    async openDocument(documentId) {
      await enqueue(() => library.openStored(documentId));
    },
    async openHash(hash) {
      await enqueue(() => library.openHash(hash));
    },
    async openFiles(files) {
      const [configs, others] = await splitFiles(files);
      for (const file of configs) await enqueue(() => library.openFile(file));
      const left = await enqueue(() => parts.sourceFiles.attachByName(others));
      // Rows are looked at before they land.
      const isRows = (file: File): boolean => isDataFile(file.name) && !isRunFile(file);
      for (const file of left.filter((one) => !isRows(one)))
        await enqueue(() => library.openFile(file));
      await parts.reader.readFiles(left.filter(isRows));
    },
    duplicate: () => enqueue(() => library.duplicate()),
    continueHere: () => enqueue(() => library.continueHere()),
    workOnCopy: () => enqueue(() => library.workOnCopy()),
    async saveAsFile() {
      const { rowsmithJson } = await import('#core/codecs/rowsmith-json.ts');
      const { design } = context.stores.design.getState();
      const blob = new Blob([rowsmithJson.encode(design).text], { type: 'application/json' });
      context.host.saveFile(blob, fileName(design.name, 'json'));
    },
    openText: (text, name) => enqueue(() => library.openText(text, name)),
    openDesign: (design, notices) => enqueue(() => library.openDesign(design, notices)),
    async newDesign(brief) {
      const { createDesign } = await context.logic();
      await enqueue(() => library.openDesign({ ...createDesign(), brief }, []));
      // The next key is for the first field of what is blank.
      const revealed = { path: formatPath(['brief']), atMs: context.host.now() };
      context.stores.view.getState().actions.set({ revealed });
    },
    async flush() {
      // The second copy of a run is behind the first by a few seconds otherwise.
      context.workers.engine.flushCopies({}).catch(() => undefined);
      await library.flush();
    },
    emptied: () => {
      library.emptied();
    },
  };
}

export type { StoredDocument };
