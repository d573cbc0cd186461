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
import type { StartRun } from './engine-protocol.ts';
import type { EngineServiceHost } from './engine-service-host.ts';
import type { JournalStorage } from './run-journal.ts';
import { acquireRunLock } from './run-lock.ts';
import { scrubbingJournal } from './scrub.ts';

/** Rejects with `StorageError`; without any database the run goes on in memory, as the screen has said. */
export async function openRunJournal(
  host: EngineServiceHost,
  writerId: string,
  { start, dataset }: { readonly start: StartRun; readonly dataset: DatasetPort },
): Promise<RunJournal> {
  const journals = await journalsOf(host);
  if (journals === undefined) return { append: () => Promise.resolve() };
  const { runId, documentId } = start;
  const startedAtMs = host.clock.now();
  const run = { runId, documentId, startedAtMs, writerId };
  const previous = start.resume ? await journals.writerOf(runId) : undefined;
  // A run that could not write its beginning has nothing to go on from.
  if (previous === undefined) {
    const records = beginning(start, startedAtMs, await dataset.accepted());
    const journal = await journals.open(run, records);
    await dropOlderRuns(host, journals, start);
    return scrubbingJournal(journal, host.vault);
  }
  const journal = await journals.open(run, []);
  if (previous !== writerId) await catchUp(journals, runId, dataset);
  await journal.append([{ kind: 'resume', rowCount: start.rowCount, startedAtMs }]);
  return scrubbingJournal(journal, host.vault);
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
  accepted: Readonly<Record<string, readonly AcceptedRow[]>>,
): readonly JournalRecord[] {
  const { runId, rowCount } = start;
  const design = start.design as unknown as JsonObject;
  const carried = Object.entries(accepted)
    .filter(([, rows]) => rows.length > 0)
    .map(([callId, rows]) => ({ kind: 'slice', requestId: 'carried', callId, rows }) as const);
  return [
    { kind: 'run', version: journalVersion, runId, design, rowCount, startedAtMs },
    ...carried,
  ];
}

/** Called after the journal is ours, so that no row of the writer before can come later. */
async function catchUp(
  journals: JournalStorage,
  runId: string,
  dataset: DatasetPort,
): Promise<void> {
  const { rows } = foldJournal(await journals.read(runId));
  for (const [callId, accepted] of Object.entries(rows)) await dataset.restore(callId, accepted);
}

/** What they hold is in the new journal now, or is written anew; a run that another tab is writing stays. */
async function dropOlderRuns(
  host: EngineServiceHost,
  journals: JournalStorage,
  { runId, documentId, keepsOlder }: StartRun,
): Promise<void> {
  if (host.locks === undefined) return;
  const older = (await journals.runsOf(documentId)).filter((id) => id !== runId);
  for (const olderId of older.slice(keepsOlder ? 1 : 0)) {
    const lock = await acquireRunLock(host.locks, {
      runId: olderId,
      steal: false,
      onStolen: () => undefined,
    });
    if (lock === undefined) continue;
    try {
      await journals.deleteRun(olderId);
    } finally {
      lock.release();
    }
  }
}
