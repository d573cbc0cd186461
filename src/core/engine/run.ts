/**
 * A run: plan, ask, read, accept, commit, until every row is durable or there is a reason why not.
 * One generator tells everything; leaving it early aborts everything.
 */
import { invariant } from '#core/base/invariant.ts';
import type { RunPlan } from './dataset-port.ts';
import type { RunEnd, RunEvent } from './run-event.ts';
import type { RunHost, RunOptions } from './run-host.ts';
import { createEventQueue } from './run-queue.ts';
import { RunSession, type Trouble } from './run-session.ts';

/**
 * Fills rows [0, rowCount) and yields what happens, ending with `run-ended`. The journal's `run` or
 * `resume` record is the caller's to write before. Aborting `signal` ends requests in flight, keeps
 * what was accepted and ends with `stopped`; so does leaving the generator, without further events.
 * Rejects only for faults of this program or of the dataset, after everything in flight has ended.
 */
export async function* run(
  host: RunHost,
  options: RunOptions,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void, undefined> {
  const events = createEventQueue<RunEvent>();
  const leave = new AbortController();
  const conductor: Conductor = {
    host,
    options,
    leave,
    stop: AbortSignal.any([signal, leave.signal]),
    emit: events.push,
  };
  const conducted = conduct(conductor).then(events.close, events.fail);
  try {
    yield* events.items();
  } finally {
    leave.abort();
    await conducted;
  }
}

interface Conductor {
  readonly host: RunHost;
  readonly options: RunOptions;
  readonly leave: AbortController;
  readonly stop: AbortSignal;
  readonly emit: (event: RunEvent) => void;
}

async function conduct(conductor: Conductor): Promise<void> {
  const { host, options, emit, stop } = conductor;
  const startedAtMs = host.clock.now();
  const plan = await host.dataset.plan(options.rowCount, options.selection);
  const trouble: Trouble = {};
  const session = new RunSession({ ...conductor, plan, trouble });
  const { work } = session;
  noteRewrites(session, plan);
  emit({
    kind: 'run-started',
    runId: options.runId,
    rowCount: plan.rowCount,
    finishedRows: work.finishedRows,
    ...session.lanes,
  });
  try {
    await session.finish();
  } finally {
    await session.journal.close();
    for (const { callId, rows } of work.asked()) await host.dataset.release(callId, rows);
  }
  if (trouble.fault !== undefined) throw trouble.fault.error as Error;
  const { finishedRows, failedRows } = work;
  const { outside, rowCount } = plan;
  const end = endOf({ rowCount, finishedRows, failedRows, outside }, trouble, stop.aborted);
  const durationMs = host.clock.now() - startedAtMs;
  emit({ kind: 'run-ended', end, finishedRows, failedRows, durationMs });
}

/** In the journal the first acceptance of a cell counts, unless it says before that the cell is written again. */
function noteRewrites({ journal }: RunSession, { calls }: RunPlan): void {
  for (const { callId, again = [] } of calls)
    if (again.length > 0) journal.add({ collect: () => [{ kind: 'again', callId, cells: again }] });
}

interface Outcome {
  readonly rowCount: number;
  readonly finishedRows: number;
  readonly failedRows: number;
  readonly outside: RunPlan['outside'];
}

function endOf(outcome: Outcome, trouble: Trouble, isStopped: boolean): RunEnd {
  const { rowCount, finishedRows, outside = { open: 0, failed: 0 } } = outcome;
  const failedRows = outcome.failedRows + outside.failed;
  if (finishedRows >= rowCount) return { kind: 'complete' };
  if (trouble.problem !== undefined) return { kind: 'paused', problem: trouble.problem };
  const isSettled = finishedRows + failedRows + outside.open >= rowCount;
  // A run for a selection leaves the other open rows for a later one.
  if ((isStopped && !isSettled) || (isSettled && outside.open > 0)) return { kind: 'stopped' };
  invariant(isSettled, 'a run ended with rows that nobody asked for');
  return { kind: 'incomplete', failedRows };
}
