import { describe, expect, it } from 'vitest';
import { parseErrorBody } from './error-body.ts';
import { toHttpError, type ErrorContext } from './http-errors.ts';
import { toNetworkError } from './network-error.ts';
import type { ProviderError } from './provider-error.ts';
import { findProvider, type Provider } from './providers.ts';

function provider(id: string): Provider {
  return findProvider(id)!;
}

const openai: ErrorContext = {
  provider: provider('openai'),
  baseUrl: 'https://api.openai.com/v1',
  model: 'gpt-x',
};

function fail(
  status: number,
  body: unknown = '',
  headers: Record<string, string> = {},
): ProviderError {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const nowMs = Date.UTC(2026, 0, 1);
  return toHttpError(openai, {
    status,
    headers: new Headers(headers),
    body: parseErrorBody(text),
    nowMs,
  });
}

const said = (message: string, code = ''): unknown => ({ error: { message, code } });

describe('toHttpError', () => {
  it('reads the wait that Google’s servers put beside their words', () => {
    const details = [
      { '@type': 'type.googleapis.com/google.rpc.Help' },
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '7s' },
    ];
    const error = fail(429, { error: { code: 429, message: 'Resource exhausted', details } });
    expect(error.retryAfterMs).toBe(7_000);
  });

  it.each([
    [400, said('Bad thing'), 'bad-request'],
    [400, said('maximum context length is 8192 tokens', 'context_length_exceeded'), 'too-large'],
    [400, said('API key not valid. Please pass a valid API key.'), 'auth'],
    [400, said('model `gpt-x` does not exist'), 'not-found'],
    [401, said('Incorrect API key'), 'auth'],
    [402, said('Pay'), 'quota'],
    [403, said('Country not supported'), 'forbidden'],
    [404, said('The model does not exist', 'model_not_found'), 'not-found'],
    [404, '<html>nginx</html>', 'not-found'],
    [408, '', 'timeout'],
    [409, '', 'server'],
    [413, '', 'too-large'],
    [422, said('Unprocessable'), 'bad-request'],
    [425, '', 'server'],
    [429, said('Slow down'), 'rate-limit'],
    [429, said('You exceeded your current quota', 'insufficient_quota'), 'quota'],
    [302, '', 'redirect'],
    [500, '', 'server'],
    [502, '<html></html>', 'server'],
    [503, '', 'overloaded'],
    [529, '', 'overloaded'],
    [418, '', 'bad-request'],
  ] as const)('reads %d %j as %s', (status, body, kind) => {
    const error = fail(status, body);
    expect(error.kind).toBe(kind);
    expect(error.message).toContain('api.openai.com');
  });

  it('names the model that is not known and says what to do', () => {
    const { message } = fail(404, said('The model `gpt-x` does not exist', 'model_not_found'));
    expect(message).toContain('“gpt-x”');
    expect(message).toContain('Choose a model');
  });

  it('quotes the provider, cut to 300 characters', () => {
    const { message } = fail(500, said('why '.repeat(1_000)));
    expect(message).toContain('It says: “why why');
    expect(message.length).toBeLessThan(500);
  });

  it('removes a key that the provider echoes', () => {
    const { message } = fail(401, said('Incorrect API key provided: sk-proj-abc123def456.'));
    expect(message).toContain('[key removed]');
    expect(message).not.toContain('abc123');
  });

  it('removes a key that only the host knows', () => {
    const body = parseErrorBody('{"error": "no such key canary"}');
    const redact = (text: string): string => text.replaceAll('canary', '***');
    const error = toHttpError({ ...openai, redact }, { status: 401, body, nowMs: 0 });
    expect(error.message).not.toContain('canary');
  });

  it('keeps control and direction characters out of the message', () => {
    const { message } = fail(500, said('a\u001b[31m\u202Eb\nc'));
    expect(message).toContain('“a [31m b c”');
  });

  it('says so when the body is a web page', () => {
    expect(fail(502, '<html><script>x()</script></html>').message).not.toContain('script');
  });

  it.each([
    [{ 'retry-after': '7' }, '', 7_000],
    [{ 'retry-after-ms': '250' }, '', 250],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, '', 30_000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 00:00:00 GMT' }, '', 0],
    [{ 'retry-after': '-5' }, '', 0],
    [{ 'retry-after': '999999999' }, '', 86_400_000],
    [{ 'retry-after': 'soon' }, '', undefined],
    [{}, 'Please try again in 7s. Contact us', 7_000],
    [{}, 'try again in 250ms', 250],
    [{}, 'Try again in 1m30.5s', 90_500],
    [{}, 'try again in 20 seconds', 20_000],
    [{}, 'Too many requests in your plan', undefined],
  ])('waits as told by %j %j', (headers, message, expected) => {
    expect(fail(429, said(message), headers).retryAfterMs).toBe(expected);
  });

  it('survives a body that is nested too deep', () => {
    const deep = `{"error":{"message":"odd","x":${'['.repeat(60_000)}`;
    expect(fail(500, deep).message).toContain('odd');
  });
});

describe('toNetworkError', () => {
  const failure = new TypeError('Failed to fetch');

  it('names a wrong key among the reasons of a hosted provider', () => {
    const { kind, message } = toNetworkError(openai, failure);
    expect(kind).toBe('network');
    expect(message).toContain('the key is wrong');
  });

  it('gives the exact setting of a local server', () => {
    const context = { provider: provider('ollama'), baseUrl: 'http://localhost:11434/v1' };
    expect(toNetworkError(context, failure).message).toContain('OLLAMA_ORIGINS=');
  });

  it('names http as a reason for an address in the network', () => {
    const context = { provider: provider('openai-compatible'), baseUrl: 'http://192.168.1.5/v1' };
    expect(toNetworkError(context, failure).message).toContain('https');
  });

  it('knows a refused redirect', () => {
    const error = toNetworkError(openai, new TypeError('unexpected redirect'));
    expect(error.kind).toBe('redirect');
  });
});
