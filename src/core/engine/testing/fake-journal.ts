/** A journal for tests: it keeps records in memory, checks that transactions never overlap, and fails on demand. */
import { StorageError, type JournalRecord, type RunJournal } from '#core/engine/journal.ts';

export interface FakeJournal extends RunJournal {
  readonly records: readonly JournalRecord[];
  /** Records by transaction. */
  readonly transactions: readonly (readonly JournalRecord[])[];
  /** Transactions that began while another was open. */
  readonly overlaps: number;
}

/** `refuse` answers true for the transactions, counted from 0, that must fail. */
export function createFakeJournal(refuse?: (transaction: number) => boolean): FakeJournal {
  const transactions: (readonly JournalRecord[])[] = [];
  let tried = 0;
  let open = 0;
  let overlaps = 0;
  return {
    get records() {
      return transactions.flat();
    },
    transactions,
    get overlaps() {
      return overlaps;
    },
    async append(records) {
      const number = tried;
      tried += 1;
      if (open > 0) overlaps += 1;
      open += 1;
      await Promise.resolve();
      open -= 1;
      if (refuse?.(number) === true)
        throw new StorageError('quota', 'The disk is full. Free some space, then resume.');
      transactions.push(records);
    },
  };
}
