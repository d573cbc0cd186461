/**
 * Opens the journal of a run that begins or goes on, so that this journal alone gives back every row
 * on screen: a new run takes along what models have written so far, a run that another tab has
 * written meanwhile gives its rows to the dataset first.
 */
import type { JsonObject } from '#core/base/json.ts';
import { foldJournal } from '#core/engine/checkpoint.ts';
import type { AcceptedRow, DatasetPort } from '#core/engine/dataset-port.ts';
import {
  journalVersion,
  StorageError,
  type JournalRecord,
  type RunJournal,
} from '#core/engine/journal.ts';
import { deleteFreeRun } from './delete-runs.ts';
import type { StartRun } from './engine-protocol.ts';
import type { EngineServiceHost } from './engine-service-host.ts';
import type { JournalStorage } from './run-journal.ts';
import { scrubbingJournal } from './scrub.ts';

export interface OpenedJournal extends RunJournal {
  /** The run has ended: what is open for it is closed, and a run that is done is made compact. */
  close(isDone: boolean): Promise<void>;
}

/** Rejects with `StorageError`; without any database the run goes on in memory, and the page is told. */
export async function openRunJournal(
  host: EngineServiceHost,
  writerId: string,
  { start, dataset }: { readonly start: StartRun; readonly dataset: DatasetPort },
): Promise<OpenedJournal> {
  const journals = await journalsOf(host);
  const { runId, documentId } = start;
  if (journals === undefined) {
    host.stored({ documentId, runId, rows: 0, isStored: false });
    return { append: () => Promise.resolve(), close: () => Promise.resolve() };
  }
  const startedAtMs = host.clock.now();
  const run = { runId, documentId, startedAtMs, writerId };
  const previous = start.resume ? await journals.writerOf(runId) : undefined;
  // A run that could not write its beginning has nothing to go on from.
  if (previous === undefined) {
    const accepted = await dataset.accepted();
    const journal = await journals.open(run, beginning(start, startedAtMs, accepted));
    await dropOlderRuns(host, journals, start);
    return opened(host, journals, { start, journal, rows: accepted });
  }
  const journal = await journals.open(run, []);
  const { rows } = foldJournal(await journals.read(runId));
  if (previous !== writerId) await restoreRows(dataset, rows);
  await journal.append([
    { kind: 'resume', rowCount: start.rowCount, startedAtMs },
    ...unwritten(rows, await dataset.accepted()),
  ]);
  return opened(host, journals, { start, journal, rows });
}

type RowsByCall = Readonly<Record<string, readonly AcceptedRow[]>>;

interface Opened {
  readonly start: StartRun;
  readonly journal: RunJournal;
  readonly rows: RowsByCall;
}

function opened(
  host: EngineServiceHost,
  journals: JournalStorage,
  { start, journal, rows }: Opened,
): OpenedJournal {
  const { runId, documentId } = start;
  const durable = new Set(Object.values(rows).flatMap((list) => list.map(({ row }) => row)));
  const tell = (): void => {
    host.stored({ documentId, runId, rows: durable.size, isStored: true });
  };
  tell();
  const clean = scrubbingJournal(journal, host.vault);
  return {
    async append(records) {
      await clean.append(records);
      const before = durable.size;
      for (const record of records)
        if (record.kind === 'slice') for (const { row } of record.rows) durable.add(row);
      if (durable.size > before) tell();
    },
    async close(isDone) {
      try {
        if (isDone) await journals.compact(runId);
      } catch {
        // It stays as it was, and is made compact some other time.
      } finally {
        journals.release(runId);
      }
    },
  };
}

/** Undefined in a browser without a database. */
export async function journalsOf(host: EngineServiceHost): Promise<JournalStorage | undefined> {
  try {
    return await host.journals();
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'unavailable') return undefined;
    throw error;
  }
}

function beginning(
  start: StartRun,
  startedAtMs: number,
  accepted: RowsByCall,
): readonly JournalRecord[] {
  const { runId, rowCount } = start;
  const design = start.design as unknown as JsonObject;
  return [
    { kind: 'run', version: journalVersion, runId, design, rowCount, startedAtMs },
    ...unwritten({}, accepted),
  ];
}

/** Rows of the dataset that a journal does not hold, such as those for which the disk had no space. */
function unwritten(journal: RowsByCall, accepted: RowsByCall): readonly JournalRecord[] {
  return Object.entries(accepted).flatMap(([callId, all]): readonly JournalRecord[] => {
    const known = new Set(journal[callId]?.map(({ row }) => row));
    const rows = all.filter(({ row }) => !known.has(row));
    return rows.length === 0 ? [] : [{ kind: 'slice', requestId: 'carried', callId, rows }];
  });
}

/** Called after the journal is ours, so that no row of the writer before can come later. */
async function restoreRows(dataset: DatasetPort, rows: RowsByCall): Promise<void> {
  for (const [callId, accepted] of Object.entries(rows)) await dataset.restore(callId, accepted);
}

/** What they hold is in the new journal now, or is written anew. */
async function dropOlderRuns(
  host: EngineServiceHost,
  journals: JournalStorage,
  { runId, documentId, keepsOlder }: StartRun,
): Promise<void> {
  const older = (await journals.runsOf(documentId)).filter((id) => id !== runId);
  for (const olderId of older.slice(keepsOlder ? 1 : 0))
    await deleteFreeRun(host, journals, olderId);
}
