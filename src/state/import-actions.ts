/** Rows from files and pasted text: read and profiled first, then landed as a design or added to the open one. */
import { counted } from '#core/base/counted.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { FieldChoice } from '#core/codecs/rows/field-choice.ts';
import type { RowsDraft } from '#core/codecs/rows/rows-draft.ts';
import type { RowsPart } from '#core/codecs/rows/rows-part.ts';
import type { RestoredDesign } from '#core/design/restore.ts';
import type { DocumentActions } from './document-actions.ts';
import { nothingFound } from './import-store.ts';
import type { WorkbenchContext } from './workbench-context.ts';

/** Reads rows and shows what is in them; nothing lands yet. */
export interface ImportReader {
  /** Files with the columns of those that are shown join them; others are shown when those have landed or were left. */
  readFiles(files: readonly File[]): Promise<void>;
  /** Pasted text takes the place of what is shown; a text with a name is a file. */
  readText(text: string, name: string): Promise<Result<undefined, readonly Diagnostic[]>>;
  /** Leaves one of several files out. */
  leaveOut(index: number): Promise<void>;
  /** The rows that are shown, and how they are to be filled. */
  current(): RowsDraft | undefined;
  /** Leaves these rows and goes on to the next file. */
  next(): Promise<void>;
}

export interface ImportActions {
  choose(fieldId: string, choice: FieldChoice): void;
  /** More files, beside those that are shown. */
  addFiles(files: readonly File[]): Promise<void>;
  /** Leaves one of several files out. */
  leaveOut(index: number): Promise<void>;
  /** As a new document, or with the open design as one step of its history. */
  land(how: 'new' | 'add'): Promise<void>;
  /** Leaves these rows and goes on to the next file, if there is one. */
  leave(): Promise<void>;
  /** Text that was pasted into the window: opens the dialog with it. */
  paste(text: string): void;
}

export function createImportReader(context: WorkbenchContext): ImportReader {
  return new RowsReader(context);
}

/** Parts that are shown as one table, and those that wait for their turn. */
class RowsReader implements ImportReader {
  private readonly stores: WorkbenchContext['stores'];
  private draft: RowsDraft | undefined;
  private parts: readonly RowsPart[] = [];
  private queue: readonly RowsPart[] = [];

  constructor({ stores }: WorkbenchContext) {
    this.stores = stores;
  }

  current(): RowsDraft | undefined {
    return this.draft;
  }

  async readFiles(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const part = await readPart(new Uint8Array(await file.arrayBuffer()), file.name);
      if (part.ok) this.queue = [...this.queue, part.value];
      else this.tell(file.name, part.error);
    }
    if (this.draft === undefined) await this.next();
    else await this.show();
  }

  async readText(text: string, name: string): Promise<Result<undefined, readonly Diagnostic[]>> {
    const part = await readPart(new TextEncoder().encode(text), name);
    if (!part.ok) return part;
    if (this.draft !== undefined && name !== '') {
      this.queue = [...this.queue, part.value];
      return this.show();
    }
    this.parts = [part.value];
    this.queue = [];
    this.stores.imports.setState({ choices: {} });
    return this.show();
  }

  async leaveOut(index: number): Promise<void> {
    this.parts = this.parts.toSpliced(index, 1);
    await this.show();
  }

  async next(): Promise<void> {
    this.draft = undefined;
    this.stores.imports.setState(nothingFound);
    const [first, ...rest] = this.queue;
    this.queue = rest;
    this.parts = first === undefined ? [] : [first];
    if (first === undefined) return;
    const shown = await this.show();
    if (shown.ok) return;
    this.tell(first.name, shown.error);
    await this.next();
  }

  /** Takes from the queue what stands under the same head, and shows it all. */
  private async show(): Promise<Result<undefined, readonly Diagnostic[]>> {
    const { draftOfParts, isSameTable } = await import('#core/codecs/rows/rows-part.ts');
    const [first, ...others] = this.parts;
    if (first === undefined) return success(undefined);
    const joins = this.queue.filter(({ rows }) => isSameTable(first.rows, rows));
    const draft = draftOfParts([first, ...others, ...joins]);
    if (!draft.ok) return draft;
    this.draft = draft.value;
    this.parts = [first, ...others, ...joins];
    this.queue = this.queue.filter((part) => !joins.includes(part));
    this.publish(draft.value);
    return success(undefined);
  }

  private publish({ fields, notices, rowCount }: RowsDraft): void {
    const files = this.parts.map(({ name, sizeBytes, rows }) => ({
      name,
      sizeBytes,
      rowCount: rows.length,
    }));
    this.stores.imports.setState({
      found: { files, rowCount, fields, notices },
      waiting: this.queue.map(({ name }) => name),
    });
    this.stores.view.getState().actions.openDialog({ kind: 'import' });
  }

  private tell(name: string, [problem]: readonly Diagnostic[]): void {
    const text = `${name}: ${problem?.message ?? 'This file could not be read.'}`;
    this.stores.view.getState().actions.toast({ text, severity: 'error' });
  }
}

async function readPart(
  bytes: Uint8Array,
  name: string,
): Promise<Result<RowsPart, readonly Diagnostic[]>> {
  const { readRowsPart } = await import('#core/codecs/import-formats.ts');
  return readRowsPart({ name, bytes }).catch((error: unknown) => failure([unreadable(error)]));
}

function unreadable(error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  return { path: [], code: 'rows-unreadable', severity: 'error', message };
}

export function createImportActions(
  { stores }: WorkbenchContext,
  { documents, reader }: { readonly documents: DocumentActions; readonly reader: ImportReader },
): ImportActions {
  const { imports, view, design } = stores;

  async function leave(): Promise<void> {
    view.getState().actions.closeDialog();
    await reader.next();
  }

  function add(restored: RestoredDesign, draft: RowsDraft): boolean {
    const { actions, design: before } = design.getState();
    const { toast } = view.getState().actions;
    const [problem] = actions.apply({ kind: 'replace-design', design: restored.design });
    if (problem !== undefined) {
      toast({ text: problem.message, severity: 'error' });
      return false;
    }
    const columns = restored.design.columns.length - before.columns.length;
    toast({
      text: addedWords(draft, columns),
      action: { label: 'Undo', perform: actions.undo },
    });
    return true;
  }

  return {
    choose(fieldId, choice) {
      imports.setState(({ choices }) => ({ choices: { ...choices, [fieldId]: choice } }));
    },
    addFiles: (files) => documents.openFiles(files),
    leaveOut: (index) => reader.leaveOut(index),
    async land(how) {
      const draft = reader.current();
      if (draft === undefined) return;
      const { addRows, designOfDraft } = await import('#core/codecs/rows/rows-design.ts');
      const { choices } = imports.getState();
      const landed =
        how === 'new'
          ? designOfDraft(draft, choices)
          : addRows(design.getState().design, draft, choices);
      if (!landed.ok) {
        const text = landed.error[0]?.message ?? 'These rows do not fit into a design.';
        view.getState().actions.toast({ text, severity: 'error' });
        return;
      }
      if (how === 'new') await documents.openDesign(landed.value.design, landed.value.notices);
      else if (!add(landed.value, draft)) return;
      await leave();
    },
    leave,
    paste(pasted) {
      imports.setState({ pasted });
      view.getState().actions.openDialog({ kind: 'import' });
    },
  };
}

function addedWords({ name, rows }: RowsDraft, columns: number): string {
  const from = name === '' ? 'the pasted text' : name;
  const count = counted(rows.length, 'row');
  return `Added ${count} of ${from} and ${counted(columns, 'column')}.`;
}
