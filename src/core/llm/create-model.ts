/** From the id of a provider to a model behind the port. */
import type { Clock } from '#core/base/clock.ts';
import type { CapabilityMemory } from './capabilities.ts';
import type { HttpSend, LanguageModel } from './language-model.ts';
import { ProviderError } from './provider-error.ts';
import { protocols } from './protocols.ts';
import { findProvider } from './providers.ts';
import { createWireModel } from './wire-model.ts';

/** What endpoints have refused so far; a host keeps one and hands it to every model it makes. */
export type ModelCapabilities = CapabilityMemory;

export interface CreateModelOptions {
  /** Checked by the host: the address the user set up, or the provider's own. */
  readonly baseUrl: string;
  readonly send: HttpSend;
  readonly clock: Clock;
  readonly capabilities: ModelCapabilities;
  /** Loads the demo model; called at its first request only, since its word lists are large. */
  readonly loadDemo: () => Promise<LanguageModel>;
  /** Removes the keys the host knows from texts of the provider. */
  readonly redact?: (text: string) => string;
}

/** Throws `ProviderError` of kind `unresolved` for an unknown provider or a missing address. */
export function createLanguageModel(
  providerId: string,
  options: CreateModelOptions,
): LanguageModel {
  const provider = findProvider(providerId);
  if (provider === undefined)
    throw unresolved(
      providerId,
      `No provider is called “${providerId}”. Choose one in Model settings.`,
    );
  if (provider.protocol === 'demo') return createLazyModel(provider.id, options.loadDemo);
  if (options.baseUrl === '')
    throw unresolved(providerId, 'Enter the address of the model server in Model settings.');
  return createWireModel({ ...options, provider, protocol: protocols[provider.protocol] });
}

function unresolved(provider: string, message: string): ProviderError {
  return new ProviderError({ provider, kind: 'unresolved', message });
}

function createLazyModel(id: string, load: () => Promise<LanguageModel>): LanguageModel {
  let loading: Promise<LanguageModel> | undefined;
  return {
    id,
    async *stream(request, signal) {
      signal.throwIfAborted();
      loading ??= load();
      yield* (await loading).stream(request, signal);
    },
  };
}
