import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { HttpRequest } from '#core/llm/language-model.ts';
import type { Reach } from '#core/llm/network-error.ts';
import type { Connection } from './engine-protocol.ts';
import type { EngineServiceHost } from './engine-service-host.ts';
import { createKeyVault } from './key-vault.ts';
import { testModel } from './test-model.ts';

const answered = `data: ${JSON.stringify({
  choices: [{ delta: { content: '{"rows":[{"row":1,"word":"x"}]}' }, finish_reason: 'stop' }],
})}\n\ndata: [DONE]\n\n`;

const connection: Connection = {
  alias: 'writer',
  provider: 'openai',
  model: 'm',
  baseUrl: 'https://api.openai.com/v1',
  concurrency: 1,
};

function setUp(answer: (index: number) => Response | Error, reach: Reach = 'silent') {
  const sent: HttpRequest[] = [];
  const probed: string[] = [];
  const host = {
    clock: createFakeClock(),
    vault: createKeyVault(),
    send: (request: HttpRequest) => {
      const reply = answer(sent.push(request) - 1);
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
    },
    probe: (address: string) => {
      probed.push(address);
      return Promise.resolve(reach);
    },
    pageOrigin: 'https://rowsmith.example',
    loadDemo: () => Promise.reject(new Error('Not asked for.')),
  } as unknown as EngineServiceHost;
  const test = (change: Partial<Connection> = {}) =>
    testModel(host, {
      connection: { ...connection, ...change },
      trusted: new Set(),
      capabilities: new Map(),
    });
  return { sent, probed, test };
}

const refusal =
  (status: number, message: string, code = '') =>
  () =>
    new Response(JSON.stringify({ error: { message, code } }), { status });

describe('testModel', () => {
  it('sends what a run sends, with its parameters', async () => {
    const { sent, test } = setUp(() => new Response(answered));
    const report = await test({
      parameters: { temperature: 1, delivery: 'json', extra: { seed: 7 } },
    });
    expect(report.ok).toBe(true);
    expect(sent[0]?.body).toMatchObject({
      stream: true,
      temperature: 1,
      seed: 7,
      response_format: { type: 'json_object' },
    });
  });

  it('tells what the model has refused on the way', async () => {
    const { test } = setUp((index) =>
      index === 0
        ? new Response('{"error":{"message":"response_format json_schema is not supported"}}', {
            status: 400,
          })
        : index === 1
          ? new Response('{"error":{"message":"Unsupported parameter: temperature"}}', {
              status: 400,
            })
          : new Response(answered),
    );
    const report = await test({ parameters: { temperature: 1 } });
    expect(report).toMatchObject({
      ok: true,
      refusals: ['no answer schema', 'no temperature'],
    });
  });

  it.each([
    ['a wrong key', refusal(401, 'Incorrect API key'), 'auth'],
    ['an unknown model', refusal(404, 'The model `m` does not exist'), 'not-found'],
    [
      'an empty account',
      refusal(429, 'You exceeded your current quota', 'insufficient_quota'),
      'quota',
    ],
    ['a schema that nothing mends', refusal(400, 'Bad request'), 'bad-request'],
  ])('tells %s', async (_, answer, kind) => {
    const { probed, test } = setUp(answer);
    expect(await test()).toMatchObject({ ok: false, problem: { kind } });
    expect(probed).toEqual([]);
  });

  it.each([
    ['silent', 'network'],
    ['answers', 'auth'],
    ['offline', 'network'],
  ] as const)('looks at an address that cannot be read: %s is %s', async (reach, kind) => {
    const { probed, test } = setUp(() => new TypeError('Failed to fetch'), reach);
    expect(await test()).toMatchObject({ ok: false, problem: { kind } });
    expect(probed).toEqual(['https://api.openai.com/v1']);
  });

  it('sends nothing to an address that is not set up', async () => {
    const { sent, probed, test } = setUp(() => new Response(answered));
    const report = await test({ baseUrl: 'https://elsewhere.example/v1' });
    expect(report).toMatchObject({ ok: false, problem: { kind: 'unresolved' } });
    expect([...sent, ...probed]).toEqual([]);
  });

  it('never holds a credential in the body', async () => {
    const { sent, test } = setUp(() => new Response(answered));
    await test({ parameters: { extra: { authorization: 'Bearer x', headers: {} } } });
    expect(Object.keys(sent[0]?.body as JsonObject)).not.toContain('authorization');
    expect(Object.keys(sent[0]?.body as JsonObject)).not.toContain('headers');
  });
});
