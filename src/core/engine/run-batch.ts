/**
 * Carries the rows of one batch through as many requests as it takes: waits and repetitions for the
 * provider's sake stay here, rows to be asked again for their content go back to the work list.
 */
import type { ProviderErrorKind } from '#core/llm/provider-error.ts';
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

const noTroubles: Troubles = { failures: 0, pages: 0, wasEmpty: false, isRaised: false };

/**
 * Resolves when the rows are accepted, failed, or back in the work list. Gives its lease back.
 * Rejects only for faults of this program.
 */
export async function runBatch(context: RunContext, batch: Batch, lease: Lease): Promise<void> {
  const { drain } = context.endpoint(batch.alias).state;
  let next: Step | undefined = { rows: batch.rows, lease, troubles: noTroubles };
  while (next !== undefined) {
    const step: Step = next;
    try {
      next = drain.aborted ? undefined : await takeStep(context, batch, step);
    } catch (error) {
      // After a pause every wait ends so; where the journal failed, it has paused the run.
      if (error === drain.reason || error instanceof StorageError) return;
      throw error;
    } finally {
      step.lease.end('unknown');
    }
  }
}

async function takeStep(context: RunContext, batch: Batch, step: Step): Promise<Step | undefined> {
  const { callId, alias } = batch;
  const { rows, troubles } = step;
  const { state, resolved } = context.endpoint(alias);
  await context.whenOnline(state.drain);
  const answer = await askForRows(context, { callId, alias, rows, ...troubles });
  if (answer.isCut) return undefined;
  state.hasAnswered ||= answer.hasText || answer.error === undefined;
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
    endpoint: state.record,
    isOffline: context.host.isOnline?.() === false,
    hasLengthLimit: answer.hasLengthLimit,
    maxRetries: resolved.maxRetries,
    jitter: context.host.jitter(),
  });
  state.note(answer.error, answer.hasText);
  if (answer.error === undefined) context.work.noteFit(callId, rows.length);
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

interface Followed extends Read {
  readonly step: Step;
}

/** Settles the missing rows, or says how they are asked for next. */
function follow(
  context: RunContext,
  batch: Batch,
  followed: Followed,
): Promise<Step> | Step | undefined {
  const { answer, reaction, step } = followed;
  const troubles = troublesAfter(followed);
  switch (reaction.kind) {
    case 'again':
    case 'raise':
      step.lease.end('success');
      return takeTurn(context, batch, { rows: answer.missing, troubles });
    case 'yield':
    case 'wait':
    case 'offline':
      return waitForTurn(context, batch, { ...followed, reaction });
    default:
      settleMissing(context, batch, { answer, reaction });
      endLease(step.lease, answer);
      return undefined;
  }
}

function settleMissing(
  context: RunContext,
  { callId, alias }: Batch,
  { answer, reaction }: { readonly answer: Answer; readonly reaction: FinalReaction },
): void {
  const { missing, requestId } = answer;
  const { work } = context;
  switch (reaction.kind) {
    case 'done':
      break;
    case 'repeat':
      for (const row of missing)
        rejectRow(context, { requestId, callId, row, reasons: [reaction.reason] });
      break;
    case 'continue':
      // With the next rows: a request for a few would cost as much as one for many.
      work.putBack(callId, missing);
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
      context.pauseEndpoint(context.endpoint(alias).state, reaction.problem);
      break;
  }
}

type Waiting = Extract<Reaction, { kind: 'yield' | 'wait' | 'offline' }>;
type FinalReaction = Exclude<
  Reaction,
  Waiting | { readonly kind: 'again' } | { readonly kind: 'raise' }
>;

/** Waits outside the gate, so that the place serves other rows meanwhile. */
async function waitForTurn(
  context: RunContext,
  batch: Batch,
  followed: Followed & { readonly reaction: Waiting },
): Promise<Step> {
  const { step, answer, reaction } = followed;
  const { drain, gate } = context.endpoint(batch.alias).state;
  const waitMs = leaveGate(step.lease, answer, reaction);
  if (reaction.kind !== 'offline')
    context.emit({
      kind: 'run-throttled',
      waitMs: Math.max(waitMs, gate.closedMs),
      isForAll: gate.closedMs > 0,
      reason: reaction.reason,
      concurrency: gate.width,
    });
  if (reaction.kind === 'wait') {
    context.pump();
    await context.host.clock.sleep(waitMs, drain);
  }
  await context.whenOnline(drain);
  const troubles = troublesAfter(followed);
  return takeTurn(context, batch, { rows: answer.missing, troubles });
}

async function takeTurn(
  context: RunContext,
  batch: Batch,
  next: Omit<Step, 'lease'>,
): Promise<Step> {
  const { gate, drain } = context.endpoint(batch.alias).state;
  const turn = gate.enter(drain);
  context.pump();
  const lease = await turn;
  context.pump();
  return { ...next, lease };
}

/** Gives the place back and answers with the wait. */
function leaveGate(lease: Lease, answer: Answer, reaction: Waiting): number {
  if (reaction.kind === 'yield') return lease.reject(reaction.hintMs);
  if (reaction.kind === 'offline') lease.end('unknown');
  else endLease(lease, answer);
  return reaction.kind === 'wait' ? reaction.waitMs : 0;
}

const faultsOfEndpoints: ReadonlySet<ProviderErrorKind> = new Set([
  'overloaded',
  'server',
  'network',
  'timeout',
  'cut-off',
]);

function endLease(lease: Lease, { error, answered }: Answer): void {
  if (error === undefined) lease.end('success');
  else if (answered.length === 0 && faultsOfEndpoints.has(error.kind)) lease.fail();
  else lease.end('unknown');
}

function troublesAfter({ step, answer, reaction }: Followed): Troubles {
  const start = answer.answered.length > 0 ? noTroubles : step.troubles;
  return {
    failures: start.failures + (reaction.kind === 'wait' ? 1 : 0),
    pages: start.pages + (answer.error?.kind === 'not-an-api' ? 1 : 0),
    wasEmpty: reaction.kind === 'again' || start.wasEmpty,
    isRaised: start.isRaised || reaction.kind === 'raise',
  };
}
