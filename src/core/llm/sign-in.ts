/**
 * Signing in with a provider that gives a key to a page: OAuth with PKCE (RFC 7636), by leaving for its
 * page and coming back. No client id, no secret; whoever holds the verifier can change the code for a key.
 */
import { isJsonObject, parseJson } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { readErrorBody } from './error-body.ts';
import { toHttpError } from './http-errors.ts';
import type { HttpSend } from './language-model.ts';
import { toNetworkError } from './network-error.ts';
import type { Provider } from './providers.ts';

/** The page to leave for. `callback` is where it sends the user back, with `code` added to the query. */
export function signInAddress(
  page: string,
  { callback, challenge }: { readonly callback: string; readonly challenge: string },
): string {
  const address = new URL(page);
  address.searchParams.set('callback_url', callback);
  address.searchParams.set('code_challenge', challenge);
  address.searchParams.set('code_challenge_method', 'S256');
  return address.href;
}

export interface CodeExchange {
  readonly provider: Provider;
  readonly code: string;
  readonly verifier: string;
  readonly send: HttpSend;
  /** Epoch time. */
  readonly nowMs: number;
}

const longestKeyAnswer = 64_000;

/** The key for a code; what went wrong in words otherwise. No key is sent along. */
export async function exchangeCode(exchange: CodeExchange): Promise<Result<string, string>> {
  const { provider, code, verifier, send, nowMs } = exchange;
  if (provider.signIn === undefined) return failure(`${provider.label} has no sign-in.`);
  const context = { provider, baseUrl: provider.signIn.exchange };
  try {
    const response = await send(
      {
        url: provider.signIn.exchange,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: { code, code_verifier: verifier, code_challenge_method: 'S256' },
      },
      new AbortController().signal,
    );
    if (!response.ok) {
      const body = await readErrorBody(response);
      return failure(toHttpError(context, { status: response.status, body, nowMs }).message);
    }
    return readKey(provider, await response.text());
  } catch (error) {
    return failure(toNetworkError(context, error).message);
  }
}

function readKey({ label }: Provider, text: string): Result<string, string> {
  const parsed = parseJson(text, { maxLength: longestKeyAnswer, maxDepth: 8 });
  const key = parsed.ok && isJsonObject(parsed.value) ? parsed.value.key : undefined;
  return typeof key === 'string' && key !== ''
    ? success(key)
    : failure(`${label} sent no key. Sign in again, or make a key there and paste it.`);
}
