// What a request asks for: parameters of the user’s own, the delivery of rows, what other requests have learnt.
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import type { JsonObject } from '#core/base/json.ts';
import { createLanguageModel } from './create-model.ts';
import { question, setUp, unnamed } from './testing/wire-answers.ts';

describe('parameters of the user’s own', () => {
  const fine = `${unnamed({ choices: [{ delta: { content: 'a' }, finish_reason: 'stop' }] })}data: [DONE]\n\n`;
  const send = async (provider: string, extra: JsonObject) => {
    const { sent, run } = setUp(provider, [{ body: fine }], {
      ...question,
      parameters: { temperature: 0.5, extra },
    });
    await run().catch(() => undefined);
    return sent[0]?.body as JsonObject;
  };

  it('pass, but never replace what Rowsmith says', async () => {
    const extra = {
      seed: 7,
      model: 'other',
      messages: [],
      stream: false,
      temperature: 2,
      'api-key': 'x',
    };
    const body = await send('openai', extra);
    expect(body).toMatchObject({ seed: 7, model: 'model-1', stream: true, temperature: 0.5 });
    expect(body.messages).toHaveLength(1);
    expect(body).not.toHaveProperty('api-key');
  });

  it('go under the name a provider has for them, or not at all', async () => {
    expect(await send('mistral', { seed: 7 })).toMatchObject({ random_seed: 7 });
    expect(await send('deepseek', { seed: 7 })).not.toHaveProperty('seed');
  });

  it('stand beside what Rowsmith sets in the same object', async () => {
    expect(await send('openai-responses', { text: { verbosity: 'low' } })).toMatchObject({
      text: { verbosity: 'low', format: { type: 'json_schema' } },
    });
    expect(await send('google', { topK: 40, labels: { a: 'b' } })).toMatchObject({
      labels: { a: 'b' },
      generationConfig: { topK: 40, temperature: 0.5 },
    });
  });

  it('are dropped once when the model refuses them', async () => {
    const refusal = JSON.stringify({
      error: { message: 'Unrecognized request argument supplied: logit_bias' },
    });
    const { sent, run } = setUp('openai', [{ status: 400, body: refusal }, { body: fine }], {
      ...question,
      parameters: { extra: { logit_bias: {}, seed: 7 } },
    });
    await run();
    expect(sent[1]?.body).toMatchObject({ seed: 7 });
    expect(sent[1]?.body).not.toHaveProperty('logit_bias');
  });
});

describe('the delivery of rows', () => {
  const fine = `${unnamed({ choices: [{ delta: { content: 'a' }, finish_reason: 'stop' }] })}data: [DONE]\n\n`;

  it.each([
    ['openai', undefined, 'json_schema'],
    ['openai', 'json-schema', 'json_schema'],
    ['openai', 'json', 'json_object'],
    ['openai', 'text-json', undefined],
    ['openai', 'csv', undefined],
    ['deepseek', undefined, 'json_object'],
    ['deepseek', 'json-schema', 'json_schema'],
  ] as const)('at %s as %s asks for %s', async (provider, delivery, type) => {
    const { sent, run } = setUp(provider, [{ body: fine }], {
      ...question,
      parameters: { delivery },
    });
    await run();
    const format = (sent[0]?.body as JsonObject).response_format as JsonObject | undefined;
    expect(format?.type).toBe(type);
  });
});

describe('requests at the same time', () => {
  it('do not forget what another one has learnt', async () => {
    const refusals = ['temperature', 'seed'];
    const answers: (() => void)[] = [];
    const sent: JsonObject[] = [];
    const model = createLanguageModel('openai', {
      baseUrl: 'https://api.openai.com/v1',
      send: async ({ body }) => {
        const index = sent.push(body as JsonObject) - 1;
        if (index < 2) await new Promise<void>((resolve) => answers.push(resolve));
        const name = Object.keys(body as JsonObject).find((key) => refusals.includes(key));
        return name === undefined
          ? new Response(unnamed({ choices: [{ delta: { content: 'a' }, finish_reason: 'stop' }] }))
          : new Response(JSON.stringify({ error: `Unsupported parameter: ${name}` }), {
              status: 400,
            });
      },
      clock: createFakeClock(),
      capabilities: new Map(),
      loadDemo: () => Promise.reject(new Error('Not asked for.')),
    });
    const request = { ...question, parameters: { temperature: 1, extra: { seed: 1 } } };
    const ask = async (): Promise<void> => {
      for await (const event of model.stream(request, new AbortController().signal))
        if (event.kind === 'finished') return;
    };
    const both = Promise.all([ask(), ask()]);
    while (answers.length < 2) await Promise.resolve();
    for (const go of answers) go();
    await both;
    await ask();
    expect(Object.keys(sent.at(-1) ?? {})).not.toEqual(expect.arrayContaining(refusals));
    // Two that were refused, and no more refusals than there are parameters for each of them.
    expect(sent.length).toBeLessThanOrEqual(7);
  });
});
