/**
 * The browser database: one definition of its stores for the page (documents) and the engine worker
 * (journals). Every write of something the user would miss uses strict durability.
 */
import {
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from 'idb';
import type { JsonValue } from '#core/base/json.ts';
import { StorageError, type JournalRecord } from '#core/engine/journal.ts';
import type { VersionMoment } from './prune-versions.ts';

export interface StoredVersion {
  readonly documentId: string;
  /** 1, 2, 3 … within its document. */
  readonly version: number;
  readonly savedAtMs: number;
  readonly design: JsonValue;
  /** Absent where the user has marked no row. */
  readonly marks?: JsonValue;
}

export interface StoredDocument {
  readonly documentId: string;
  readonly name: string;
  /** The newest version. */
  readonly version: number;
  readonly savedAtMs: number;
  /** Versions that are kept, oldest first; absent in documents that were saved before there was a history. */
  readonly history?: readonly VersionMoment[];
  /** Something to begin with, not something that was open. */
  readonly isTemplate?: boolean;
  /** The user has deleted it. It waits for a while, so that it can come back. */
  readonly removedAtMs?: number;
}

export interface StoredRun {
  readonly runId: string;
  readonly documentId: string;
  readonly startedAtMs: number;
  /** Who may append: the one that opened the journal last. */
  readonly writerId: string;
}

export interface StoredSlice {
  readonly runId: string;
  readonly records: readonly JournalRecord[];
}

export interface RowsmithDatabase extends DBSchema {
  documents: { key: string; value: StoredDocument };
  versions: { key: [string, number]; value: StoredVersion };
  runs: { key: string; value: StoredRun; indexes: { document: string } };
  journal: { key: number; value: StoredSlice; indexes: { run: string } };
}

export type Database = IDBPDatabase<RowsmithDatabase>;

const databaseName = 'rowsmith';
const databaseVersion = 1;

/**
 * Opens the database. `onClosed` is called when it is lost: a newer version of the app wants to
 * upgrade it, or the browser ended it. Using it then fails with a `StorageError`. `onEmptied` is
 * called when the browser says that it has just thrown away everything: it says so only once.
 */
export async function openDatabase(
  onClosed: () => void,
  onEmptied: () => void = () => undefined,
): Promise<Database> {
  try {
    return await openDB<RowsmithDatabase>(databaseName, databaseVersion, {
      upgrade(database, ...[, , , event]) {
        if (isTotalLoss(event)) onEmptied();
        database.createObjectStore('documents', { keyPath: 'documentId' });
        database.createObjectStore('versions', { keyPath: ['documentId', 'version'] });
        const runs = database.createObjectStore('runs', { keyPath: 'runId' });
        runs.createIndex('document', 'documentId');
        const journal = database.createObjectStore('journal', { autoIncrement: true });
        journal.createIndex('run', 'runId');
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed,
    });
  } catch (error) {
    throw toStorageError(error);
  }
}

/** Chromium deletes all databases of a site when one file of them is damaged, and tells the first to open. */
function isTotalLoss(event: IDBVersionChangeEvent): boolean {
  return 'dataLoss' in event && event.dataLoss === 'total';
}

type WriteTransaction<Names extends StoreNames<RowsmithDatabase>[]> = IDBPTransaction<
  RowsmithDatabase,
  Names,
  'readwrite'
>;

/**
 * Runs `work` in one strict transaction, all or nothing, and resolves when it is on disk. A full disk
 * shows on the transaction and not on the request, so the transaction's end is what is awaited.
 */
export async function writeStrictly<Names extends StoreNames<RowsmithDatabase>[]>(
  database: Database,
  stores: Names,
  work: (transaction: WriteTransaction<Names>) => Promise<void>,
): Promise<void> {
  try {
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    const [worked, done] = await Promise.allSettled([
      work(transaction).catch((error: unknown) => {
        abort(transaction);
        throw error;
      }),
      transaction.done,
    ]);
    // When the transaction ended itself it knows why; when `work` gave up, only `work` does.
    if (done.status === 'rejected' && nameOf(done.reason) !== 'AbortError') throw done.reason;
    if (worked.status === 'rejected') throw worked.reason;
    if (done.status === 'rejected') throw done.reason;
  } catch (error) {
    throw toStorageError(error);
  }
}

function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}

export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const name = nameOf(error);
  if (name === 'QuotaExceededError')
    return new StorageError(
      'quota',
      'The storage of this browser is full. Download your rows, delete old runs, then resume.',
      error,
    );
  if (name === 'VersionError' || name === 'InvalidStateError')
    return new StorageError(
      'blocked',
      'A newer version of Rowsmith is open in another tab. Reload this page.',
      error,
    );
  return new StorageError(
    'unavailable',
    'This browser does not let Rowsmith store rows. They stay in this tab until you download them.',
    error,
  );
}
