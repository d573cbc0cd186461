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
  /** All runs of all documents. */
  list(): Promise<readonly StoredRun[]>;
  /** The document whose run it is. */
  documentOf(runId: string): Promise<string | undefined>;
  /** All records of a run, in the order they were written. */
  read(runId: string): Promise<readonly JournalRecord[]>;
  /** The runs of a document, the one that began last first. */
  runsOf(documentId: string): Promise<readonly string[]>;
  deleteRun(runId: string): Promise<void>;
  /** Puts the many small slices of a run that has ended into few large ones, without changing a record. */
  compact(runId: string): Promise<void>;
  /** Nothing will be appended to this run for now: what is open for it can be closed. */
  release(runId: string): void;
  /** Forces to the disk what is not there yet. */
  flush(): void;
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
    list: () => database.getAll('runs'),
    async documentOf(runId) {
      return (await database.get('runs', runId))?.documentId;
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
    compact: (runId) => compact(database, runId),
    // Every append is on disk when it resolves, and holds nothing open.
    release: () => undefined,
    flush: () => undefined,
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

/** Rows of one block: large enough to read fast, small enough for one value. */
const blockRows = 1_000;

/** In one transaction with the deletes, so that a cut leaves either all slices or all blocks. */
function compact(database: Database, runId: string): Promise<void> {
  return writeStrictly(database, ['journal'], async (transaction) => {
    const journal = transaction.objectStore('journal');
    const [keys, slices] = await Promise.all([
      journal.index('run').getAllKeys(runId),
      journal.index('run').getAll(runId),
    ]);
    const blocks = blocksOf(slices.flatMap(({ records }) => records));
    if (blocks.length * 2 > slices.length) return;
    for (const key of keys) await journal.delete(key);
    for (const records of blocks) await journal.add({ runId, records });
  });
}

function blocksOf(records: readonly JournalRecord[]): readonly (readonly JournalRecord[])[] {
  const blocks: JournalRecord[][] = [];
  let size = blockRows;
  for (const record of records) {
    // Other records count as a row, so that a journal without rows has blocks too.
    const weight = record.kind === 'slice' ? record.rows.length : 1;
    if (size + weight > blockRows) {
      blocks.push([]);
      size = 0;
    }
    blocks.at(-1)?.push(record);
    size += weight;
  }
  return blocks;
}
