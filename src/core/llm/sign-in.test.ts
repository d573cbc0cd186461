import { describe, expect, it } from 'vitest';
import type { HttpRequest } from './language-model.ts';
import { findProvider } from './providers.ts';
import { exchangeCode } from './sign-in.ts';

const provider = findProvider('openrouter')!;

async function exchange(answer: () => Response) {
  const sent: HttpRequest[] = [];
  const result = await exchangeCode({
    provider,
    code: 'one-time',
    verifier: 'verifier-1',
    nowMs: 0,
    send: (request) => {
      sent.push(request);
      return Promise.resolve().then(answer);
    },
  });
  return { result, sent };
}

describe('exchangeCode', () => {
  it('sends code and verifier, no key, and takes the key', async () => {
    const { result, sent } = await exchange(() => new Response('{"key":"sk-or-1"}'));
    expect(result).toEqual({ ok: true, value: 'sk-or-1' });
    expect(sent).toMatchObject([
      {
        url: 'https://openrouter.ai/api/v1/auth/keys',
        body: { code: 'one-time', code_verifier: 'verifier-1', code_challenge_method: 'S256' },
      },
    ]);
    expect(sent[0]?.credential).toBeUndefined();
  });

  it.each([
    ['a refusal', () => new Response('{"error":{"message":"Invalid code"}}', { status: 403 })],
    ['no key', () => new Response('{}')],
    ['a web page', () => new Response('<html>')],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('says what went wrong: %s', async (_, answer) => {
    const { result } = await exchange(answer as () => Response);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error.length).toBeGreaterThan(10);
  });
});
