/**
 * Reads the newest run of a document back, and notices when the browser has lost some of it: rows that
 * the page remembers but the database does not hold are looked for in the second copy, put back, and
 * counted. A loss is never silent.
 */
import { countRows, foldJournal, type Checkpoint } from '#core/engine/checkpoint.ts';
import { unionOfJournals } from '#core/engine/journal-union.ts';
import type { JournalRecord } from '#core/engine/journal.ts';
import type { EngineServiceHost } from './engine-service-host.ts';
import type { JournalCopies } from './journal-copies.ts';
import type { JournalStorage } from './run-journal.ts';
import { acquireRunLock } from './run-lock.ts';

/** What the page remembers of a run, apart from the database. It may be old or forged. */
export interface ExpectedRun {
  readonly runId: string;
  /** Rows that were durable. */
  readonly rows: number;
}

export interface Recovery {
  readonly recoveredRows: number;
  /** Rows that should be there. */
  readonly expectedRows: number;
}

export interface LoadedRun {
  readonly checkpoint?: Checkpoint;
  /** There when something was lost, even if all of it could be recovered. */
  readonly recovery?: Recovery;
  /** Another tab is writing this run now. */
  readonly isLocked: boolean;
}

export interface LoadRun {
  readonly documentId: string;
  readonly expected?: ExpectedRun | undefined;
}

/** Rejects with `StorageError` where nothing can be read and there is no copy either. */
export async function loadRun(host: EngineServiceHost, load: LoadRun): Promise<LoadedRun> {
  const stored = await readStored(host, load.documentId);
  const found = await findCopy(host.copies, load, stored);
  if (found === undefined) return whole(host, stored);
  const records = unionOfJournals(stored.records, found.records);
  const checkpoint = foldJournal(records);
  const recoveredRows = countRows(checkpoint);
  const expectedRows = Math.max(found.expectedRows, recoveredRows);
  const isLocked = await putBack(host, { ...load, runId: found.runId, stored, records });
  return {
    ...(records.length === 0 ? {} : { checkpoint }),
    recovery: { recoveredRows, expectedRows },
    isLocked,
  };
}

interface StoredRecords {
  readonly journals: JournalStorage | undefined;
  /** Undefined where the database has no run of the document, or cannot say. */
  readonly runId: string | undefined;
  readonly records: readonly JournalRecord[];
  /** Why the database could not be read. */
  readonly failure?: unknown;
}

async function readStored(host: EngineServiceHost, documentId: string): Promise<StoredRecords> {
  let journals: JournalStorage | undefined;
  let runId: string | undefined;
  try {
    journals = await host.journals();
    [runId] = await journals.runsOf(documentId);
    const records = runId === undefined ? [] : await journals.read(runId);
    return { journals, runId, records };
  } catch (failure) {
    return { journals, runId, records: [], failure };
  }
}

async function whole(host: EngineServiceHost, stored: StoredRecords): Promise<LoadedRun> {
  const { runId, records, failure } = stored;
  if (failure !== undefined) throw failure as Error;
  if (runId === undefined) return { isLocked: false };
  return { checkpoint: foldJournal(records), isLocked: await isLocked(host, runId) };
}

interface FoundCopy {
  readonly runId: string;
  readonly records: readonly JournalRecord[];
  readonly expectedRows: number;
}

/** The copy to recover from; undefined when nothing is missing. */
async function findCopy(
  copies: JournalCopies | undefined,
  { documentId, expected }: LoadRun,
  stored: StoredRecords,
): Promise<FoundCopy | undefined> {
  if (isComplete(stored, expected)) return undefined;
  const copied = await listCopies(copies, documentId);
  const runId = chooseRun(stored, expected, copied);
  if (runId === undefined) return undefined;
  const records = (await copies?.read({ documentId, runId })) ?? [];
  const expectedRows = expected?.runId === runId ? expected.rows : 0;
  if (records.length === 0 && expectedRows === 0) return undefined;
  return { runId, records, expectedRows };
}

/** Whether the database holds all that the page remembers. */
function isComplete({ runId, records, failure }: StoredRecords, expected?: ExpectedRun): boolean {
  if (runId === undefined || failure !== undefined) return false;
  if (expected === undefined) return true;
  return expected.runId === runId && countRows(foldJournal(records)) >= expected.rows;
}

/** The run of which something is missing: the one the page remembers, unless it was deleted on purpose. */
function chooseRun(
  { runId, failure }: StoredRecords,
  expected: ExpectedRun | undefined,
  copied: readonly string[],
): string | undefined {
  if (expected !== undefined && copied.includes(expected.runId)) return expected.runId;
  if (runId === undefined || failure !== undefined) return runId ?? copied[0] ?? expected?.runId;
  return expected?.runId === runId ? runId : undefined;
}

async function listCopies(
  copies: JournalCopies | undefined,
  documentId: string,
): Promise<readonly string[]> {
  try {
    return (await copies?.runsOf(documentId)) ?? [];
  } catch {
    // No private file system, so no copy.
    return [];
  }
}

interface PutBack {
  readonly documentId: string;
  readonly runId: string;
  readonly stored: StoredRecords;
  readonly records: readonly JournalRecord[];
}

/** Makes the journal in the database whole again. True when another tab is writing the run, which then does. */
async function putBack(
  host: EngineServiceHost,
  { documentId, runId, stored, records }: PutBack,
): Promise<boolean> {
  const isSame = stored.runId === runId;
  const known = new Set(isSame ? stored.records : []);
  const missing = records.filter((record) => !known.has(record));
  if (stored.journals === undefined || missing.length === 0) return isLocked(host, runId);
  const lock = await acquireRunLock(host.locks, { runId, steal: false, onStolen: () => undefined });
  if (lock === undefined) return true;
  try {
    const run = { runId, documentId, startedAtMs: host.clock.now(), writerId: host.createId() };
    await stored.journals.open(run, missing);
  } catch {
    // Still damaged or full: the rows are shown, and a run that begins now carries them along.
  } finally {
    stored.journals.release(runId);
    lock.release();
  }
  return false;
}

async function isLocked({ locks }: EngineServiceHost, runId: string): Promise<boolean> {
  if (locks === undefined) return false;
  const lock = await acquireRunLock(locks, { runId, steal: false, onStolen: () => undefined });
  lock?.release();
  return lock === undefined;
}

/** Designs of documents that have a copied run, for a database that has lost its documents. */
export async function recoverDesigns(
  copies: JournalCopies | undefined,
): Promise<readonly RecoveredDesign[]> {
  if (copies === undefined) return [];
  try {
    const found = (await copies.documents()).map((documentId) => recoverDesign(copies, documentId));
    return (await Promise.all(found)).flatMap((design) => design ?? []);
  } catch {
    // No private file system, so nothing to recover.
    return [];
  }
}

async function recoverDesign(
  copies: JournalCopies,
  documentId: string,
): Promise<RecoveredDesign | undefined> {
  for (const runId of await copies.runsOf(documentId)) {
    const checkpoint = foldJournal(await copies.read({ documentId, runId }));
    if (checkpoint.runId !== '') return { documentId, design: checkpoint.design };
  }
  return undefined;
}

export interface RecoveredDesign {
  readonly documentId: string;
  /** As it was when the run began; restore it like any untrusted input. */
  readonly design: Checkpoint['design'];
}
