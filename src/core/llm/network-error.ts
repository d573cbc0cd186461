/**
 * A request that got no readable answer at all. A browser does not say why, so the message names the
 * suspects in the order of their likelihood for this endpoint.
 */
import { hostOf, type ErrorContext } from './http-errors.ts';
import { ProviderError } from './provider-error.ts';

/** The error for an exception of `HttpSend` before any header arrived; aborts must not come here. */
export function toNetworkError(context: ErrorContext, cause: unknown): ProviderError {
  if (cause instanceof ProviderError) return cause;
  const host = hostOf(context.baseUrl);
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/redirect/i.test(said))
    return new ProviderError({
      provider: context.provider.id,
      kind: 'redirect',
      message: `${host} redirects to another address, and a key must not follow. Set the final address as the base URL.`,
    });
  return new ProviderError({
    provider: context.provider.id,
    kind: 'network',
    message: `No answer from ${host}. ${networkHint(context)}`,
  });
}

/** What to look at when an endpoint cannot be reached, as sentences. */
function networkHint(context: ErrorContext): string {
  const { provider, baseUrl } = context;
  const suspects: string[] = [];
  if (isLoopback(baseUrl)) {
    suspects.push('the server is not running or listens on another port');
    suspects.push('it does not let this page call it (CORS is off)');
    suspects.push('the browser was not allowed to reach this computer’s network');
    suspects.push('it redirects to another address, where a key must not follow');
  } else {
    suspects.push('you are offline');
    if (provider.needsKey)
      suspects.push(
        'the key is wrong: some providers answer a wrong key in a way a page cannot read',
      );
    if (!provider.needsKey || provider.baseUrl !== baseUrl)
      suspects.push('the server does not let this page call it (CORS is off)');
    if (/^http:/i.test(baseUrl))
      suspects.push('this page is served by https and may not call an http address');
    suspects.push('an extension or a firewall blocks the address');
    if (provider.baseUrl !== baseUrl) {
      suspects.push('the host name is misspelt');
      suspects.push('it redirects to another address, where a key must not follow');
    }
  }
  const help = provider.setupHelp === undefined ? '' : ` ${provider.setupHelp}`;
  return `Possible reasons: ${suspects.join('; ')}.${help}`;
}

function isLoopback(url: string): boolean {
  return /^https?:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\]|[\w.-]+\.localhost)(?:[:/]|$)/i.test(
    url,
  );
}
