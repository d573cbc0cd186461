/**
 * From the aliases of a design to models, with the options of the command line over all of them. An
 * address that only the design names is never used: the user has to type it.
 */
import type { Clock } from '#core/base/clock.ts';
import type { DatasetDesign, ModelAlias } from '#core/design/design.ts';
import { parseEndpoint } from '#core/design/endpoint.ts';
import { modelPace, type ModelPace } from '#core/engine/model-pace.ts';
import { modelParameters } from '#core/engine/model-parameters.ts';
import type { ResolvedModel } from '#core/engine/run-host.ts';
import { createLanguageModel, type ModelCapabilities } from '#core/llm/create-model.ts';
import type { HttpSend, LanguageModel } from '#core/llm/language-model.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import { findProvider, providers, type Provider } from '#core/llm/providers.ts';
import type { KeyVault } from '#runtime/key-vault.ts';
import { storeKeyFromEnvironment } from '#runtime/node/key-from-environment.ts';
import { UsageError } from './cli-host.ts';

export interface ModelOptions {
  readonly provider?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly model?: string | undefined;
  /** Name of the environment variable that holds the key. */
  readonly keyVariable?: string | undefined;
  readonly concurrency?: number | undefined;
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
}

export interface ResolverHost {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly vault: KeyVault;
  readonly send: HttpSend;
  readonly loadDemo: () => Promise<LanguageModel>;
}

/** The demo model writes one request after the other, so that its rows are the same every time. */
const demoConcurrency = 1;
const usualConcurrency = 4;

/** Checks the options. Throws `UsageError` for a provider or address that cannot be. */
export function checkModelOptions({ provider, baseUrl, keyVariable }: ModelOptions): void {
  if (provider !== undefined && findProvider(provider) === undefined)
    throw new UsageError(
      `--provider: there is no provider of that id. Known: ${providers.map(({ id }) => id).join(', ')}.`,
    );
  if (baseUrl !== undefined) {
    const endpoint = parseEndpoint(baseUrl);
    if (!endpoint.ok) throw new UsageError(`--base-url: ${endpoint.error.message}`);
  }
  // Anything else may be a key that was pasted in the wrong place, so it is not repeated.
  if (keyVariable !== undefined && !/^[A-Z_][A-Z0-9_]*$/.test(keyVariable))
    throw new UsageError(
      '--api-key-env takes the name of an environment variable in capitals, such as OPENAI_API_KEY, not the key.',
    );
}

/** The `resolveModel` of a run. It throws `ProviderError` of kind `unresolved` for an alias that is not set up. */
export function createModelResolver(
  design: DatasetDesign,
  options: ModelOptions,
  host: ResolverHost,
): (alias: string) => ResolvedModel {
  const capabilities: ModelCapabilities = new Map();
  const keys = createKeyRing(options, host);
  const resolved = new Map<string, ResolvedModel>();

  function resolve(name: string): ResolvedModel {
    const alias = design.models.find((candidate) => candidate.alias === name);
    if (alias === undefined) throw unresolved(name, 'The design has no model alias of this name.');
    const { provider, baseUrl } = targetOf(alias, options);
    keys.provide(provider, baseUrl);
    const modelName = options.model ?? alias.model;
    if (provider.protocol !== 'demo' && modelName === '')
      throw unresolved(name, 'No model is named. Name one with --model.');
    const { send, clock, vault, loadDemo } = host;
    return {
      model: createLanguageModel(provider.id, {
        baseUrl,
        send,
        clock,
        capabilities,
        loadDemo,
        redact: (text) => vault.redact(text),
      }),
      modelName,
      parameters: modelParameters(alias),
      origin: baseUrl === '' ? undefined : new URL(baseUrl).origin,
      ...paceOf(provider, alias, options),
    };
  }

  return (name) => {
    const model = resolved.get(name) ?? resolve(name);
    resolved.set(name, model);
    return model;
  };
}

/** What the command line says comes first, then what the design would like; the demo model needs no pace. */
function paceOf(
  { protocol }: Provider,
  alias: ModelAlias,
  options: ModelOptions,
): Pick<ResolvedModel, keyof ModelPace> {
  const wished = protocol === 'demo' ? {} : modelPace(alias);
  const usual = protocol === 'demo' ? demoConcurrency : usualConcurrency;
  return {
    concurrency: options.concurrency ?? wished.concurrency ?? usual,
    requestsPerMinute: options.requestsPerMinute ?? wished.requestsPerMinute,
    tokensPerMinute: options.tokensPerMinute ?? wished.tokensPerMinute,
    maxRetries: wished.maxRetries,
  };
}

interface Target {
  readonly provider: Provider;
  /** Empty for the demo model. */
  readonly baseUrl: string;
}

function targetOf(alias: ModelAlias, options: ModelOptions): Target {
  const isOverridden = options.provider !== undefined || options.baseUrl !== undefined;
  const id =
    options.provider ?? (options.baseUrl === undefined ? alias.provider : 'openai-compatible');
  const provider = findProvider(id);
  if (provider === undefined)
    throw unresolved(alias.alias, `No provider is called “${id}”. Choose one with --provider.`);
  if (provider.protocol === 'demo') return { provider, baseUrl: '' };
  if (!isOverridden && alias.endpoint !== undefined)
    throw unresolved(
      alias.alias,
      `The design names the address ${alias.endpoint}, which is used only when you name it yourself: --base-url ${alias.endpoint}`,
    );
  const baseUrl = options.baseUrl ?? provider.baseUrl;
  if (baseUrl === undefined)
    throw unresolved(alias.alias, 'Give the address of the model server with --base-url.');
  return { provider, baseUrl: baseUrl.replace(/\/+$/, '') };
}

interface KeyRing {
  provide(provider: Provider, baseUrl: string): void;
}

/** Puts at most one key in the vault: the one of the named variable, for one origin. */
function createKeyRing(options: ModelOptions, host: ResolverHost): KeyRing {
  let origin: string | undefined;
  return {
    provide(provider, baseUrl) {
      if (provider.protocol === 'demo') return;
      const variable = options.keyVariable;
      if (variable === undefined) {
        if (provider.needsKey && options.baseUrl === undefined)
          throw unresolved(
            provider.label,
            'It needs a key. Put it into an environment variable and name that with --api-key-env.',
          );
        return;
      }
      const wanted = new URL(baseUrl).origin;
      if (origin !== undefined && origin !== wanted)
        throw unresolved(
          provider.label,
          `The key of ${variable} belongs to ${origin} and is not sent to ${wanted}. Choose one place with --provider or --base-url.`,
        );
      origin = wanted;
      const stored = storeKeyFromEnvironment(host.vault, host.environment, { variable, origin });
      if (!stored.ok) throw unresolved(provider.label, stored.error);
    },
  };
}

function unresolved(name: string, message: string): ProviderError {
  return new ProviderError({
    provider: name,
    kind: 'unresolved',
    message: `The model “${name}” is not ready. ${message}`,
  });
}
