/**
 * A run: plan, ask, read, accept, commit, until every row is durable or there is a reason why not.
 * One generator tells everything; leaving it early aborts everything.
 */
import { invariant } from '#core/base/invariant.ts';
import type { RunPlan } from './dataset-port.ts';
import type { RunEnd, RunEvent } from './run-event.ts';
import type { RunHost, RunOptions } from './run-host.ts';
import { createRewriteTally, type Asker, type RewriteTally } from './judge/rewrite-tally.ts';
import { writeRounds } from './judge/write-rounds.ts';
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
  const { host, options, stop } = conductor;
  const tally = createRewriteTally(options.rewrittenBefore);
  const emit = (event: RunEvent): void => {
    if (event.kind === 'request-started') tally.sent(event.callId, event.rows);
    conductor.emit(event);
  };
  const startedAtMs = host.clock.now();
  const plan = await host.dataset.plan(options.rowCount, options.selection);
  const trouble: Trouble = {};
  const session = new RunSession({ ...conductor, emit, plan, trouble });
  emit({
    kind: 'run-started',
    runId: options.runId,
    rowCount: plan.rowCount,
    finishedRows: session.work.finishedRows,
    ...session.lanes,
  });
  const by = options.selection === undefined ? undefined : 'person';
  noteRewrites(session, plan, { tally, by });
  await carryOut(host, session);
  let last = session;
  const judged = await writeRounds({
    host,
    options,
    plan,
    tally,
    emit,
    isOver: () => stop.aborted || trouble.problem !== undefined || trouble.fault !== undefined,
    carryOut: async (next) => {
      const spentBefore = last.costCap.spent;
      last = new RunSession({
        ...conductor,
        emit,
        options: { ...options, spentBefore },
        plan: next,
        trouble,
      });
      noteRewrites(last, next, { tally, by: 'judge' });
      await carryOut(host, last);
    },
  });
  if (trouble.fault !== undefined) throw trouble.fault.error as Error;
  // A round leaves no row worse than it was: what counts is what the run itself has made.
  const { finishedRows, failedRows } = session.work;
  const { outside, rowCount } = plan;
  const isCut = last !== session && last.work.finishedRows < rowCount;
  const outcome = { rowCount, finishedRows, failedRows, outside };
  const end = isCut ? cutEnd(trouble, stop.aborted) : undefined;
  const durationMs = host.clock.now() - startedAtMs;
  emit({
    kind: 'run-ended',
    end: end ?? endOf(outcome, trouble, stop.aborted),
    finishedRows,
    failedRows,
    durationMs,
    ...(judged === undefined ? {} : { judged }),
  });
}

/** Why a round was left before its end; undefined when it was not. */
function cutEnd({ problem }: Trouble, isStopped: boolean): RunEnd | undefined {
  if (problem !== undefined) return { kind: 'paused', problem };
  return isStopped ? { kind: 'stopped' } : undefined;
}

/** Sends what the plan asks for; whatever happens, what was under way is given back. */
async function carryOut(host: RunHost, session: RunSession): Promise<void> {
  try {
    await session.finish();
  } finally {
    await session.journal.close();
    for (const { callId, rows } of session.work.asked()) await host.dataset.release(callId, rows);
  }
}

/** In the journal the first acceptance of a cell counts, unless it says before that the cell is written again. */
function noteRewrites(
  { journal }: RunSession,
  { calls }: RunPlan,
  { tally, by }: { readonly tally: RewriteTally; readonly by: Asker },
): void {
  const note = { judge: { byJudge: true }, person: {}, none: { isOutdated: true } } as const;
  for (const { callId, again = [] } of calls) {
    if (again.length === 0) continue;
    for (const { row } of again) tally.open(callId, row, by);
    journal.add({
      collect: () => [{ kind: 'again', callId, cells: again, ...note[by ?? 'none'] }],
    });
  }
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
  if (isStopped && !isSettled) return { kind: 'stopped' };
  if (isSettled && outside.open > 0)
    return failedRows > 0 ? { kind: 'stopped' } : { kind: 'stopped', openRows: outside.open };
  invariant(isSettled, 'a run ended with rows that nobody asked for');
  return { kind: 'incomplete', failedRows };
}
