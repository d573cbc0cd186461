/**
 * Which rows of which call are still to be asked for, and which come next. Later calls go first, so
 * that rows finish early; a request waits for company only while more rows are certain to come.
 */
import { invariant } from '#core/base/invariant.ts';
import type { PlannedCall, RunPlan } from './dataset-port.ts';
import { createRequestSize, type RequestSize } from './schedule/request-size.ts';
import { createRowQueue, type RowQueue } from './schedule/row-queue.ts';

/** Rows of one call that are asked for together. */
export interface Batch {
  readonly callId: string;
  readonly alias: string;
  /** Ascending. */
  readonly rows: readonly number[];
}

export interface OpenRows {
  readonly callId: string;
  readonly rows: readonly number[];
}

export interface RunWork {
  /** Takes the rows of the next request. Undefined when nothing is ready for an alias that may send. */
  next(canSend: (alias: string) => boolean): Batch | undefined;
  /** The request of a batch is over; rows of it may have been put back or settled before. */
  close(batch: Batch): void;
  /** The row is acceptable and will be durable before any later request leaves: dependants may go. */
  accept(callId: string, row: number): void;
  /** The rows are durable and stored. */
  commit(callId: string, rows: readonly number[]): void;
  /** One attempt of the row has failed. Answers how many have. */
  countAttempt(callId: string, row: number, reasons: readonly string[]): number;
  /** The rows wait to be asked for again. */
  putBack(callId: string, rows: readonly number[]): void;
  /** As `putBack`, each row in a request of its own. */
  putBackAlone(callId: string, rows: readonly number[]): void;
  fail(callId: string, rows: readonly number[]): void;
  /** Requests of this call ask for at most this many rows, until some of that size have gone well. */
  limitRows(callId: string, most: number): void;
  /** A request for so many rows of this call was not too large. */
  noteFit(callId: string, rows: number): void;
  attempts(callId: string, row: number): number;
  reasons(callId: string, row: number): readonly string[];
  /** Whether any row waits to be asked for, and is not in flight. */
  readonly hasWaiting: boolean;
  /** Rows of which every call is durable. */
  readonly finishedRows: number;
  /** Rows of which a call has failed. */
  readonly failedRows: number;
  /** Rows that were taken by `next` and are neither durable nor failed. */
  asked(): readonly OpenRows[];
}

const none = 0;
const open = 1;
const asked = 2;
const accepted = 3;
const settled = 4;

interface CallWork {
  readonly call: PlannedCall;
  readonly dependants: CallWork[];
  readonly upstream: CallWork[];
  /** One of the states above for each row. */
  readonly states: Uint8Array;
  /** Calls that the row still waits for. */
  readonly waits: Uint16Array;
  readonly fresh: RowQueue;
  readonly repeats: RowQueue;
  readonly alone: RowQueue;
  readonly tries: Map<number, { count: number; reasons: readonly string[] }>;
  /** Rows of the next request, at most. */
  readonly size: RequestSize;
  inFlight: number;
  /** Open rows that no answer has been read for. */
  untried: number;
}

/** Work on a plan. The plan's calls must come after those they depend on. */
export function createRunWork(plan: RunPlan): RunWork {
  return new WorkList(plan);
}

class WorkList implements RunWork {
  private readonly works: readonly CallWork[];
  private readonly latestFirst: readonly CallWork[];
  private readonly byId: ReadonlyMap<string, CallWork>;
  /** Calls that each row still needs. */
  private readonly openCalls: Uint16Array;
  private readonly failed = new Set<number>();
  private finished: number;

  constructor(plan: RunPlan) {
    this.works = linkCalls(plan);
    this.latestFirst = this.works.toReversed();
    this.byId = new Map(this.works.map((work) => [work.call.callId, work]));
    this.openCalls = new Uint16Array(plan.rowCount);
    for (const { call } of this.works)
      for (const row of call.pending) this.openCalls[row] = (this.openCalls[row] ?? 0) + 1;
    const { open: left, failed } = plan.outside ?? { open: 0, failed: 0 };
    const idle = this.openCalls.reduce((count, calls) => (calls === 0 ? count + 1 : count), 0);
    this.finished = idle - left - failed;
  }

  next(canSend: (alias: string) => boolean): Batch | undefined {
    for (const work of this.latestFirst) {
      if (waitingRows(work) === 0 || !canSend(work.call.alias)) continue;
      const rows = takeRows(work);
      if (rows.length === 0) continue;
      work.inFlight += 1;
      for (const row of rows) work.states[row] = asked;
      return { callId: work.call.callId, alias: work.call.alias, rows };
    }
    return undefined;
  }

  close(batch: Batch): void {
    this.workOf(batch.callId).inFlight -= 1;
  }

  accept(callId: string, row: number): void {
    const work = this.workOf(callId);
    work.states[row] = accepted;
    if (!work.tries.has(row)) work.untried -= 1;
    for (const dependant of work.dependants) unblock(dependant, row);
  }

