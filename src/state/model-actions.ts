/** Keys, addresses and tests of model connections. A key passes through here once, to the worker, and is not kept. */
import { findProvider } from '#core/llm/providers.ts';
import type { Connection, ConnectionReport } from '#runtime/engine-protocol.ts';
import { createAddressTrust } from './address-trust.ts';
import { concurrencyKey, connectionOf, usedAliases } from './connections.ts';
import {
  checkAddress,
  checkDraft,
  draftParameters,
  type DraftProblems,
  type ModelDraft,
} from './model-draft.ts';
import { priceKey } from './price-book.ts';
import type { Settings } from './settings-store.ts';
import type { WorkbenchContext, WorkbenchStores } from './workbench-context.ts';

export interface ModelActions {
  draftOf(alias: string): ModelDraft;
  checkDraft(draft: ModelDraft): DraftProblems;
  /** Hands the key to the vault, trusts the address and writes provider and model into the design. */
  save(draft: ModelDraft): Promise<DraftProblems>;
  /** One request of the same shape as a run. The key is handed over, nothing else is saved. */
  test(draft: ModelDraft, signal?: AbortSignal): Promise<ConnectionReport>;
  listModels(draft: ModelDraft): Promise<readonly string[]>;
  /** Origins, of those the design uses, that have a key in the vault. */
  keyedOrigins(): Promise<ReadonlySet<string>>;
  hasKey(baseUrl: string): Promise<boolean>;
  forgetKey(baseUrl: string): Promise<void>;
}

export function createModelActions(context: WorkbenchContext): ModelActions {
  const { stores, workers } = context;
  const trust = createAddressTrust(context);
  workers.engine
    .trustOrigins({ origins: stores.settings.getState().trustedOrigins })
    .catch(() => undefined); // An engine that is gone sends nothing anywhere.

  return {
    draftOf(alias) {
      const entry = stores.design.getState().design.models.find((model) => model.alias === alias);
      const connection = connectionOf(
        entry ?? { alias, provider: 'demo', model: '' },
        stores.settings.getState(),
      );
      return draftFromConnection(connection, stores.settings.getState().prices);
    },
    checkDraft,
    async save(draft) {
      const problems = checkDraft(draft);
      if (Object.keys(problems).length > 0) return problems;
      const refused = await trust.adopt(draft);
      if (Object.keys(refused).length > 0) return refused;
      trust.keep(draft);
      writeModel(stores, draft);
      return {};
    },
    async test(draft) {
      const problems = await trust.adopt(draft);
      const [problem] = Object.values(problems);
      if (problem !== undefined) return refusedTest(draft, problem);
      const task = await workers.evaluator.sampleTask({ alias: draft.alias });
      return workers.engine.testConnection({
        connection: connectionFromDraft(draft),
        ...(task === undefined ? {} : { task }),
      });
    },
    async listModels(draft) {
      if (Object.keys(checkAddress(draft)).length > 0 || trust.isUnconfirmed(draft)) return [];
      if (Object.keys(await trust.adopt(draft)).length > 0) return [];
      return workers.engine.listModels({ connection: connectionFromDraft(draft) });
    },
    async keyedOrigins() {
      const origins = usedAliases(stores.design.getState().design)
        .map((alias) => connectionOf(alias, stores.settings.getState()).baseUrl)
        .filter((baseUrl) => URL.canParse(baseUrl))
        .map((baseUrl) => new URL(baseUrl).origin);
      return new Set(await workers.engine.keyedOrigins({ origins }));
    },
    async hasKey(baseUrl) {
      if (!URL.canParse(baseUrl)) return false;
      const found = await workers.engine.keyedOrigins({ origins: [new URL(baseUrl).origin] });
      return found.length > 0;
    },
    async forgetKey(baseUrl) {
      if (URL.canParse(baseUrl))
        await workers.engine.forgetKey({ origin: new URL(baseUrl).origin });
    },
  };
}

/** Limits and prices belong to this device, provider and model to the design. */
function writeModel(stores: WorkbenchStores, draft: ModelDraft): void {
  const { settings, design } = stores;
  const key = concurrencyKey(draft.provider, draft.baseUrl);
  const { concurrency, rateLimits, prices, actions } = settings.getState();
  const { requestsPerMinute, tokensPerMinute } = draft;
  actions.update({
    concurrency: { ...concurrency, [key]: draft.concurrency },
    rateLimits: { ...rateLimits, [key]: { requestsPerMinute, tokensPerMinute } },
    prices: pricesWith(prices, draft),
  });
  const ownBaseUrl = findProvider(draft.provider)?.baseUrl;
  const endpoint =
    draft.provider === 'demo' || draft.baseUrl === ownBaseUrl ? undefined : draft.baseUrl;
  const { extra: parameters, ...answering } = draftParameters(draft);
  const change = {
    provider: draft.provider,
    model: draft.model,
    endpoint,
    ...answering,
    parameters,
  };
  const isKnown = design.getState().design.models.some(({ alias }) => alias === draft.alias);
  design
    .getState()
    .actions.apply(
      isKnown
        ? { kind: 'update-model', alias: draft.alias, change }
        : { kind: 'add-model', model: { alias: draft.alias, ...change } },
    );
}

function pricesWith(
  prices: Settings['prices'],
  { provider, model, inputPrice, outputPrice }: ModelDraft,
): Settings['prices'] {
  const key = priceKey({ provider, model });
  const others = Object.fromEntries(Object.entries(prices).filter(([name]) => name !== key));
  if (inputPrice === undefined || outputPrice === undefined) return others;
  return { ...others, [key]: { inputPerMillion: inputPrice, outputPerMillion: outputPrice } };
}

function refusedTest({ baseUrl }: ModelDraft, message: string): ConnectionReport {
  const origin = URL.canParse(baseUrl) ? new URL(baseUrl).origin : '';
  return { ok: false, origin, problem: { name: 'Error', message } };
}

function draftFromConnection(connection: Connection, prices: Settings['prices']): ModelDraft {
  const own = prices[priceKey(connection)];
  const { parameters: { extra, ...parameters } = {}, ...address } = connection;
  const parametersText = extra === undefined ? '' : JSON.stringify(extra, null, 2);
  const ownPrices = { inputPrice: own?.inputPerMillion, outputPrice: own?.outputPerMillion };
  return { ...address, key: '', ...ownPrices, ...parameters, parametersText };
}

function connectionFromDraft(draft: ModelDraft): Connection {
  const { alias, provider, model, baseUrl, concurrency } = draft;
  const { requestsPerMinute, tokensPerMinute } = draft;
  const limits = { concurrency, requestsPerMinute, tokensPerMinute };
  return { alias, provider, model, baseUrl, ...limits, parameters: draftParameters(draft) };
}

export type { ConnectionReport, DraftProblems, ModelDraft };
