/**
 * Journals that are written twice: to the database, which decides, and to the second copy. Whoever
 * uses them sees one storage; only recovery looks at the copies by themselves.
 */
import type { StoredRun } from './database.ts';
import type { JournalCopies } from './journal-copies.ts';
import type { JournalStorage } from './run-journal.ts';

export function createMirroredJournals(
  journals: JournalStorage,
  copies: JournalCopies,
): JournalStorage {
  return {
    ...journals,
    async open(run: StoredRun, beginning) {
      const journal = await journals.open(run, beginning);
      copies.open(run, () => journals.read(run.runId));
      return {
        async append(records) {
          await journal.append(records);
          copies.append(run.runId, records);
        },
      };
    },
    async deleteRun(runId) {
      const documentId = await journals.documentOf(runId);
      await journals.deleteRun(runId);
      if (documentId !== undefined) await copies.remove({ documentId, runId });
    },
    release(runId) {
      copies.close(runId);
    },
    flush() {
      copies.flush();
    },
  };
}
