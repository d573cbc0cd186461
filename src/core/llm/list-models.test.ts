import { describe, expect, it } from 'vitest';
import type { HttpRequest } from './language-model.ts';
import { listModels } from './list-models.ts';
import { findProvider } from './providers.ts';

function list(body: unknown, status = 200): Promise<readonly string[]> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const send = async (): Promise<Response> => new Response(text, { status });
  return listModels({ provider: 'openai', baseUrl: 'https://api.openai.com/v1', send });
}

describe('listModels', () => {
  it('gives ids in order, each once', async () => {
    const data = [{ id: 'b' }, { id: 'a' }, { id: 'b' }];
    expect(await list({ data })).toEqual(['a', 'b']);
  });

  it('reads a bare list and a list named models', async () => {
    expect(await list(['x'])).toEqual(['x']);
    expect(await list({ models: [{ name: 'y' }] })).toEqual(['y']);
  });

  it('keeps at most 1,000', async () => {
    const data = Array.from({ length: 5_000 }, (_, index) => ({ id: `m${index}` }));
    expect(await list({ data })).toHaveLength(1_000);
  });

  it('takes strange ids as text and leaves out what is none', async () => {
    const data = [
      { id: '<b>x</b>' },
      { id: '__proto__' },
      { id: 'a\u202Eb' },
      { id: 7 },
      { id: 'x'.repeat(10_000) },
      null,
    ];
    expect(await list({ data })).toEqual(['<b>x</b>', '__proto__', 'ab']);
  });

  it.each([
    ['<html>', 200, 'not-an-api'],
    ['{"ok":true}', 200, 'not-an-api'],
    ['{"error":"no"}', 401, 'auth'],
  ])('refuses %s with %d as %s', async (body, status, kind) => {
    await expect(list(body, status)).rejects.toMatchObject({ kind });
  });

  it('has no models to list for the demo model', async () => {
    const send = (): Promise<Response> => Promise.reject(new Error('Nothing to send.'));
    expect(await listModels({ provider: 'demo', baseUrl: '', send })).toEqual([]);
  });
});

describe('the list of each protocol', () => {
  async function list(provider: string, body: unknown) {
    const sent: HttpRequest[] = [];
    const models = await listModels({
      provider,
      baseUrl: findProvider(provider)?.baseUrl ?? '',
      send: (request) => {
        sent.push(request);
        return Promise.resolve(new Response(JSON.stringify(body)));
      },
    });
    return { models, request: sent[0] };
  }

  it('asks Anthropic with its headers for a long page', async () => {
    const { models, request } = await list('anthropic', { data: [{ id: 'b' }, { id: 'a' }] });
    expect(models).toEqual(['a', 'b']);
    expect(request).toMatchObject({
      url: 'https://api.anthropic.com/v1/models?limit=1000',
      headers: { 'anthropic-version': '2023-06-01' },
      credential: { header: 'x-api-key' },
    });
  });

  it('takes from Google’s list what can write, by its short name', async () => {
    const models = [
      { name: 'models/gemini-x', supportedGenerationMethods: ['generateContent'] },
      { name: 'models/embed', supportedGenerationMethods: ['embedContent'] },
    ];
    expect((await list('google', { models })).models).toEqual(['gemini-x']);
  });
});
