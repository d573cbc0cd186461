/**
 * Journals of runs in the browser database: append-only slices under automatic keys, read back in
 * order. Opening a journal takes it over: whoever had it open before can no longer append.
 */
import { StorageError, type JournalRecord, type RunJournal } from '#core/engine/journal.ts';
import { writeStrictly, type Database, type StoredRun } from './database.ts';

export interface JournalStorage {
  /**
   * Registers a run of a document and opens its journal for this single writer. `beginning` is
   * written with it, so that no run is there without its first records.
   */
  open(run: StoredRun, beginning: readonly JournalRecord[]): Promise<RunJournal>;
  /** Who opened the journal of a run last. */
  writerOf(runId: string): Promise<string | undefined>;
  /** All records of a run, in the order they were written. */
  read(runId: string): Promise<readonly JournalRecord[]>;
  /** The runs of a document, the one that began last first. */
  runsOf(documentId: string): Promise<readonly string[]>;
  deleteRun(runId: string): Promise<void>;
}

export function createJournalStorage(database: Database): JournalStorage {
  return {
    async open(run, beginning) {
      const { runId } = run;
      await writeStrictly(database, ['runs', 'journal'], async (transaction) => {
        await transaction.objectStore('runs').put(run);
        if (beginning.length > 0)
          await transaction.objectStore('journal').add({ runId, records: beginning });
      });
      return { append: (records) => append(database, run, records) };
    },
    async writerOf(runId) {
      return (await database.get('runs', runId))?.writerId;
    },
    async read(runId) {
      const slices = await database.getAllFromIndex('journal', 'run', runId);
      return slices.flatMap((slice) => slice.records);
    },
    async runsOf(documentId) {
      const runs = await database.getAllFromIndex('runs', 'document', documentId);
      return runs.toSorted((a, b) => b.startedAtMs - a.startedAtMs).map(({ runId }) => runId);
    },
    deleteRun: (runId) => deleteRun(database, runId),
  };
}

function append(
  database: Database,
  { runId, writerId }: StoredRun,
  records: readonly JournalRecord[],
): Promise<void> {
  return writeStrictly(database, ['runs', 'journal'], async (transaction) => {
    const owner = await transaction.objectStore('runs').get(runId);
    if (owner?.writerId !== writerId)
      throw new StorageError(
        'blocked',
        'This run goes on in another tab. Continue there, or here.',
      );
    await transaction.objectStore('journal').add({ runId, records });
  });
}

function deleteRun(database: Database, runId: string): Promise<void> {
  return writeStrictly(database, ['runs', 'journal'], async (transaction) => {
    await transaction.objectStore('runs').delete(runId);
    const journal = transaction.objectStore('journal');
    for (const key of await journal.index('run').getAllKeys(runId)) await journal.delete(key);
  });
}
