/** What each model costs for this user: prices entered in Model settings first, then the bundled table. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { findPrice, isFree } from '#core/llm/price/price-of.ts';
import type { Price, PriceTable } from '#core/llm/price/price.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { usedAliases } from './connections.ts';
import type { Settings } from './settings-store.ts';
import type { WorkbenchContext } from './workbench-context.ts';

export interface DatedPriceTable extends PriceTable {
  /** When the table was published, as YYYY-MM-DD. */
  readonly asOf: string;
}

export interface PriceState {
  /** Undefined until a model is used that may cost something. */
  readonly table?: DatedPriceTable | undefined;
}

export function createPriceStore(): StoreApi<PriceState> {
  return createStore<PriceState>(() => ({}));
}

/** A model as prices know it. */
export interface PricedName {
  readonly provider: string;
  readonly model: string;
}

/** A price belongs to a provider's model, whatever the alias or the design. */
export function priceKey({ provider, model }: PricedName): string {
  return `${provider} ${model}`;
}

export function priceOfModel(
  name: PricedName,
  { prices }: Pick<Settings, 'prices'>,
  table: PriceTable | undefined,
): Price {
  return findPrice(table, { ...name, ownPrice: prices[priceKey(name)] });
}

export interface PriceBook {
  /** Loads the table if the design uses a model that may cost something. Never rejects: prices are then unknown. */
  prepare(design: DatasetDesign): Promise<void>;
  /** Loads the table whatever the design uses. */
  load(): Promise<void>;
  priceOf(name: PricedName): Price;
}

export function createPriceBook(context: WorkbenchContext): PriceBook {
  const { host, stores } = context;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    try {
      stores.prices.setState({ table: await host.loadPrices() });
    } catch {
      // A chunk that could not be fetched leaves prices unknown; the next design asks again.
      loading = undefined;
    }
  };
  const loadOnce = (): Promise<void> => (loading ??= load());
  const prepare = async (design: DatasetDesign): Promise<void> => {
    if (usedAliases(design).every(({ provider }) => isFree(provider))) return;
    await loadOnce();
  };
  stores.design.subscribe(({ design }, previous) => {
    if (design !== previous.design) void prepare(design);
  });
  return {
    prepare,
    load: loadOnce,
    priceOf: (name) =>
      priceOfModel(name, stores.settings.getState(), stores.prices.getState().table),
  };
}
