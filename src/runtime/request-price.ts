/** Prices in the form in which the cap on spending asks for them. */
import type { RequestCost, RequestPrice } from '#core/engine/cost-cap.ts';
import { priceOf } from '#core/llm/price/price-of.ts';
import { costOf, type Cost, type PriceTable } from '#core/llm/price/price.ts';
import type { Connection } from './engine-protocol.ts';

/** What the page knows about each connection. */
export function connectionPrices(connections: readonly Connection[]): RequestPrice {
  return ({ providerId, model, usage }) => {
    const asked = connections.find(
      (connection) => connection.provider === providerId && connection.model === model,
    );
    return toRequestCost(costOf(asked?.price ?? { kind: 'unknown' }, usage));
  };
}

/** List prices alone, for a host without settings. */
export function tablePrices(table: PriceTable | undefined): RequestPrice {
  return ({ providerId, model, usage }) =>
    toRequestCost(priceOf(table, { provider: providerId, model }, usage));
}

function toRequestCost(cost: Cost): RequestCost {
  if (cost.kind === 'unknown') return { kind: 'unknown' };
  return { kind: 'known', costUsd: cost.kind === 'free' ? 0 : cost.usd };
}
