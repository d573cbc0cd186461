import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HttpRequest } from '#core/llm/language-model.ts';
import { createKeyVault } from './key-vault.ts';
import { createProviderFetch } from './provider-fetch.ts';

const key = 'sk-canary-0123456789abcdef';

/** Sends one request and gives back what the browser's fetch was asked to do. */
async function sent(request: Partial<HttpRequest>): Promise<{ url: string; init: RequestInit }> {
  const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
  fetched.mockResolvedValue(new Response(''));
  vi.stubGlobal('fetch', fetched);
  const vault = createKeyVault();
  vault.store('https://api.example.com', key);
  await createProviderFetch(vault)(
    {
      url: 'https://api.example.com/v1/models',
      method: 'GET',
      headers: { accept: 'application/json' },
      credential: { header: 'authorization', prefix: 'Bearer ' },
      ...request,
    },
    new AbortController().signal,
  );
  const [url, init] = fetched.mock.calls[0] ?? ['', {}];
  return { url, init };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('every request', () => {
  it.each([
    { url: 'https://api.example.com/v1/models' },
    { url: 'https://elsewhere.test/v1', method: 'POST' as const, body: { model: 'm' } },
  ])('to $url refuses redirects and goes without cookies, cache and referrer', async (request) => {
    const { init } = await sent(request);
    expect(init).toMatchObject({
      mode: 'cors',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });

  it('can be aborted', async () => {
    const { init } = await sent({});
    expect(init.signal).toBeInstanceOf(AbortSignal);
  });

  it('carries the protocol’s headers and nothing else to an origin without a key', async () => {
    const { init } = await sent({ url: 'https://elsewhere.test/v1' });
    expect(init.headers).toEqual({ accept: 'application/json' });
  });
});

describe('a request to the key’s origin', () => {
  it('carries the key in the header that the protocol names', async () => {
    const { init } = await sent({});
    expect(init.headers).toEqual({ accept: 'application/json', authorization: `Bearer ${key}` });
  });

  it('keeps the key out of address and body', async () => {
    const { url, init } = await sent({ method: 'POST', body: { model: 'm' } });
    expect(`${url}${JSON.stringify(init.body)}`).not.toContain('canary');
  });
});
