/** From a connection of the page to a model: checks the address again, because a page could be wrong. */
import { ProviderError } from '#core/llm/provider-error.ts';
import { findProvider } from '#core/llm/providers.ts';
import { parseBaseUrl } from './base-url.ts';
import type { Connection } from './engine-protocol.ts';

/**
 * The base URL a connection may use: the provider's own, or one whose origin the user has set up.
 * Throws `ProviderError` of kind `unresolved` otherwise.
 */
export function allowedBaseUrl(connection: Connection, trusted: ReadonlySet<string>): string {
  const provider = findProvider(connection.provider);
  if (provider === undefined)
    throw unresolved(connection, `No provider is called “${connection.provider}”.`);
  if (provider.protocol === 'demo') return '';
  const url = parseBaseUrl(connection.baseUrl);
  if (!url.ok) throw unresolved(connection, url.error);
  const ownOrigin = provider.baseUrl === undefined ? undefined : new URL(provider.baseUrl).origin;
  if (url.value.origin !== ownOrigin && !trusted.has(url.value.origin))
    throw unresolved(
      connection,
      `${url.value.host} is not set up. Open Model settings, check the address and save it.`,
    );
  return url.value.href.replace(/\/+$/, '');
}

function unresolved(connection: Connection, message: string): ProviderError {
  return new ProviderError({
    provider: connection.provider,
    kind: 'unresolved',
    message: `The model “${connection.alias}” is not ready. ${message}`,
  });
}
