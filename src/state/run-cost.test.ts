import { describe, expect, it } from 'vitest';
import type { UsageTally } from '#core/engine/usage-tally.ts';
import type { Price } from '#core/llm/price/price.ts';
import { costEstimate, isUncharged, runCost, type EstimateParts } from './run-cost.ts';
import { defaultSettings } from './settings-store.ts';
import { smallDesign } from './testing/small-design.ts';

const dear: Price = {
  kind: 'per-token',
  price: { inputPerMillion: 10, outputPerMillion: 100 },
  source: 'own',
};
const priceOf = ({ provider }: { provider: string }): Price =>
  provider === 'demo' ? { kind: 'free' } : provider === 'openai' ? dear : { kind: 'unknown' };

const design = smallDesign({ models: [{ alias: 'writer', provider: 'openai', model: 'm' }] });

function tally(change: Partial<UsageTally> = {}): UsageTally {
  return {
    callId: 'write',
    provider: 'openai',
    model: 'm',
    requests: 2,
    open: 0,
    openRows: 0,
    unmetered: 0,
    metered: 2,
    meteredRows: 8,
    inputTokens: 1_000,
    outputTokens: 800,
    durationMs: 6_000,
    ...change,
  };
}

describe('the cost of a run', () => {
  it('is nothing where every request was turned away', () => {
    const refused = tally({ metered: 0, inputTokens: 0, outputTokens: 0 });
    expect(isUncharged([refused])).toBe(true);
    expect(isUncharged([refused, tally({ unmetered: 1, inputTokens: 0, outputTokens: 0 })])).toBe(
      false,
    );
  });

  it('is told in all, by model, and by call with the columns it fills', () => {
    const cost = runCost([tally()], priceOf, design);
    const usd = { kind: 'known', usd: 0.09 };
    expect(cost).toMatchObject({
      cost: usd,
      isAtLeast: false,
      byModel: [{ provider: 'openai', model: 'm', requests: 2, cost: usd }],
      byCall: [{ callId: 'write', columns: ['title'], cost: usd }],
    });
  });

  it('adds models up, and stays known beside a free one', () => {
    const cost = runCost([tally(), tally({ provider: 'demo' })], priceOf, design);
    expect(cost.cost).toEqual({ kind: 'known', usd: 0.09 });
    expect(cost.byModel.map((line) => line.cost.kind)).toEqual(['known', 'free']);
    expect(cost.byCall).toHaveLength(1);
  });

  it('is unknown when one price is, and never 0', () => {
    expect(runCost([tally(), tally({ provider: 'x' })], priceOf, design).cost).toEqual({
      kind: 'unknown',
    });
  });

  it('is a lower bound when a request was not metered', () => {
    expect(runCost([tally({ unmetered: 1 })], priceOf, design).isAtLeast).toBe(true);
    expect(runCost([tally({ unmetered: 1, provider: 'demo' })], priceOf, design).isAtLeast).toBe(
      false,
    );
  });

  it('keeps a reserve for requests that never ended, judged by those that did', () => {
    const cost = runCost([tally({ open: 1, openRows: 4 })], priceOf, design);
    expect(cost).toMatchObject({ openRequests: 1, openRows: 4 });
    expect(cost.reserve).toEqual({ kind: 'known', usd: expect.closeTo(0.045, 10) });
  });

  it('does not know the reserve before any request has ended', () => {
    const open = tally({ open: 1, openRows: 4, metered: 0, meteredRows: 0 });
    expect(runCost([open], priceOf, design).reserve).toEqual({ kind: 'unknown' });
  });
});

describe('an estimate with money', () => {
  const call = {
    callId: 'write',
    alias: 'writer',
    rows: 40,
    requests: 10,
    inputTokens: 2_000,
    outputTokens: 1_000,
  };
  const estimate = { ...call, calls: [call] };
  const parts: EstimateParts = { design, settings: defaultSettings, usage: [], priceOf };

  it('goes by rules of thumb before anything was measured', () => {
    expect(costEstimate(estimate, parts)).toMatchObject({
      requests: 10,
      tokens: 3_000,
      cost: { kind: 'known', usd: expect.closeTo(0.12, 10) },
      isDemo: false,
    });
  });

  it('learns tokens and time from requests that have ended', () => {
    const learned = costEstimate(estimate, { ...parts, usage: [tally()] });
    expect(learned).toMatchObject({ tokens: 500 * 10 + 100 * 40, seconds: 3 });
    expect(learned.cost).toEqual({ kind: 'known', usd: expect.closeTo(0.45, 10) });
  });

  it('learns nothing from another model', () => {
    const other = costEstimate(estimate, { ...parts, usage: [tally({ model: 'other' })] });
    expect(other.tokens).toBe(3_000);
  });
});
