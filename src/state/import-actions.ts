/** Rows from files and pasted text: read and profiled first, then landed as a design or added to the open one. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { FieldChoice } from '#core/codecs/rows/field-choice.ts';
import type { RowsDraft } from '#core/codecs/rows/rows-draft.ts';
import type { RestoredDesign } from '#core/design/restore.ts';
import type { DocumentActions } from './document-actions.ts';
import { nothingFound } from './import-store.ts';
import type { WorkbenchContext } from './workbench-context.ts';

/** Reads rows and shows what is in them; nothing lands yet. */
export interface ImportReader {
  /** One file at a time; the next is shown when the one before has landed or was left. */
  readFiles(files: readonly File[]): Promise<void>;
  readText(text: string, name: string): Promise<Result<undefined, readonly Diagnostic[]>>;
  /** The rows that are shown, and how they are to be filled. */
  readonly current: () => RowsDraft | undefined;
  /** Leaves these rows and goes on to the next file. */
  next(): Promise<void>;
}

export interface ImportActions {
  choose(fieldId: string, choice: FieldChoice): void;
  /** As a new document, or with the open design as one step of its history. */
  land(how: 'new' | 'add'): Promise<void>;
  /** Leaves these rows and goes on to the next file, if there is one. */
  leave(): Promise<void>;
  /** Text that was pasted into the window: opens the dialog with it. */
  paste(text: string): void;
}

export function createImportReader({ stores }: WorkbenchContext): ImportReader {
  const { imports, view } = stores;
  let current: RowsDraft | undefined;
  let queue: readonly File[] = [];

  async function show(
    bytes: Uint8Array,
    name: string,
  ): Promise<Result<undefined, readonly Diagnostic[]>> {
    const { draftRows } = await import('#core/codecs/import-formats.ts');
    const draft = await draftRows({ name, bytes }).catch((error: unknown) =>
      failure([unreadable(error)]),
    );
    if (!draft.ok) return draft;
    current = draft.value;
    const { fields, notices, rowCount } = draft.value;
    const found = { name, sizeBytes: bytes.length, rowCount, fields, notices };
    imports.setState({ found, choices: {}, waiting: queue.length });
    view.getState().actions.openDialog({ kind: 'import' });
    return success(undefined);
  }

  async function next(): Promise<void> {
    current = undefined;
    imports.setState(nothingFound);
    const [file, ...rest] = queue;
    if (file === undefined) return;
    queue = rest;
    const shown = await show(new Uint8Array(await file.arrayBuffer()), file.name);
    if (shown.ok) return;
    const text = `${file.name}: ${shown.error[0]?.message ?? 'This file could not be read.'}`;
    view.getState().actions.toast({ text, severity: 'error' });
    await next();
  }

  return {
    async readFiles(files) {
      const isIdle = current === undefined;
      queue = [...queue, ...files];
      if (isIdle) await next();
      else imports.setState({ waiting: queue.length });
    },
    readText(text, name) {
      queue = [];
      return show(new TextEncoder().encode(text), name);
    },
    current: () => current,
    next,
  };
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
  const count = `${rows.length.toLocaleString('en')} ${rows.length === 1 ? 'row' : 'rows'}`;
  return `Added ${count} of ${from} and ${columns} ${columns === 1 ? 'column' : 'columns'}.`;
}
