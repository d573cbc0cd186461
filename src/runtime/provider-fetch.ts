/**
 * The one file that calls another host. Every request goes without cookies, refuses redirects (a
 * redirect would hand key and body to a stranger), and carries only the headers its protocol names.
 */
import type { HttpSend } from '#core/llm/language-model.ts';
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
