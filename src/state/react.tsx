/** The bridge to React: one context, small hooks with selectors, and a subscription to rows. */
import {
  createContext,
  use,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { invariant } from '#core/base/invariant.ts';
import type { DatasetState } from './dataset-store.ts';
import type { DesignState } from './design-store.ts';
import { draftingModel, draftingModels } from './draft-actions.ts';
import { draftCost } from './draft-cost.ts';
import { promptTask, ratedCall } from './prompt-ratings.ts';
import type { DraftState } from './draft-store.ts';
import type { ImportState } from './import-store.ts';
import type { DraftKind } from '#core/llm/draft/draft-task.ts';
import { callRatings, type CallRatings } from '#core/rows/call-ratings.ts';
import { costOf, type Cost, type PricedUsage, type TokenPrice } from '#core/llm/price/price.ts';
import type { ModelAlias } from '#core/design/design.ts';
import { priceOfModel, type PricedName } from './price-book.ts';
import {
  runCost,
  costEstimate,
  type CostedEstimate,
  type PriceOf,
  type RunCost,
} from './run-cost.ts';
import type { RequestEntry, RunState } from './run-store.ts';
import type { SettingsState } from './settings-store.ts';
import type { StorageState } from './storage-store.ts';
import type { ViewState } from './view-store.ts';
import type { Workbench } from './workbench.ts';

const WorkbenchContext = createContext<Workbench | undefined>(undefined);

export function WorkbenchProvider(props: { workbench: Workbench; children: ReactNode }) {
  return <WorkbenchContext value={props.workbench}>{props.children}</WorkbenchContext>;
}

export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext);
  invariant(workbench !== undefined, 'components are inside WorkbenchProvider');
  return workbench;
}

export function useDesign<Value>(selector: (state: DesignState) => Value): Value {
  return useStore(useWorkbench().stores.design, useShallow(selector));
}

export function useRun<Value>(selector: (state: RunState) => Value): Value {
  return useStore(useWorkbench().stores.run, useShallow(selector));
}

export function useDataset<Value>(selector: (state: DatasetState) => Value): Value {
  return useStore(useWorkbench().stores.dataset, useShallow(selector));
}

export function useView<Value>(selector: (state: ViewState) => Value): Value {
  return useStore(useWorkbench().stores.view, useShallow(selector));
}

export function useSettings<Value>(selector: (state: SettingsState) => Value): Value {
  return useStore(useWorkbench().stores.settings, useShallow(selector));
}

export function useStorage<Value>(selector: (state: StorageState) => Value): Value {
  return useStore(useWorkbench().stores.storage, useShallow(selector));
}

export function useDraft<Value>(selector: (state: DraftState) => Value): Value {
  return useStore(useWorkbench().stores.drafts, useShallow(selector));
}

export function useImport<Value>(selector: (state: ImportState) => Value): Value {
  return useStore(useWorkbench().stores.imports, useShallow(selector));
}

/** What was said about the values of a call; undefined without one. An edit of anything else reads no mark again. */
export function useCallRatings(callId: string | undefined): CallRatings | undefined {
  const call = useDesign(({ design }) => ratedCall(design, callId));
  const columns = useDesign(({ design }) => design.columns);
  const marks = useDesign((state) => state.marks);
  return useMemo(() => call && callRatings({ columns }, marks, call), [call, columns, marks]);
}

/** What a draft of this kind costs, and whom it is asked of. */
export function useDraftCost(kind: DraftKind): {
  readonly model: ModelAlias;
  readonly cost: Cost;
} {
  const { prices } = useWorkbench();
  const priceOf = usePrices();
  const design = useDesign((state) => state.design);
  const text = useDraft(({ texts }) => texts[kind]);
  const callId = useDraft((state) => state.aboutId);
  const call = kind === 'prompt' ? ratedCall(design, callId) : undefined;
  const ratings = useCallRatings(call?.id);
  const about = call && ratings && promptTask(call, ratings, { text });
  const model = draftingModel(
    design,
    useDraft(({ alias }) => alias),
  );
  useEffect(() => {
    if (model.provider !== 'demo') void prices.load();
  }, [prices, model.provider]);
  return { model, cost: draftCost({ kind, text, design, about }, priceOf(model)) };
}

/** Whom a draft can be asked of. */
export function useDraftingModels(): readonly ModelAlias[] {
  return draftingModels(useDesign((state) => state.design));
}

/** What these tokens of that model cost. */
export function useDraftPrice(model: PricedName | undefined, usage: PricedUsage): Cost {
  const priceOf = usePrices();
  return model === undefined ? { kind: 'unknown' } : costOf(priceOf(model), usage);
}

function usePrices(): PriceOf {
  const settings = useStore(useWorkbench().stores.settings);
  const table = useStore(useWorkbench().stores.prices, (state) => state.table);
  return (name) => priceOfModel(name, settings, table);
}

/** What the bundled table says a model costs, and as of when; undefined while unknown. */
export function useListPrice(
  name: PricedName,
): { readonly price: TokenPrice; readonly asOf: string } | undefined {
  const { stores, prices } = useWorkbench();
  const table = useStore(stores.prices, (state) => state.table);
  useEffect(() => {
    void prices.load();
  }, [prices]);
  const price = table?.find(name.provider, name.model);
  return table === undefined || price === undefined ? undefined : { price, asOf: table.asOf };
}

/** What the run on screen has cost so far. */
export function useRunCost(): RunCost {
  const priceOf = usePrices();
  const usage = useRun((state) => state.usage);
  const design = useDesign((state) => state.design);
  return runCost(usage, priceOf, design);
}

/** What one request has cost; unknown until it has ended and its tokens are known. */
export function useRequestCost(request: Pick<RequestEntry, 'callId' | 'usage'> | undefined): Cost {
  const priceOf = usePrices();
  const asked = useRun((state) => state.models[request?.callId ?? '']);
  const alias = useDesign(({ design }) => {
    const call = design.calls.find(({ id }) => id === request?.callId);
    return design.models.find((model) => model.alias === call?.model);
  });
  const model = asked ?? alias;
  return model === undefined ? { kind: 'unknown' } : costOf(priceOf(model), request?.usage ?? {});
}

/** What Generate will ask for and cost; undefined until the rows are there. */
export function useEstimate(): CostedEstimate | undefined {
  const priceOf = usePrices();
  const estimate = useDataset((state) => state.estimate);
  const usage = useRun((state) => state.usage);
  const design = useDesign((state) => state.design);
  const settings = useStore(useWorkbench().stores.settings);
  if (estimate === undefined) return undefined;
  return costEstimate(estimate, { design, settings, usage, priceOf });
}

/** Counts up whenever any loaded cell may have changed, to redraw what reads cells. */
export function useRowsVersion(): number {
  const { rows } = useWorkbench();
  return useSyncExternalStore(rows.subscribe, () => rows.stamp);
}
