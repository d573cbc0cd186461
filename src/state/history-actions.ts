/** Going back: the versions of the open document that are kept, named ones among them. */
import { changeWords } from '#core/design/changes/change-words.ts';
import { designChanges } from '#core/design/changes/design-changes.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { noMarks, restoreMarks, type RowMarks } from '#core/rows/row-marks.ts';
import type { DocumentActions } from './document-actions.ts';
import { offerUndoStep } from './offer-undo-step.ts';
import type { WorkbenchContext } from './workbench-context.ts';

export interface HistoryEntry {
  readonly version: number;
  readonly savedAtMs: number;
  readonly name?: string;
  /** What differs from the entry before it, in words; empty when nothing of the design does. */
  readonly change: string;
  /** What is open now. */
  readonly isCurrent: boolean;
}

export interface HistoryActions {
  /** Saves the design as it is and keeps that version under a name. */
  snapshot(): Promise<void>;
  /** Newest first; empty where nothing is stored. */
  list(): Promise<readonly HistoryEntry[]>;
  rename(version: number, name: string): Promise<void>;
  /** Makes the design what it was, with its marks, as one step that Undo takes back. */
  restore(version: number): Promise<void>;
  /** Opens a version as a design of its own. */
  openCopy(version: number): Promise<void>;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

export function createHistoryActions(
  context: WorkbenchContext,
  documents: DocumentActions,
): HistoryActions {
  const { shelf, stores } = context;
  const tellFault = (error: unknown): void => {
    tell(context, error instanceof Error ? error.message : String(error));
  };
  return {
    snapshot: () => takeSnapshot(context, documents).catch(tellFault),
    async list() {
      await documents.flush();
      return listVersions(context);
    },
    async rename(version, name) {
      const { documentId } = stores.design.getState();
      await shelf.storage?.nameVersion(documentId, version, name.trim()).catch(tellFault);
    },
    async restore(version) {
      const found = await versionOf(context, version).catch(tellFault);
      if (found !== undefined) bringBack(context, found);
    },
    async openCopy(version) {
      const found = await versionOf(context, version).catch(tellFault);
      if (found !== undefined) await documents.openDesign(found.design, []);
    },
  };
}

function tell({ stores }: WorkbenchContext, text: string): void {
  stores.view.getState().actions.toast({ text, severity: 'error' });
}

interface Restored {
  readonly design: DatasetDesign;
  readonly marks: RowMarks;
}

/** Undefined when there is no such version any more. */
async function versionOf(
  { logic, shelf, stores }: WorkbenchContext,
  version: number,
): Promise<Restored | undefined> {
  const { documentId } = stores.design.getState();
  const stored = await shelf.storage?.load(documentId, version);
  const { restoreDesign } = await logic();
  const restored = stored === undefined ? undefined : restoreDesign(stored.design);
  if (stored === undefined || restored?.ok !== true) return undefined;
  const marks = stored.marks === undefined ? noMarks : restoreMarks(stored.marks);
  return { design: restored.value.design, marks };
}

async function takeSnapshot(context: WorkbenchContext, documents: DocumentActions): Promise<void> {
  const { host, shelf, stores } = context;
  const { toast, openDialog } = stores.view.getState().actions;
  await documents.flush();
  const { documentId } = stores.design.getState();
  const newest = (await shelf.storage?.history(documentId))?.at(-1);
  if (shelf.storage === undefined || newest === undefined) {
    tell(
      context,
      'This browser stores nothing, so there are no snapshots. Save the design as a file.',
    );
    return;
  }
  const name = newest.name ?? `Snapshot, ${clock.format(host.now())}`;
  await shelf.storage.nameVersion(documentId, newest.version, name);
  toast({
    text: `Saved as “${name}”.`,
    action: {
      label: 'Name it',
      perform: () => {
        openDialog({ kind: 'history' });
      },
    },
  });
}

/** Versions are read one after the other: together they may be large. */
async function listVersions(context: WorkbenchContext): Promise<readonly HistoryEntry[]> {
  const { shelf, stores } = context;
  const { documentId } = stores.design.getState();
  const moments = (await shelf.storage?.history(documentId)) ?? [];
  const entries: HistoryEntry[] = [];
  let before: DatasetDesign | undefined;
  for (const moment of moments) {
    const after = (await versionOf(context, moment.version))?.design;
    if (after === undefined) continue;
    const change = before === undefined ? '' : changeWords(designChanges(before, after));
    entries.unshift({ ...moment, change, isCurrent: moment === moments.at(-1) });
    before = after;
  }
  return entries;
}

function bringBack(context: WorkbenchContext, { design, marks }: Restored): void {
  const { actions } = context.stores.design.getState();
  const [problem] = actions.mark(marks, [{ kind: 'replace-design', design }]);
  if (problem === undefined) offerUndoStep(context.stores, 'The design is what it was.');
  else tell(context, problem.message);
}
