/** From a provider and a model to a price: free on this computer, the user's own, the table's, or unknown. */
import { findProvider } from '#core/llm/providers.ts';
import {
  costOf,
  type Cost,
  type Price,
  type PricedUsage,
  type PriceTable,
  type TokenPrice,
} from './price.ts';

export interface PricedModel {
  /** Provider id. */
  readonly provider: string;
  readonly model: string;
  /** What the user says it costs; goes before the table. */
  readonly ownPrice?: TokenPrice | undefined;
}

/** The price of a model. `table` is undefined while it is not loaded. */
export function findPrice(
  table: PriceTable | undefined,
  { provider, model, ownPrice }: PricedModel,
): Price {
  if (ownPrice !== undefined) return { kind: 'per-token', price: ownPrice, source: 'own' };
  if (isFree(provider)) return { kind: 'free' };
  const price = table?.find(provider, model);
  return price === undefined ? { kind: 'unknown' } : { kind: 'per-token', price, source: 'table' };
}

/** What one request of `model` costs by the table; the form in which a budget asks. */
export function priceOf(
  table: PriceTable | undefined,
  model: PricedModel,
  usage: PricedUsage,
): Cost {
  return costOf(findPrice(table, model), usage);
}

/** The demo model, and servers that stand on this computer unless the user says otherwise. */
export function isFree(providerId: string): boolean {
  const provider = findProvider(providerId);
  if (provider === undefined || provider.needsKey) return false;
  return provider.protocol === 'demo' || provider.baseUrl !== undefined;
}
