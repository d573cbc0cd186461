import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isJsonObject, parseJson } from '#core/base/json.ts';
import { createBundledPrices, pricesAsOf } from './bundled-prices.ts';
import { findPrice, priceOf } from './price-of.ts';

const table = createBundledPrices(Date.UTC(2026, 10, 28, 12));

describe('the bundled prices', () => {
  it.each([
    ['openai', 'gpt-4o-mini', 0.15, 0.6],
    ['anthropic', 'claude-sonnet-4-5', 3, 15],
    ['google', 'gemini-2.5-flash', 0.3, 2.5],
    ['openrouter', 'openai/gpt-4o-mini', 0.15, 0.6],
    ['groq', 'llama-3.3-70b-versatile', 0.59, 0.79],
    ['xai', 'grok-4', 3, 15],
  ])('know %s %s', (...[provider, model, inputPerMillion, outputPerMillion]) => {
    expect(table.find(provider, model)).toEqual({ inputPerMillion, outputPerMillion });
  });

  it('do not guess: an unknown model or a provider that is not theirs has no price', () => {
    expect(table.find('openai', 'no-such-model')).toBeUndefined();
    expect(table.find('openai', '')).toBeUndefined();
    expect(table.find('openai-compatible', 'gpt-4o-mini')).toBeUndefined();
    expect(table.find('openai-lookalike', 'gpt-4o-mini')).toBeUndefined();
  });

  it('are dated by the release they come from', () => {
    const text = readFileSync('node_modules/@pydantic/genai-prices/package.json', 'utf8');
    const parsed = parseJson(text);
    expect(parsed.ok && isJsonObject(parsed.value) && parsed.value.version).toBe('0.1.8');
    expect(pricesAsOf).toBe('2026-09-23');
  });
});

describe('priceOf', () => {
  const usage = { inputTokens: 2_000, outputTokens: 1_000 };

  it('multiplies list prices', () => {
    const cost = priceOf(table, { provider: 'openai', model: 'gpt-4o-mini' }, usage);
    expect(cost).toEqual({ kind: 'known', usd: expect.closeTo(0.0009, 10) });
  });

  it('takes the price of the user before that of the table', () => {
    const ownPrice = { inputPerMillion: 1, outputPerMillion: 2 };
    const model = { provider: 'openai', model: 'gpt-4o-mini', ownPrice };
    expect(priceOf(table, model, usage)).toEqual({ kind: 'known', usd: 0.004 });
    expect(findPrice(table, model)).toMatchObject({ kind: 'per-token', source: 'own' });
  });

  it.each(['demo', 'ollama', 'lm-studio', 'vllm', 'llama-cpp'])('is free for %s', (provider) => {
    expect(priceOf(undefined, { provider, model: 'any' }, {})).toEqual({ kind: 'free' });
  });

  it.each(['openai-compatible', 'no-such-provider', 'openai'])(
    'is unknown for %s without a table, and never 0',
    (provider) => {
      expect(priceOf(undefined, { provider, model: 'gpt-4o-mini' }, usage)).toEqual({
        kind: 'unknown',
      });
    },
  );

  it('is unknown when the provider did not count the tokens', () => {
    const model = { provider: 'openai', model: 'gpt-4o-mini' };
    expect(priceOf(table, model, { inputTokens: 5 })).toEqual({ kind: 'unknown' });
  });
});
