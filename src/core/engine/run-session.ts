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
import type { RunContext } from './run-context.ts';
import { createCostCap, noSpend, type CostCap } from './cost-cap.ts';
import {
  createEndpoints,
  type Endpoint,
  type EndpointState,
  type RunEndpoints,
} from './run-endpoints.ts';
import type { RunEvent } from './run-event.ts';
import type { RunHost, RunOptions } from './run-host.ts';
import { createRunWork, type Batch, type RunWork } from './run-work.ts';
import { createProgressGuard } from './schedule/progress-guard.ts';

/** Longest time an accepted row waits in memory before it is written. */
const commitDelayMs = 100;

const networkTickMs = 1_000;
const offline = 'There is no network. Rowsmith waits for it and then goes on.';

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
  readonly trouble: Trouble;
  /** Aborted by the session when a fault makes it pointless to go on. */
  readonly leave: AbortController;
  /** Aborted when the run is to stop, by `leave` too. */
  readonly stop: AbortSignal;
  readonly emit: (event: RunEvent) => void;
}

export class RunSession implements RunContext {
  readonly host: RunHost;
  readonly options: RunOptions;
  readonly work: RunWork;
  readonly guard = createProgressGuard();
  readonly costCap: CostCap;
  readonly journal: GroupCommit;
  readonly stop: AbortSignal;
  readonly emit: (event: RunEvent) => void;
  /** Aborted by a stop and by a pause: nothing new begins, waits end, answers in flight may finish. */
  private readonly drain: AbortSignal;
  private readonly session: SessionOptions;
  private readonly endpoints: RunEndpoints;
  private readonly closing = new AbortController();
  private readonly running = new Set<Promise<void>>();
  /** Endpoints whose next opening somebody waits for. */
  private readonly awaited = new Set<EndpointState>();
  private backOnline: Promise<void> | undefined;
  /** Lanes as they were told last. */
  private told: string;

  constructor(session: SessionOptions) {
    const { host, options, stop, emit, plan } = session;
    this.session = session;
    this.host = host;
    this.options = options;
    this.stop = stop;
    this.emit = emit;
    this.drain = AbortSignal.any([stop, this.closing.signal]);
    this.costCap = createCostCap(options.cap ?? {}, options.spentBefore ?? noSpend);
    this.work = createRunWork(plan);
    this.journal = createGroupCommit({
      journal: host.journal,
      clock: host.clock,
      delayMs: commitDelayMs,
      onFailure: (error) => this.endFor(error),
    });
    this.endpoints = createEndpoints(host, plan, this.drain);
    // An alias that leads nowhere keeps the run from sending anything.
    if (this.endpoints.problem !== undefined) this.pause(this.endpoints.problem);
    this.told = `0 ${this.lanes.concurrency}`;
  }

  /** How many requests may be in flight, and why not more. */
  get lanes(): { readonly concurrency: number; readonly laneNote?: string | undefined } {
    const notes = [...this.endpoints.byAlias.values()].map(({ resolved }) => resolved.laneNote);
    const concurrency = this.endpoints.states.reduce((sum, { gate }) => sum + gate.width, 0);
    return { concurrency, laneNote: notes.find((note) => note !== undefined) };
  }

  /** Sends everything that can be sent; resolves when no request is left. */
  async finish(): Promise<void> {
    this.pump();
    while (this.running.size > 0) await Promise.race(this.running);
    for (const state of this.endpoints.states) state.remember(this.host.widths);
  }

  endpoint(alias: string): Endpoint {
    const endpoint = this.endpoints.byAlias.get(alias);
    invariant(endpoint !== undefined, `alias ${alias} is not resolved`);
    return endpoint;
  }

  pause(problem: ErrorReport): void {
    this.session.trouble.problem ??= problem;
    this.closing.abort();
  }

  pauseEndpoint(state: EndpointState, problem: ErrorReport): void {
    this.session.trouble.problem ??= problem;
    if (state.isClosed) return;
    state.close();
    if (!this.endpoints.states.every(({ isClosed }) => isClosed))
      this.emit({ kind: 'endpoint-paused', problem });
  }

  async whenOnline(signal: AbortSignal): Promise<void> {
    if (this.isOnline()) return;
    this.backOnline ??= this.waitForNetwork().finally(() => {
      this.backOnline = undefined;
    });
    await this.backOnline;
    signal.throwIfAborted();
  }

  pump(): void {
    while (!this.drain.aborted) {
      const problem = this.work.hasWaiting ? this.guard.problem() : undefined;
      if (problem !== undefined) this.pause(problem);
      else {
        const batch = this.work.next((alias) => this.canSend(alias));
        if (batch === undefined) break;
        this.send(batch);
      }
    }
    if (!this.drain.aborted && this.work.hasWaiting)
      for (const state of this.endpoints.states) this.awaitOpening(state);
    this.tellLanes();
  }

  /** Batches that wait for their next attempt are bounded too, or a dead provider would collect all rows. */
  private canSend(alias: string): boolean {
    const { state } = this.endpoint(alias);
    return !state.isClosed && state.gate.hasRoom && state.batches < 2 * state.mostRequests;
  }

  private send(batch: Batch): void {
    const { state } = this.endpoint(batch.alias);
    const lease = state.gate.tryEnter();
    invariant(lease !== undefined, 'a batch was taken although its gate is full');
    state.batches += 1;
    this.track(
      runBatch(this, batch, lease).finally(() => {
        state.batches -= 1;
        this.work.close(batch);
      }),
    );
  }

  /** Time alone opens a gate that lets only so many leave in a minute: somebody has to look again then. */
  private awaitOpening(state: EndpointState): void {
    const waitMs = state.gate.closedMs;
    if (waitMs === 0 || state.isClosed || this.awaited.has(state)) return;
    this.awaited.add(state);
    this.track(
      this.host.clock
        .sleep(waitMs, state.drain)
        .catch((error: unknown) => {
          if (!state.drain.aborted) throw error;
        })
        .finally(() => this.awaited.delete(state)),
    );
  }

  private track(work: Promise<unknown>): void {
    const running = work
      .catch((error: unknown) => this.endFor(error))
      .then(() => {
        this.running.delete(running);
        this.pump();
        // What pump has just begun wrote its intent into the same transaction as these rows.
        this.journal.flush();
      });
    this.running.add(running);
  }

  private isOnline(): boolean {
    return this.host.isOnline?.() !== false;
  }

  /** Looks once a second: a page that was frozen may have missed every word about it. */
  private async waitForNetwork(): Promise<void> {
    const { concurrency } = this.lanes;
    this.emit({ kind: 'run-throttled', waitMs: 0, reason: offline, concurrency });
    while (!this.isOnline()) await this.host.clock.sleep(networkTickMs, this.drain);
    for (const { gate } of this.endpoints.states) gate.probe();
  }

  private tellLanes(): void {
    const inFlight = this.endpoints.states.reduce((sum, { gate }) => sum + gate.inFlight, 0);
    const allowed = this.lanes.concurrency;
    const now = `${inFlight} ${allowed}`;
    if (now === this.told) return;
    this.told = now;
    this.emit({ kind: 'lanes-changed', inFlight, allowed });
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
