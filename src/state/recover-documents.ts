/** Designs that come back from the second copies of their runs, where the browser has lost its documents. */
import { hasCanaries } from './canary.ts';
import type { WorkbenchContext } from './workbench-context.ts';

/** Where the page remembers runs and the database has no document at all, the copies of runs bring designs back. */
export async function recoverDocuments({
  host,
  logic,
  shelf,
  workers,
}: WorkbenchContext): Promise<void> {
  const { storage } = shelf;
  if (storage === undefined || !hasCanaries(host.smallStorage)) return;
  if ((await storage.list()).length > 0) return;
  const { restoreDesign } = await logic();
  for (const { documentId, design } of await workers.engine.recoverDesigns({})) {
    const restored = restoreDesign(design);
    if (!restored.ok) continue;
    const { name } = restored.value.design;
    await storage.save({ documentId, name, baseVersion: 0, design, savedAtMs: host.now() });
  }
}
