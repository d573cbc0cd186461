/** Deleting stored runs, never one that a tab is writing. */
import type { EngineServiceHost } from './engine-service-host.ts';
import type { JournalStorage } from './run-journal.ts';
import { acquireRunLock } from './run-lock.ts';

/** Deletes a run unless a tab is writing it. Where the browser cannot tell, nothing is deleted. */
export async function deleteFreeRun(
  { locks }: EngineServiceHost,
  journals: JournalStorage,
  runId: string,
): Promise<boolean> {
  if (locks === undefined) return false;
  const lock = await acquireRunLock(locks, { runId, steal: false, onStolen: () => undefined });
  if (lock === undefined) return false;
  try {
    await journals.deleteRun(runId);
    return true;
  } finally {
    lock.release();
  }
}

/** Deletes the runs of all documents but one; answers with how many were deleted. */
export async function deleteOtherRuns(
  host: EngineServiceHost,
  keptDocumentId: string,
): Promise<number> {
  const journals = await host.journals();
  let deleted = 0;
  for (const { runId, documentId } of await journals.list())
    if (documentId !== keptDocumentId && (await deleteFreeRun(host, journals, runId))) deleted += 1;
  return deleted;
}

/**
 * Deletes the runs of a document that the user has deleted, second copies included. False when a tab is still
 * writing one. A browser that cannot tell has nobody to ask, and the user's wish stands.
 */
export async function deleteRunsOf(host: EngineServiceHost, documentId: string): Promise<boolean> {
  const journals = await host.journals();
  let isDone = true;
  for (const runId of await journals.runsOf(documentId))
    if (host.locks === undefined) await journals.deleteRun(runId);
    else isDone = (await deleteFreeRun(host, journals, runId)) && isDone;
  return isDone;
}
