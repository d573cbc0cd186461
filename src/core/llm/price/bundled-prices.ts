/**
 * The price table that comes with the product: list prices collected by the genai-prices project.
 * About 80 KB gzipped, so whoever needs it imports this file lazily. It is never updated over the
 * network: what a price was looked up in is known by its date.
 */
import { calcPrice } from '@pydantic/genai-prices';
import type { PriceTable } from './price.ts';

/** When the table was published, as YYYY-MM-DD. A test ties it to the version of the package. */
export const pricesAsOf = '2026-09-23';

/** Our provider ids by the names of the table. Others are unknown: a name that merely looks alike is no price. */
const tableIds: ReadonlyMap<string, string> = new Map([
  ['openai', 'openai'],
  ['openai-responses', 'openai'],
  ['anthropic', 'anthropic'],
  ['google', 'google'],
  ['gemini', 'google'],
  ['openrouter', 'openrouter'],
  ['groq', 'groq'],
  ['mistral', 'mistral'],
  ['deepseek', 'deepseek'],
  ['together', 'together'],
  ['fireworks', 'fireworks'],
  ['xai', 'x-ai'],
]);

const million = 1_000_000;

/** Reads the prices that hold at `nowMs`; some models have hours or dates of their own. */
export function createBundledPrices(nowMs: number): PriceTable {
  const timestamp = new Date(nowMs);
  return {
    find(provider, model) {
      const providerId = tableIds.get(provider);
      if (providerId === undefined || model === '') return undefined;
      // A single token stays in the lowest tier, where requests for rows always are.
      const found = calcPrice({ input_tokens: 1, output_tokens: 1 }, model, {
        providerId,
        timestamp,
      });
      if (found === null) return undefined;
      return {
        inputPerMillion: round(found.input_price * million),
        outputPerMillion: round(found.output_price * million),
      };
    },
  };
}

/** Binary fractions of a cent are no price. */
function round(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}
