/**
 * The traffic of one run: takes batches from the work list while gates have room, and decides what a
 * failure means for the whole. State, because pumping, pausing and ending all look at the same few facts.
 */
import { toErrorReport, type ErrorReport } from '#core/base/error-report.ts';
import { invariant } from '#core/base/invariant.ts';
import type { RunPlan } from './dataset-port.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { StorageError } from './journal.ts';
import { runBatch } from './run-batch.ts';
import type { Endpoint, RunContext } from './run-context.ts';
import type { RunEvent } from './run-event.ts';
import type { RunHost, RunOptions } from './run-host.ts';
import { createRunWork, type Batch, type RunWork } from './run-work.ts';
import type { Gate } from './schedule/gate.ts';
import { createProgressGuard } from './schedule/progress-guard.ts';

/** Longest time an accepted row waits in memory before it is written. */
const commitDelayMs = 100;

/** What may end a run before its work is done; the session fills it in. */
export interface Trouble {
  problem?: ErrorReport;
  /** A fault of this program or of the dataset. */
  fault?: { readonly error: unknown };
}

export interface SessionOptions {
  readonly host: RunHost;
  readonly options: RunOptions;
  readonly plan: RunPlan;
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  readonly trouble: Trouble;
  /** Aborted by the session when a fault makes it pointless to go on. */
  readonly leave: AbortController;
  /** Aborted when the run is to stop, by `leave` too. */
  readonly stop: AbortSignal;
  readonly emit: (event: RunEvent) => void;
}

/** A problem in `trouble` at the start keeps it from sending anything. */
export class RunSession implements RunContext {
  readonly host: RunHost;
  readonly options: RunOptions;
  readonly work: RunWork;
  readonly guard = createProgressGuard();
  readonly answering = new Set<Gate>();
  readonly journal: GroupCommit;
  readonly stop: AbortSignal;
  readonly drain: AbortSignal;
  readonly emit: (event: RunEvent) => void;
  private readonly session: SessionOptions;
  private readonly closing = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly batches = new Map<Gate, number>();

  constructor(session: SessionOptions) {
    const { host, options, stop, emit, plan, trouble } = session;
    this.session = session;
    this.host = host;
    this.options = options;
    this.stop = stop;
    this.emit = emit;
    this.drain = AbortSignal.any([stop, this.closing.signal]);
    this.work = createRunWork(plan);
    this.journal = createGroupCommit({
      journal: host.journal,
      clock: host.clock,
      delayMs: commitDelayMs,
      onFailure: (error) => this.endFor(error),
    });
    if (trouble.problem !== undefined) this.closing.abort();
  }

  /** Sends everything that can be sent; resolves when no request is left. */
  async finish(): Promise<void> {
    this.pump();
    while (this.running.size > 0) await Promise.race(this.running);
  }

  endpoint(alias: string): Endpoint {
    const endpoint = this.session.endpoints.get(alias);
    invariant(endpoint !== undefined, `alias ${alias} is not resolved`);
    return endpoint;
  }

  pause(problem: ErrorReport): void {
    this.session.trouble.problem ??= problem;
    this.closing.abort();
  }

  pump(): void {
    while (!this.drain.aborted) {
      const problem = this.work.hasWaiting ? this.guard.problem() : undefined;
      if (problem !== undefined) this.pause(problem);
      else {
        const batch = this.work.next((alias) => this.canSend(alias));
        if (batch === undefined) return;
        this.send(batch);
      }
    }
  }

  /** Batches that wait for their next attempt are bounded too, or a dead provider would collect all rows. */
  private canSend(alias: string): boolean {
    const { gate, resolved } = this.endpoint(alias);
    const mostBatches = 2 * Math.max(1, resolved.concurrency);
    return gate.hasRoom && (this.batches.get(gate) ?? 0) < mostBatches;
  }

  private send(batch: Batch): void {
    const { gate } = this.endpoint(batch.alias);
    const lease = gate.tryEnter();
    invariant(lease !== undefined, 'a batch was taken although its gate is full');
    this.batches.set(gate, (this.batches.get(gate) ?? 0) + 1);
    const running = runBatch(this, batch, lease)
      .catch((error: unknown) => this.endFor(error))
      .then(() => {
        this.running.delete(running);
        this.batches.set(gate, (this.batches.get(gate) ?? 1) - 1);
        this.work.close(batch);
        this.pump();
        // What pump has just begun wrote its intent into the same transaction as these rows.
        this.journal.flush();
      });
    this.running.add(running);
  }

  /** A journal that fails pauses the run; anything else is a fault of the program. */
  private endFor(error: unknown): void {
    if (error instanceof StorageError) {
      this.pause(toErrorReport(error));
      return;
    }
    this.session.trouble.fault ??= { error };
    this.session.leave.abort();
  }
}
