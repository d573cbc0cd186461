/** Designs that the user deletes: out of the list at once, gone for good only when nobody can want them back. */
import type { StoredDocument } from '#runtime/database.ts';
import type { WorkbenchContext } from './workbench-context.ts';

/** Long after the notice with Undo has left, in every tab. */
const keptMs = 3_600_000;

/** `onChanged` is told when the list changes, also by Undo. Rejects where nothing can be stored. */
export async function removeDocument(
  { host, shelf, stores }: WorkbenchContext,
  { documentId, name }: Pick<StoredDocument, 'documentId' | 'name'>,
  onChanged: () => void,
): Promise<void> {
  const { storage } = shelf;
  if (storage === undefined) return;
  await storage.setRemoved(documentId, host.now());
  onChanged();
  const { actions } = stores.view.getState();
  actions.toast({
    text: `Deleted “${name}” with its rows.`,
    action: {
      label: 'Undo',
      perform: () => {
        storage.setRemoved(documentId, undefined).then(onChanged, (error: unknown) => {
          const text = error instanceof Error ? error.message : String(error);
          actions.toast({ text, severity: 'error' });
        });
      },
    },
  });
}

/** At the start of the page: rows first, so that a cut in between leaves a design to delete and no rows that nobody owns. */
export async function purgeDocuments({ host, shelf, workers }: WorkbenchContext): Promise<void> {
  const { storage } = shelf;
  if (storage === undefined) return;
  for (const { documentId } of await storage.removedBefore(host.now() - keptMs))
    if (await workers.engine.deleteRunsOf({ documentId })) await storage.remove(documentId);
}
