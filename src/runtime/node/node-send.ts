/**
 * The way to providers from the command line: the same fetch as everywhere, but Node knows why a
 * connection failed and says so, where a page could only name suspects.
 */
import { isAbort } from '#core/base/error-report.ts';
import type { HttpSend } from '#core/llm/language-model.ts';
import { ProviderError } from '#core/llm/provider-error.ts';

/** Wraps a fetch that refuses redirects; failures before the headers become `ProviderError`. */
export function createNodeSend(send: HttpSend): HttpSend {
  return async (request, signal) => {
    try {
      return await send(request, signal);
    } catch (error) {
      if (isAbort(error) || signal.aborted) throw error;
      throw toNodeError(new URL(request.url).host, error);
    }
  };
}

const hintsByCode: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there: check the port and that the server is running.',
  ENOTFOUND: 'There is no host of this name: check the spelling and your connection.',
  EAI_AGAIN: 'The name could not be looked up: check your connection.',
  ECONNRESET: 'The connection was closed.',
  UND_ERR_CONNECT_TIMEOUT: 'The host did not answer in time.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'Its certificate is self-signed: name it in NODE_EXTRA_CA_CERTS, or use http.',
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
};

function toNodeError(host: string, error: unknown): ProviderError {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { message, code } = detailsOf(cause);
  if (/redirect/i.test(message))
    return new ProviderError({
      provider: host,
      kind: 'redirect',
      message: `${host} redirects to another address, and a key must not follow. Set the final address with --base-url.`,
    });
  const hint = hintsByCode[code ?? ''] ?? `The reason given: ${message}.`;
  return new ProviderError({
    provider: host,
    kind: 'network',
    message: `No answer from ${host}. ${hint}`,
  });
}

function detailsOf(cause: unknown): { readonly message: string; readonly code?: string } {
  if (!(cause instanceof Error)) return { message: String(cause) };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return { message: cause.message, ...(code === undefined ? {} : { code }) };
}