  commit(callId: string, rows: readonly number[]): void {
    const work = this.workOf(callId);
    for (const row of rows) {
      work.states[row] = settled;
      work.tries.delete(row);
      const left = (this.openCalls[row] ?? 1) - 1;
      this.openCalls[row] = left;
      if (left === 0) this.finished += 1;
    }
  }

  countAttempt(callId: string, row: number, reasons: readonly string[]): number {
    const work = this.workOf(callId);
    const count = (work.tries.get(row)?.count ?? 0) + 1;
    if (count === 1) work.untried -= 1;
    work.tries.set(row, { count, reasons });
    return count;
  }

  putBack(callId: string, rows: readonly number[]): void {
    const work = this.workOf(callId);
    for (const row of rows) (work.tries.has(row) ? work.repeats : work.fresh).add(row);
  }

  putBackAlone(callId: string, rows: readonly number[]): void {
    for (const row of rows) this.workOf(callId).alone.add(row);
  }

  fail(callId: string, rows: readonly number[]): void {
    const work = this.workOf(callId);
    for (const row of rows) {
      this.failed.add(row);
      abandon(work, row);
    }
  }

  limitRows(callId: string, most: number): void {
    this.workOf(callId).size.limit(most);
  }

  noteFit(callId: string, rows: number): void {
    this.workOf(callId).size.noteFit(rows);
  }

  attempts(callId: string, row: number): number {
    return this.workOf(callId).tries.get(row)?.count ?? 0;
  }

  reasons(callId: string, row: number): readonly string[] {
    return this.workOf(callId).tries.get(row)?.reasons ?? [];
  }

  get hasWaiting(): boolean {
    return this.works.some((work) => waitingRows(work) > 0);
  }

  get finishedRows(): number {
    return this.finished;
  }

  get failedRows(): number {
    return this.failed.size;
  }

  asked(): readonly OpenRows[] {
    return this.works.map(askedRows).filter(({ rows }) => rows.length > 0);
  }

  private workOf(callId: string): CallWork {
    const work = this.byId.get(callId);
    invariant(work !== undefined, `call ${callId} is not part of the plan`);
    return work;
  }
}

function linkCalls(plan: RunPlan): readonly CallWork[] {
  const byId = new Map<string, CallWork>();
  for (const call of plan.calls) {
    const upstream = call.dependsOn.flatMap((id) => byId.get(id) ?? []);
    const work = createCallWork(call, upstream, plan.rowCount);
    for (const source of upstream) source.dependants.push(work);
    byId.set(call.callId, work);
  }
  return [...byId.values()];
}

function createCallWork(call: PlannedCall, upstream: CallWork[], rowCount: number): CallWork {
  const states = new Uint8Array(rowCount);
  const waits = new Uint16Array(rowCount);
  const ready: number[] = [];
  for (const row of call.pending) {
    states[row] = open;
    const blockers = upstream.filter((source) => source.states[row] === open).length;
    waits[row] = blockers;
    if (blockers === 0) ready.push(row);
  }
  return {
    call,
    upstream,
    dependants: [],
    states,
    waits,
    fresh: createRowQueue(ready),
    repeats: createRowQueue([]),
    alone: createRowQueue([]),
    tries: new Map(),
    size: createRequestSize(call.rowsPerRequest),
    inFlight: 0,
    untried: call.pending.length,
  };
}

function waitingRows({ fresh, repeats, alone }: CallWork): number {
  return fresh.size + repeats.size + alone.size;
}

/** Rows for one request, or none while it pays to wait for more. */
function takeRows(work: CallWork): readonly number[] {
  if (work.alone.size > 0) return work.alone.take(1);
  const isLastCall = work.untried === 0 && work.inFlight === 0;
  if (work.repeats.size >= work.size.rows || (work.repeats.size > 0 && isLastCall))
    return work.repeats.take(work.size.rows);
  if (work.fresh.size >= work.size.rows || !canGrow(work)) return work.fresh.take(work.size.rows);
  return [];
}

/** Whether calls that come first still owe rows; those that are being asked again hold nobody back. */
function canGrow(work: CallWork): boolean {
  return work.upstream.some((source) => source.untried > 0);
}

function unblock(work: CallWork, row: number): void {
  if (work.states[row] !== open) return;
  const left = (work.waits[row] ?? 1) - 1;
  work.waits[row] = left;
  if (left === 0) work.fresh.add(row);
}

/** A failed row will never be asked for by the calls that need it. */
function abandon(work: CallWork, row: number): void {
  const state = work.states[row];
  if (state === none || state === settled) return;
  work.states[row] = settled;
  if (!work.tries.delete(row)) work.untried -= 1;
  for (const dependant of work.dependants) abandon(dependant, row);
}

function askedRows({ call, states }: CallWork): OpenRows {
  const rows = call.pending.filter((row) => states[row] === asked || states[row] === accepted);
  return { callId: call.callId, rows };
}
