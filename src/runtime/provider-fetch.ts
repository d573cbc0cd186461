/**
 * The one file that calls another host. Every request goes without cookies, refuses redirects (a
 * redirect would hand key and body to a stranger), and carries only the headers its protocol names.
 */
import type { HttpSend } from '#core/llm/language-model.ts';
import type { Reach } from '#core/llm/network-error.ts';
import { isLoopback } from './base-url.ts';
import type { KeyVault } from './key-vault.ts';

export function createProviderFetch(vault: KeyVault): HttpSend {
  return (request, signal) =>
    fetch(request.url, {
      method: request.method,
      headers: vault.attach(request.url, request.headers, request.credential),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      mode: 'cors',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
}

/** Longest wait for a sign of life. */
const probeMs = 5_000;

/**
 * Whether anything answers at an address. Carries no key and learns nothing else: the answer stays closed
 * to the page, so that a server can be told from its missing consent.
 */
export async function probeAddress(address: string): Promise<Reach> {
  if (!navigator.onLine && !isLoopback(new URL(address))) return 'offline';
  try {
    await fetch(address, {
      method: 'GET',
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(probeMs),
    });
    return 'answers';
  } catch {
    return 'silent';
  }
}
