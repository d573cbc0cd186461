/** The user's own templates: designs to begin with, kept in this browser beside the documents. */
import type { JsonValue } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { DocumentActions } from './document-actions.ts';
import type { WorkbenchContext } from './workbench-context.ts';

export interface Template {
  readonly id: string;
  readonly savedAtMs: number;
  readonly design: DatasetDesign;
}

export interface TemplateActions {
  /** Keeps the open design as something to begin with; its rows stay where they are. */
  save(): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly Template[]>;
  /** Opens a copy as a new document. */
  open(template: Template): Promise<void>;
  /** Takes it out of the list; the toast puts it back. `onChanged` is told of both. */
  remove(template: Template, onChanged: () => void): Promise<void>;
}

export function createTemplateActions(
  context: WorkbenchContext,
  documents: DocumentActions,
): TemplateActions {
  const tellFault = (error: unknown): void => {
    const text = error instanceof Error ? error.message : String(error);
    context.stores.view.getState().actions.toast({ text, severity: 'error' });
  };
  return {
    save: () => saveTemplate(context, tellFault).catch(tellFault),
    list: () => listTemplates(context),
    open: ({ design }) => documents.openDesign(design, []),
    remove: (template, onChanged) =>
      removeTemplate(context, template, { onChanged, tellFault }).catch(tellFault),
  };
}

type TellFault = (error: unknown) => void;

async function saveTemplate(
  { host, shelf, stores }: WorkbenchContext,
  tellFault: TellFault,
): Promise<void> {
  const { storage } = shelf;
  const { design } = stores.design.getState();
  if (storage === undefined) {
    tellFault('This browser stores nothing. Save the design as a file.');
    return;
  }
  const documentId = host.createId();
  await storage.save({
    documentId,
    name: design.name,
    baseVersion: 0,
    design: design as unknown as JsonValue,
    savedAtMs: host.now(),
    isTemplate: true,
  });
  stores.view.getState().actions.toast({
    text: `Saved “${design.name}” as your template. It stands in New design, under Mine.`,
    action: {
      label: 'Undo',
      perform: () => {
        storage.remove(documentId).catch(tellFault);
      },
    },
  });
}

async function listTemplates({ logic, shelf }: WorkbenchContext): Promise<readonly Template[]> {
  const { storage } = shelf;
  const stored = (await storage?.templates()) ?? [];
  const { restoreDesign } = await logic();
  const found = await Promise.all(
    stored.map(async ({ documentId: id, savedAtMs }) => {
      const loaded = await storage?.load(id);
      const restored = loaded === undefined ? undefined : restoreDesign(loaded.design);
      return restored?.ok === true ? [{ id, savedAtMs, design: restored.value.design }] : [];
    }),
  );
  return found.flat();
}

async function removeTemplate(
  { shelf, stores }: WorkbenchContext,
  { id, design }: Template,
  { onChanged, tellFault }: { readonly onChanged: () => void; readonly tellFault: TellFault },
): Promise<void> {
  const { storage } = shelf;
  const removed = await storage?.remove(id);
  if (storage === undefined || removed === undefined) return;
  onChanged();
  stores.view.getState().actions.toast({
    text: `“${design.name}” is no longer among your templates.`,
    action: {
      label: 'Undo',
      perform: () => {
        storage.putBack(removed).then(onChanged, tellFault);
      },
    },
  });
}
