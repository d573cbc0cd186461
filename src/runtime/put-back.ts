/** Cells that were taken back, written into the journal of their run so that a reload shows them too. */
import type { EngineMethods } from './engine-protocol.ts';
import type { EngineServiceHost } from './engine-service-host.ts';
import { journalsOf } from './open-run-journal.ts';
import { acquireRunLock } from './run-lock.ts';
import { scrubbingJournal } from './scrub.ts';

type TakenBack = Parameters<EngineMethods['putBack']>[0];

/** Does nothing for a run that was never stored, or that another tab is writing: that tab has the newer cells. */
export async function putBack(
  host: EngineServiceHost,
  { runId, documentId, rows }: TakenBack,
): Promise<void> {
  const journals = await journalsOf(host);
  const writerId = await journals?.writerOf(runId);
  if (journals === undefined || writerId === undefined) return;
  const onStolen = (): void => undefined;
  const lock = await acquireRunLock(host.locks, { runId, steal: false, onStolen });
  if (lock === undefined) return;
  try {
    // The writer stays the same: whoever resumes next need not read the journal first.
    const run = { runId, documentId, startedAtMs: host.clock.now(), writerId };
    const journal = scrubbingJournal(await journals.open(run, []), host.vault);
    const records = Object.entries(rows)
      .filter(([, cells]) => cells.length > 0)
      .map(([callId, cells]) => ({ kind: 'put-back', callId, rows: cells }) as const);
    if (records.length > 0) await journal.append(records);
  } finally {
    lock.release();
  }
}
