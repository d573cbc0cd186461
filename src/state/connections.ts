/** From the aliases of a design and the settings of this user to connections, and what each still lacks. */
import type { DatasetDesign, ModelAlias } from '#core/design/design.ts';
import { modelPace } from '#core/engine/model-pace.ts';
import { modelParameters } from '#core/engine/model-parameters.ts';
import { findProvider } from '#core/llm/providers.ts';
import type { Connection } from '#runtime/engine-protocol.ts';
import { pageLanes } from '#runtime/page-lanes.ts';
import type { Settings } from './settings-store.ts';

/** Where the user has not chosen; the endpoint's own limit is found out by asking. */
const defaultConcurrency = 16;
/** What a browser opens to a plain http address anyway. */
const plainConcurrency = 5;
/** The demo model works in this thread, and in order: the same rows come out on every machine. */
const demoConcurrency = 1;

/** Most requests in flight at once where the user has not chosen: one for the demo model, which works in this browser. */
export function usualConcurrency(providerId: string): number {
  const provider = findProvider(providerId);
  if (provider?.protocol === 'demo') return demoConcurrency;
  return provider?.baseUrl?.startsWith('http:') === true ? plainConcurrency : defaultConcurrency;
}

/** What a connection of this alias would be; the base URL is empty where the design names none. */
export function connectionOf(alias: ModelAlias, settings: Settings): Connection {
  const provider = findProvider(alias.provider);
  const baseUrl = alias.endpoint ?? provider?.baseUrl ?? '';
  const settingKey = concurrencyKey(alias.provider, baseUrl);
  const { concurrency: wished, maxRetries, ...wishedLimits } = modelPace(alias);
  const isDemo = provider?.protocol === 'demo';
  return {
    alias: alias.alias,
    provider: alias.provider,
    model: alias.model,
    baseUrl,
    concurrency: isDemo
      ? demoConcurrency
      : (settings.concurrency[settingKey] ?? wished ?? usualConcurrency(alias.provider)),
    ...(settings.rateLimits[settingKey] ?? (isDemo ? {} : wishedLimits)),
    ...(isDemo ? {} : { maxRetries }),
    parameters: modelParameters(alias),
  };
}

/** Why fewer requests than the user chose are in flight at once to this address; undefined where it is as chosen. */
export function laneNote(baseUrl: string, concurrency: number): string | undefined {
  return pageLanes(baseUrl, concurrency).note;
}

/** Concurrency belongs to an endpoint, not to a design. */
export function concurrencyKey(providerId: string, baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).origin : providerId;
}

/** Aliases that the design's calls use, in order of first use. */
export function usedAliases(design: DatasetDesign): readonly ModelAlias[] {
  const used = new Set(design.calls.map((call) => call.model));
  return design.models.filter((model) => used.has(model.alias));
}

export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'lacks'; readonly alias: string; readonly reason: string };

/** Whether every model the design uses can be asked; names the first that can not. */
export function checkReadiness(
  design: DatasetDesign,
  settings: Settings,
  keyedOrigins: ReadonlySet<string>,
): Readiness {
  for (const alias of usedAliases(design)) {
    const reason = missingFor(alias, settings, keyedOrigins);
    if (reason !== undefined) return { kind: 'lacks', alias: alias.alias, reason };
  }
  return { kind: 'ready' };
}

/** Why this alias cannot be asked yet, for people; undefined when it can. */
export function missingFor(
  alias: ModelAlias,
  settings: Settings,
  keyedOrigins: ReadonlySet<string>,
): string | undefined {
  const provider = findProvider(alias.provider);
  if (provider === undefined) return `No provider is called “${alias.provider}”. Choose one.`;
  if (provider.protocol === 'demo') return undefined;
  const { baseUrl, model } = connectionOf(alias, settings);
  if (!URL.canParse(baseUrl)) return 'Enter the address of the model server.';
  const { origin, host } = new URL(baseUrl);
  const isOwn = provider.baseUrl !== undefined && new URL(provider.baseUrl).origin === origin;
  if (!isOwn && !settings.trustedOrigins.includes(origin))
    return `This design asks for ${host}. Check the address and save it before anything is sent there.`;
  if (provider.needsKey && !keyedOrigins.has(origin))
    return `${host} needs your API key. It stays in this tab.`;
  if (model === '') return 'Choose a model.';
  return undefined;
}
