/** Keys, addresses and tests of model connections. A key passes through here once, to the worker, and is not kept. */
import { findProvider } from '#core/llm/providers.ts';
import type { Connection, ConnectionReport } from '#runtime/engine-protocol.ts';
import { parseBaseUrl } from '#runtime/base-url.ts';
import { concurrencyKey, connectionOf, usedAliases } from './connections.ts';
import type { WorkbenchContext } from './workbench.ts';

export interface ModelDraft {
  readonly alias: string;
  readonly provider: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly concurrency: number;
  /** What was typed now; empty leaves a stored key as it is. */
  readonly key: string;
}

/** What is wrong with a draft, by field; empty when it can be used. */
export type DraftProblems = Readonly<
  Partial<Record<'provider' | 'baseUrl' | 'key' | 'model', string>>
>;

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

export function createModelActions({ stores, workers }: WorkbenchContext): ModelActions {
  /**
   * Hands the typed key over and lets the engine use the address until the page is left. Only `save`
   * makes the trust last, and only then may a run send anything there.
   */
  const adopt = async (draft: ModelDraft): Promise<DraftProblems> => {
    const problems = checkAddress(draft);
    if (Object.keys(problems).length > 0) return problems;
    if (isDemo(draft)) return {};
    const { origin } = new URL(draft.baseUrl);
    await workers.engine.trustOrigins({ origins: [origin] });
    if (draft.key === '') return {};
    const refused = await workers.engine.storeKey({ origin, key: draft.key });
    return refused === undefined ? {} : { key: refused };
  };

  const trustForGood = (draft: ModelDraft): void => {
    const own = findProvider(draft.provider)?.baseUrl;
    const { origin } = new URL(draft.baseUrl);
    if (own !== undefined && new URL(own).origin === origin) return;
    const { trustedOrigins, actions } = stores.settings.getState();
    actions.update({ trustedOrigins: [...new Set([...trustedOrigins, origin])] });
  };

  /** An address that only the document names; nothing is sent there before it is tested or saved. */
  const isUnconfirmed = ({ alias, provider, baseUrl }: ModelDraft): boolean => {
    const { origin } = new URL(baseUrl);
    const entry = stores.design.getState().design.models.find((model) => model.alias === alias);
    const named = entry?.endpoint ?? '';
    if (!URL.canParse(named) || new URL(named).origin !== origin) return false;
    const own = findProvider(provider)?.baseUrl;
    if (own !== undefined && new URL(own).origin === origin) return false;
    return !stores.settings.getState().trustedOrigins.includes(origin);
  };

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
      const { provider, baseUrl, model, concurrency } = connection;
      return { alias, provider, baseUrl, model, concurrency, key: '' };
    },
    checkDraft,
    async save(draft) {
      const problems = checkDraft(draft);
      if (Object.keys(problems).length > 0) return problems;
      const refused = await adopt(draft);
      if (Object.keys(refused).length > 0) return refused;
      if (!isDemo(draft)) trustForGood(draft);
      const { settings, design } = stores;
      const key = concurrencyKey(draft.provider, draft.baseUrl);
      settings.getState().actions.update({
        concurrency: { ...settings.getState().concurrency, [key]: draft.concurrency },
      });
      const ownBaseUrl = findProvider(draft.provider)?.baseUrl;
      const endpoint =
        draft.provider === 'demo' || draft.baseUrl === ownBaseUrl ? undefined : draft.baseUrl;
      const change = { provider: draft.provider, model: draft.model, endpoint };
      const isKnown = design.getState().design.models.some(({ alias }) => alias === draft.alias);
      design
        .getState()
        .actions.apply(
          isKnown
            ? { kind: 'update-model', alias: draft.alias, change }
            : { kind: 'add-model', model: { alias: draft.alias, ...change } },
        );
      return {};
    },
    async test(draft) {
      const problems = await adopt(draft);
      const [problem] = Object.values(problems);
      const origin = URL.canParse(draft.baseUrl) ? new URL(draft.baseUrl).origin : '';
      if (problem !== undefined)
        return { ok: false, origin, problem: { name: 'Error', message: problem } };
      const task = await workers.evaluator.sampleTask({ alias: draft.alias });
      return workers.engine.testConnection({
        connection: connectionFromDraft(draft),
        ...(task === undefined ? {} : { task }),
      });
    },
    async listModels(draft) {
      if (Object.keys(checkAddress(draft)).length > 0 || isUnconfirmed(draft)) return [];
      if (Object.keys(await adopt(draft)).length > 0) return [];
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
      const origins = [new URL(baseUrl).origin];
      return (await workers.engine.keyedOrigins({ origins })).length > 0;
    },
    async forgetKey(baseUrl) {
      if (URL.canParse(baseUrl))
        await workers.engine.forgetKey({ origin: new URL(baseUrl).origin });
    },
  };
}

function connectionFromDraft(draft: ModelDraft): Connection {
  const { alias, provider, model, baseUrl, concurrency } = draft;
  return { alias, provider, model, baseUrl, concurrency };
}

function checkDraft(draft: ModelDraft): DraftProblems {
  const problems = checkAddress(draft);
  if (Object.keys(problems).length > 0 || isDemo(draft)) return problems;
  return draft.model.trim() === '' ? { model: 'Choose a model or type its name.' } : {};
}

function checkAddress(draft: ModelDraft): DraftProblems {
  if (findProvider(draft.provider) === undefined) return { provider: 'Choose a provider.' };
  if (isDemo(draft)) return {};
  const url = parseBaseUrl(draft.baseUrl);
  return url.ok ? {} : { baseUrl: url.error };
}

function isDemo({ provider }: ModelDraft): boolean {
  return findProvider(provider)?.protocol === 'demo';
}

export type { ConnectionReport };
