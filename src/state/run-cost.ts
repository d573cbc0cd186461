/** Money, from tokens and prices: what a run has cost so far, and what the next one will. Pure. */
import type { DatasetDesign } from '#core/design/design.ts';
import type { CallEstimate } from '#core/engine/estimate.ts';
import type { UsageTally } from '#core/engine/usage-tally.ts';
import { costOf, sumOfCosts, type Cost, type Price } from '#core/llm/price/price.ts';
import { connectionOf } from './connections.ts';
import type { RunEstimate } from './dataset-store.ts';
import type { PricedName } from './price-book.ts';
import type { Settings } from './settings-store.ts';

export type PriceOf = (name: PricedName) => Price;

export interface Spend {
  readonly cost: Cost;
  /** Some requests were not metered, so it may be more. */
  readonly isAtLeast: boolean;
}

export interface CostLine extends Spend {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface ModelCost extends CostLine, PricedName {}

export interface CallCost extends CostLine {
  readonly callId: string;
  /** Names of the columns that the call fills; empty for a call that the design no longer has. */
  readonly columns: readonly string[];
}

export interface RunCost extends Spend {
  /** Requests that were sent but never ended; they may have been charged. */
  readonly openRequests: number;
  readonly openRows: number;
  /** What those may have cost, judged by requests that ended; unknown when none did. */
  readonly reserve: Cost;
  readonly byModel: readonly ModelCost[];
  /** A call fills its columns together, so they share its line. */
  readonly byCall: readonly CallCost[];
}

/** Nothing was answered that could have been charged: every request was turned away before a model read it. */
export function isUncharged(usage: readonly UsageTally[]): boolean {
  return usage.every(
    ({ open, unmetered, inputTokens, outputTokens }) =>
      open + unmetered + inputTokens + outputTokens === 0,
  );
}

/** What the requests of a run cost, all together, per model and per call with its columns. */
export function runCost(
  usage: readonly UsageTally[],
  priceOf: PriceOf,
  design: DatasetDesign,
): RunCost {
  const { requests: _, ...total } = lineOf(usage, priceOf);
  return {
    cost: total.cost,
    isAtLeast: total.isAtLeast,
    openRequests: usage.reduce((sum, { open }) => sum + open, 0),
    openRows: usage.reduce((sum, { openRows }) => sum + openRows, 0),
    reserve: sumOfCosts(
      usage.filter(({ open }) => open > 0).map((tally) => reserveOf(tally, priceOf)),
    ),
    byModel: groupsOf(usage, ({ provider, model }) => `${provider} ${model}`).map((tallies) => ({
      provider: tallies[0].provider,
      model: tallies[0].model,
      ...lineOf(tallies, priceOf),
    })),
    byCall: groupsOf(usage, ({ callId }) => callId).map((tallies) => ({
      callId: tallies[0].callId,
      columns: columnsOf(design, tallies[0].callId),
      ...lineOf(tallies, priceOf),
    })),
  };
}

function lineOf(tallies: readonly UsageTally[], priceOf: PriceOf): CostLine {
  const costs = tallies.map((tally) => costOf(priceOf(tally), tally));
  return {
    cost: sumOfCosts(costs),
    isAtLeast: tallies.some((tally, index) => tally.unmetered > 0 && costs[index]?.kind !== 'free'),
    requests: tallies.reduce((sum, { requests }) => sum + requests, 0),
    inputTokens: tallies.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    outputTokens: tallies.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
  };
}

function reserveOf(tally: UsageTally, priceOf: PriceOf): Cost {
  const learned = averagesOf(tally);
  const price = priceOf(tally);
  if (learned === undefined) return costOf(price, {});
  return costOf(price, {
    inputTokens: learned.inputPerRequest * tally.open,
    outputTokens: learned.outputPerRow * tally.openRows,
  });
}

type Group = readonly [UsageTally, ...UsageTally[]];

function groupsOf(
  usage: readonly UsageTally[],
  keyOf: (tally: UsageTally) => string,
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const tally of usage) {
    const group = groups.get(keyOf(tally));
    groups.set(keyOf(tally), group === undefined ? [tally] : [...group, tally]);
  }
  return [...groups.values()];
}

function columnsOf({ columns }: DatasetDesign, callId: string): readonly string[] {
  return columns
    .filter(({ fill }) => fill.kind === 'generated' && fill.call === callId)
    .map(({ name }) => name);
}

interface Averages {
  readonly inputPerRequest: number;
  readonly outputPerRow: number;
  readonly secondsPerRequest: number;
}

/** What a request of this kind has used on average; undefined before the first metered one. */
function averagesOf(tally: UsageTally): Averages | undefined {
  const { metered, meteredRows, inputTokens, outputTokens, durationMs } = tally;
  if (metered === 0 || meteredRows === 0) return undefined;
  return {
    inputPerRequest: inputTokens / metered,
    outputPerRow: outputTokens / meteredRows,
    secondsPerRequest: durationMs / metered / 1_000,
  };
}

export interface CostedEstimate {
  readonly requests: number;
  readonly tokens: number;
  readonly cost: Cost;
  readonly seconds: number;
  /** Only the demo model is asked. */
  readonly isDemo: boolean;
}

export interface EstimateParts {
  readonly design: DatasetDesign;
  readonly settings: Settings;
  readonly usage: readonly UsageTally[];
  readonly priceOf: PriceOf;
}

/** A model writes about this fast before one has been measured, and takes so long to begin. */
const usualTokensPerSecond = 60;
const usualFirstRowSeconds = 1;

/** An estimate with money and time. What finished requests of the same kind used goes before rules of thumb. */
export function costEstimate(estimate: RunEstimate, parts: EstimateParts): CostedEstimate {
  const calls = estimate.calls.map((call) => costCall(call, parts));
  const demo = calls.filter(({ provider }) => provider === 'demo');
  return {
    requests: estimate.requests,
    tokens: Math.round(calls.reduce((sum, { tokens }) => sum + tokens, 0)),
    cost: sumOfCosts(calls.map(({ cost }) => cost)),
    seconds: calls.reduce((sum, { seconds }) => sum + seconds, 0),
    isDemo: calls.length > 0 && demo.length === calls.length,
  };
}

function costCall(call: CallEstimate, { design, settings, usage, priceOf }: EstimateParts) {
  const alias = design.models.find((model) => model.alias === call.alias);
  const name = { provider: alias?.provider ?? '', model: alias?.model ?? '' };
  const width = alias === undefined ? 1 : connectionOf(alias, settings).concurrency;
  const tally = usage.find(
    ({ callId, provider, model }) =>
      callId === call.callId && provider === name.provider && model === name.model,
  );
  const learned = tally === undefined ? undefined : averagesOf(tally);
  const inputTokens =
    learned === undefined ? call.inputTokens : learned.inputPerRequest * call.requests;
  const outputTokens = learned === undefined ? call.outputTokens : learned.outputPerRow * call.rows;
  const guessed = usualFirstRowSeconds + outputTokens / call.requests / usualTokensPerSecond;
  const seconds = learned?.secondsPerRequest ?? guessed;
  return {
    provider: name.provider,
    tokens: inputTokens + outputTokens,
    cost: costOf(priceOf(name), { inputTokens, outputTokens }),
    seconds: (seconds * call.requests) / Math.max(1, Math.min(width, call.requests)),
  };
}

export type { Cost };
