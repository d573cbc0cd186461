/**
 * The endpoints of a run: each alias resolved before anything is sent, and one gate for all aliases
 * whose requests go to the same origin.
 */
import { toErrorReport, type ErrorReport } from '#core/base/error-report.ts';
import type { ProviderError } from '#core/llm/provider-error.ts';
import type { RunPlan } from './dataset-port.ts';
import type { ResolvedModel, RunHost, WidthMemory } from './run-host.ts';
import { createGate, type Gate } from './schedule/gate.ts';
import type { EndpointRecord } from './schedule/reaction.ts';

/** One alias, resolved; aliases of the same origin share a state. */
export interface Endpoint {
  readonly resolved: ResolvedModel;
  readonly state: EndpointState;
}

export interface RunEndpoints {
  readonly byAlias: ReadonlyMap<string, Endpoint>;
  readonly states: readonly EndpointState[];
  /** Why an alias could not be resolved: the run cannot begin. */
  readonly problem?: ErrorReport | undefined;
}

/** What a run knows of one origin. */
export class EndpointState {
  readonly gate: Gate;
  /** Aborted when nothing new may begin here, for the whole run's sake or for this endpoint's. */
  readonly drain: AbortSignal;
  readonly mostRequests: number;
  hasAnswered = false;
  /** Requests in a row that were refused for good. */
  refusals = 0;
  /** Web pages in a row in place of answers. */
  pages = 0;
  /** Batches whose requests are in flight or wait for their turn. */
  batches = 0;
  private readonly closing = new AbortController();
  private readonly memoryKey: string;

  constructor(aliases: readonly ResolvedModel[], host: RunHost, drain: AbortSignal) {
    // They are settings of one endpoint, so the most careful of them is meant.
    const least = (of: (model: ResolvedModel) => number | undefined): number | undefined => {
      const given = aliases.flatMap((model) => of(model) ?? []);
      return given.length === 0 ? undefined : Math.min(...given);
    };
    this.mostRequests = Math.max(1, least(({ concurrency }) => concurrency) ?? 1);
    this.memoryKey = memoryKeyOf(aliases);
    this.drain = AbortSignal.any([drain, this.closing.signal]);
    this.gate = createGate({
      most: this.mostRequests,
      start: host.widths?.get(this.memoryKey),
      requestsPerMinute: least(({ requestsPerMinute }) => requestsPerMinute),
      tokensPerMinute: least(({ tokensPerMinute }) => tokensPerMinute),
      clock: host.clock,
      jitter: host.jitter,
    });
  }

  get record(): EndpointRecord {
    const { hasAnswered, refusals, pages, gate } = this;
    const { outageMs, throttledMs } = gate;
    return { hasAnswered, refusals, pages, outageMs, throttledMs };
  }

  get isClosed(): boolean {
    return this.drain.aborted;
  }

  /** To be told of every request that has ended, once its reaction is decided. */
  note(error: ProviderError | undefined, hasText: boolean): void {
    if (error === undefined || hasText) {
      this.refusals = 0;
      this.pages = 0;
      return;
    }
    if (error.isFatal) this.refusals += 1;
    if (error.kind === 'not-an-api') this.pages += 1;
  }

  close(): void {
    this.closing.abort();
  }

  /** Keeps for the next run how many requests were taken at once; nothing was learnt where none was answered. */
  remember(widths: WidthMemory | undefined): void {
    if (this.hasAnswered) widths?.set(this.memoryKey, this.gate.goodWidth);
  }
}

/** `drain` is aborted when the whole run takes nothing new. Aliases of calls without pending rows are left alone. */
export function createEndpoints(host: RunHost, plan: RunPlan, drain: AbortSignal): RunEndpoints {
  const resolved = new Map<string, ResolvedModel>();
  let problem: ErrorReport | undefined;
  try {
    for (const { alias, pending } of plan.calls)
      if (pending.length > 0 && !resolved.has(alias)) resolved.set(alias, host.resolveModel(alias));
  } catch (error) {
    problem = toErrorReport(error);
  }
  const states = new Map<string, EndpointState>();
  for (const [origin, models] of groupBy([...resolved.values()], originOf))
    states.set(origin, new EndpointState(models, host, drain));
  const byAlias = new Map<string, Endpoint>();
  for (const [alias, model] of resolved) {
    const state = states.get(originOf(model));
    if (state !== undefined) byAlias.set(alias, { resolved: model, state });
  }
  return { byAlias, states: [...states.values()], problem };
}

function originOf({ origin, model }: ResolvedModel): string {
  return origin ?? model.id;
}

function memoryKeyOf(aliases: readonly ResolvedModel[]): string {
  const names = aliases.map(({ modelName }) => modelName);
  return JSON.stringify([...aliases.slice(0, 1).map(originOf), ...[...new Set(names)].sort()]);
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
