/**
 * Prices and what requests cost by them. Money is US dollars. What is not known is `unknown` and never
 * zero: a sum with an unknown part says so.
 */
import type { Usage } from '#core/llm/language-model.ts';

/** US dollars per million tokens, 0 or more. */
export interface TokenPrice {
  readonly inputPerMillion: number;
  readonly outputPerMillion: number;
}

export type Price =
  /** Runs on this computer: nobody charges for it. */
  | { readonly kind: 'free' }
  | { readonly kind: 'per-token'; readonly price: TokenPrice; readonly source: 'own' | 'table' }
  | { readonly kind: 'unknown' };

export type Cost =
  | { readonly kind: 'free' }
  | { readonly kind: 'known'; readonly usd: number }
  | { readonly kind: 'unknown' };

/** List prices by our provider ids. Undefined where the table does not know the model. */
export interface PriceTable {
  find(provider: string, model: string): TokenPrice | undefined;
}

/** Tokens that are priced; both counts are needed. */
export type PricedUsage = Pick<Usage, 'inputTokens' | 'outputTokens'>;

const tokensPerUnit = 1_000_000;

/** What `usage` costs at `price`; unknown when a token count is missing. */
export function costOf(price: Price, { inputTokens, outputTokens }: PricedUsage): Cost {
  if (price.kind !== 'per-token') return { kind: price.kind };
  if (inputTokens === undefined || outputTokens === undefined) return { kind: 'unknown' };
  const { inputPerMillion, outputPerMillion } = price.price;
  const usd = (inputTokens * inputPerMillion + outputTokens * outputPerMillion) / tokensPerUnit;
  return { kind: 'known', usd };
}

/** The sum of costs: unknown as soon as one part is, free only when all are. */
export function sumOfCosts(costs: readonly Cost[]): Cost {
  if (costs.some(({ kind }) => kind === 'unknown')) return { kind: 'unknown' };
  const known = costs.flatMap((cost) => (cost.kind === 'known' ? [cost.usd] : []));
  if (known.length === 0) return { kind: 'free' };
  return { kind: 'known', usd: known.reduce((sum, usd) => sum + usd, 0) };
}
