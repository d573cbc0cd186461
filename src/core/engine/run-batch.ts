/**
 * Carries the rows of one batch through as many requests as it takes: waits and repetitions for the
 * provider's sake stay here, rows to be asked again for their content go back to the work list.
 */
import { StorageError } from './journal.ts';
import { failRows, rejectRow, type RunContext } from './run-context.ts';
import { askForRows, type Answer } from './run-request.ts';
import type { Batch } from './run-work.ts';
import type { Lease } from './schedule/gate.ts';
import { mostCommonReason } from './schedule/progress-guard.ts';
import { react, type Reaction, type Troubles } from './schedule/reaction.ts';

interface Step {
  readonly rows: readonly number[];
  readonly lease: Lease;
  readonly troubles: Troubles;
}

const noTroubles: Troubles = { failures: 0, throttledMs: 0 };

/**
 * Resolves when the rows are accepted, failed, or back in the work list. Gives its lease back.
 * Rejects only for faults of this program.
 */
export async function runBatch(context: RunContext, batch: Batch, lease: Lease): Promise<void> {
  let next: Step | undefined = { rows: batch.rows, lease, troubles: noTroubles };
  while (next !== undefined) {
    const step: Step = next;
    if (context.drain.aborted) {
      step.lease.end('failure');
      return;
    }
    try {
      next = await takeStep(context, batch, step);
    } catch (error) {
      step.lease.end('failure');
      // The journal has already paused the run.
      if (error instanceof StorageError) return;
      throw error;
    }
  }
}

async function takeStep(context: RunContext, batch: Batch, step: Step): Promise<Step | undefined> {
  const { callId, alias } = batch;
  const { rows, troubles } = step;
  const answer = await askForRows(context, { callId, alias, rows, failures: troubles.failures });
  if (answer.isCut) {
    step.lease.end('failure');
    return undefined;
  }
  const { gate } = context.endpoint(alias);
  if (answer.hasText || answer.error === undefined) context.answering.add(gate);
  const reaction = react({
    outcome: {
      finish: answer.finish,
      error: answer.error,
      answeredRows: answer.answered.length,
      missingRows: answer.missing.length,
      hasText: answer.hasText,
      problem: answer.problem,
    },
    troubles,
    hasAnswered: context.answering.has(gate),
    jitter: context.host.jitter(),
  });
  noteProgress(context, { callId, rows }, { answer, reaction });
  return follow(context, batch, { step, answer, reaction });
}

interface Read {
  readonly answer: Answer;
  readonly reaction: Reaction;
}

/** Requests that broke on the way say nothing about what the model can do. */
function noteProgress(
  context: RunContext,
  asked: { readonly callId: string; readonly rows: readonly number[] },
  { answer, reaction }: Read,
): void {
  if (reaction.kind !== 'done' && reaction.kind !== 'repeat' && reaction.kind !== 'fail') return;
  const missing = reaction.kind === 'done' ? [] : answer.missing.map(() => reaction.reason);
  const mainReason = mostCommonReason([...answer.reasons, ...missing]);
  const { acceptedRows } = answer;
  context.guard.noteRequest(asked.callId, { rows: asked.rows, acceptedRows, mainReason });
}

function follow(
  context: RunContext,
  batch: Batch,
  read: Read & { readonly step: Step },
): Promise<Step | undefined> | Step | undefined {
  const { step, answer, reaction } = read;
  const { callId } = batch;
  const { missing } = answer;
  const { work } = context;
  switch (reaction.kind) {
    case 'continue':
      return { rows: missing, lease: step.lease, troubles: noTroubles };
    case 'wait':
      return waitForTurn(context, batch, { step, answer, reaction });
    case 'done':
      break;
    case 'repeat':
      for (const row of missing)
        rejectRow(context, {
          requestId: answer.requestId,
          callId,
          row,
          reasons: [reaction.reason],
        });
      break;
    case 'shrink':
      work.limitRows(callId, Math.floor(missing.length / 2));
      work.putBack(callId, missing);
      break;
    case 'alone':
      work.putBackAlone(callId, missing);
      break;
    case 'fail':
      failRows(context, callId, { rows: missing, reason: reaction.reason });
      break;
    case 'pause':
      context.pause(reaction.problem);
      break;
  }
  step.lease.end(answer.error === undefined ? 'success' : 'failure');
  return undefined;
}

interface Waiting {
  readonly step: Step;
  readonly answer: Answer;
  readonly reaction: Extract<Reaction, { kind: 'wait' }>;
}

/** Waits outside the gate, so that the place serves other rows meanwhile. */
async function waitForTurn(
  context: RunContext,
  batch: Batch,
  { step, answer, reaction }: Waiting,
): Promise<Step | undefined> {
  const { gate } = context.endpoint(batch.alias);
  const { waitMs, reason, closesGate } = reaction;
  if (closesGate) step.lease.throttle(waitMs);
  else step.lease.end('failure');
  context.emit({ kind: 'run-throttled', waitMs, reason, concurrency: gate.width });
  try {
    // Entering a closed gate waits until it opens.
    const turn = closesGate
      ? gate.enter(context.drain)
      : context.host.clock.sleep(waitMs, context.drain).then(() => gate.enter(context.drain));
    context.pump();
    const lease = await turn;
    context.pump();
    const troubles = troublesAfter(step.troubles, answer, reaction);
    return { rows: answer.missing, lease, troubles };
  } catch (error) {
    if (context.drain.aborted) return undefined;
    throw error;
  }
}

function troublesAfter(
  before: Troubles,
  answer: Answer,
  { closesGate, waitMs }: Waiting['reaction'],
): Troubles {
  const start = answer.answered.length > 0 ? noTroubles : before;
  return closesGate
    ? { ...start, throttledMs: start.throttledMs + waitMs }
    : { ...start, failures: start.failures + 1 };
}
