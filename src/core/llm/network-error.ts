/**
 * A request that got no readable answer at all. A browser does not say why, so the message names the
 * suspects in the order of their likelihood for this endpoint.
 */
import { hostOf, type ErrorContext } from './http-errors.ts';
import { ProviderError } from './provider-error.ts';
import { setupHelpFor, type Provider } from './providers.ts';

/** The error for an exception of `HttpSend` before any header arrived; aborts must not come here. */
export function toNetworkError(context: ErrorContext, cause: unknown): ProviderError {
  if (cause instanceof ProviderError) return cause;
  const host = hostOf(context.baseUrl);
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/redirect/i.test(said))
    return new ProviderError({
      provider: context.provider.id,
      kind: 'redirect',
      host,
      message: `${host} redirects to another address, and a key must not follow. Set the final address as the base URL.`,
    });
  return new ProviderError({
    provider: context.provider.id,
    kind: 'network',
    host,
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
  const help = setupWords(provider, 'the address of this page');
  return `Possible reasons: ${suspects.join('; ')}.${help}`;
}

function setupWords(provider: Provider, pageOrigin: string): string {
  const help = setupHelpFor(provider, pageOrigin);
  return help === undefined ? '' : ` ${help}`;
}

/** What a look at an address without a key has shown. */
export type Reach =
  /** The browser has no network. */
  | 'offline'
  /** Something is there and answers, to whom is not known. */
  | 'answers'
  /** Nothing answers, or the browser does not let the page ask. */
  | 'silent';

export interface Unreachable {
  readonly kind: 'network' | 'cors' | 'auth';
  readonly message: string;
}

/**
 * Why a request got no readable answer, once it is known whether its address answers at all. `pageOrigin`
 * is that of the page, whose name the user has to give to a local server.
 */
export function explainUnreachable(
  { provider, baseUrl }: ErrorContext,
  reach: Reach,
  pageOrigin: string,
): Unreachable {
  const host = hostOf(baseUrl);
  const setup = setupWords(provider, pageOrigin);
  if (reach === 'offline')
    return { kind: 'network', message: 'This computer is offline. Connect it and test again.' };
  if (reach === 'answers') return explainUnreadable(provider, { host, baseUrl, setup });
  if (!isLoopback(baseUrl))
    return {
      kind: 'network',
      message: `${host} cannot be reached. Check the spelling of the address; an extension or a firewall may block it.`,
    };
  const isPublic = pageOrigin.startsWith('https:') && !isLoopback(pageOrigin);
  const permission = isPublic
    ? ' This page comes from the internet: allow it to reach your local network when the browser asks, or in its site settings. Safari never allows it; use Rowsmith from this computer there.'
    : '';
  return {
    kind: 'network',
    message: `Nothing answers at ${host}. Start the server and check the port.${permission}${setup}`,
  };
}

function explainUnreadable(
  provider: Provider,
  {
    host,
    baseUrl,
    setup,
  }: { readonly host: string; readonly baseUrl: string; readonly setup: string },
): Unreachable {
  const isOwn = provider.baseUrl === baseUrl;
  if (isOwn && provider.hidesWrongKey === true)
    return {
      kind: 'auth',
      message: `${host} answers, but in a way that a page cannot read, as it does to a wrong key. Check the key and enter it again.`,
    };
  if (isOwn && provider.group === 'hosted')
    return {
      kind: 'cors',
      message: `${host} answers, but in a way that a page cannot read. Check the key; an extension may also change the answer.`,
    };
  return {
    kind: 'cors',
    message: `${host} answers, but does not let this page call it (CORS), or redirects.${setup}`,
  };
}

function isLoopback(url: string): boolean {
  return /^https?:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\]|[\w.-]+\.localhost)(?:[:/]|$)/i.test(
    url,
  );
}
