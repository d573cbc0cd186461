// What each protocol's stream means: texts, ends, usage, refusals, errors. Pieces as the vendors document them.
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import type { JsonObject } from '#core/base/json.ts';
import { createLanguageModel } from './create-model.ts';
import type { HttpRequest, ModelEvent, ModelRequest } from './language-model.ts';
import { ProviderError } from './provider-error.ts';
import { findProvider } from './providers.ts';

const question: ModelRequest = {
  model: 'model-1',
  messages: [{ role: 'user', content: 'Rows' }],
  schema: { name: 'rows', schema: { type: 'object', properties: {} } },
  parameters: {},
};

interface Reply {
  readonly status?: number;
  readonly body: string;
}

function setUp(provider: string, replies: readonly Reply[], request = question) {
  const sent: HttpRequest[] = [];
  const capabilities = new Map();
  const run = async (): Promise<readonly ModelEvent[]> => {
    const model = createLanguageModel(provider, {
      baseUrl: findProvider(provider)!.baseUrl!,
      send: (http) => {
        const reply = replies[Math.min(sent.push(http), replies.length) - 1]!;
        return Promise.resolve(new Response(reply.body, { status: reply.status ?? 200 }));
      },
      clock: createFakeClock(),
      capabilities,
      loadDemo: () => Promise.reject(new Error('Not asked for.')),
    });
    const events: ModelEvent[] = [];
    for await (const event of model.stream(request, new AbortController().signal))
      events.push(event);
    return events;
  };
  return { sent, run };
}

/** Events with their names, as these protocols send them. */
function named(...events: readonly (JsonObject & { readonly type: string })[]): string {
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

const unnamed = (...pieces: readonly JsonObject[]): string =>
  pieces.map((piece) => `data: ${JSON.stringify(piece)}\n\n`).join('');

function answer(provider: string, body: string): Promise<readonly ModelEvent[]> {
  return setUp(provider, [{ body }]).run();
}

async function kindOf(provider: string, body: string): Promise<string> {
  const error: unknown = await answer(provider, body).catch((thrown: unknown) => thrown);
  if (!(error instanceof ProviderError)) throw new Error('It did not fail.');
  return error.kind;
}

describe('OpenAI Responses', () => {
  const delta = (text: string) => ({ type: 'response.output_text.delta', delta: text });
  const completed = {
    type: 'response.completed',
    response: {
      object: 'response',
      status: 'completed',
      usage: {
        input_tokens: 9,
        input_tokens_details: { cached_tokens: 4 },
        output_tokens: 7,
        output_tokens_details: { reasoning_tokens: 3 },
      },
    },
  };

  it('gives texts, usage with its parts, and the end', async () => {
    const begun = {
      type: 'response.created',
      response: { object: 'response', status: 'in_progress' },
    };
    expect(
      await answer('openai-responses', named(begun, delta('a'), delta('b'), completed)),
    ).toEqual([
      { kind: 'text-delta', text: 'a' },
      { kind: 'text-delta', text: 'b' },
      {
        kind: 'usage',
        usage: { inputTokens: 9, outputTokens: 7, cachedInputTokens: 4, reasoningTokens: 3 },
      },
      { kind: 'finished', reason: 'stop' },
    ]);
  });

  it('reads a whole response where a stream was asked for', async () => {
    const output = [
      { type: 'reasoning', content: [] },
      { type: 'message', content: [{ type: 'output_text', text: 'a' }] },
    ];
    const events = await answer(
      'openai-responses',
      JSON.stringify({ object: 'response', status: 'completed', output }),
    );
    expect(events).toEqual([
      { kind: 'text-delta', text: 'a' },
      { kind: 'finished', reason: 'stop' },
    ]);
  });

  it.each([
    ['max_output_tokens', 'length'],
    ['content_filter', 'content-filter'],
  ])('reads the incomplete end %s', async (why, reason) => {
    const response = { status: 'incomplete', incomplete_details: { reason: why } };
    const events = await answer(
      'openai-responses',
      named(delta('a'), { type: 'response.incomplete', response }),
    );
    expect(events.at(-1)).toEqual({ kind: 'finished', reason });
  });

  it('gives the words of a refusal and calls it one', async () => {
    const refusal = { type: 'response.refusal.delta', delta: 'No.' };
    expect(await answer('openai-responses', named(refusal, completed))).toMatchObject([
      { text: 'No.' },
      { kind: 'usage' },
      { reason: 'refusal' },
    ]);
  });

  it('is cut off without its last event', async () => {
    expect(await kindOf('openai-responses', named(delta('a')))).toBe('cut-off');
  });

  it.each([
    [
      'a failed response',
      {
        type: 'response.failed',
        response: { status: 'failed', error: { code: 'rate_limit_exceeded', message: 'Slow' } },
      },
      'rate-limit',
    ],
    ['an error event', { type: 'error', code: 'server_error', message: 'Oops' }, 'server'],
    [
      'a used-up account',
      { type: 'error', code: 'insufficient_quota', message: 'You exceeded your current quota' },
      'quota',
    ],
  ])('reports %s inside the stream', async (_, event, kind) => {
    expect(await kindOf('openai-responses', named(delta('a'), event))).toBe(kind);
  });

  it('keeps nothing with the provider', async () => {
    const { sent, run } = setUp('openai-responses', [{ body: named(delta('a'), completed) }]);
    await run();
    expect(sent[0]?.body).toMatchObject({ store: false });
  });
});

describe('Anthropic Messages', () => {
  const start = {
    type: 'message_start',
    message: {
      usage: {
        input_tokens: 3,
        cache_read_input_tokens: 4,
        cache_creation_input_tokens: 5,
        output_tokens: 1,
      },
    },
  };
  const text = (value: string) => ({
    type: 'content_block_delta',
    delta: { type: 'text_delta', text: value },
  });
  const end = (stop_reason: string) => ({
    type: 'message_delta',
    delta: { stop_reason },
    usage: { output_tokens: 8 },
  });
  const stop = { type: 'message_stop' };

  it('counts cached input as input and joins both parts of the usage', async () => {
    const thinking = {
      type: 'content_block_delta',
      delta: { type: 'thinking_delta', thinking: 'hm' },
    };
    const body = named(start, { type: 'ping' }, thinking, text('a'), end('end_turn'), stop);
    expect(await answer('anthropic', body)).toEqual([
      { kind: 'text-delta', text: 'a' },
      { kind: 'usage', usage: { inputTokens: 12, outputTokens: 8, cachedInputTokens: 4 } },
      { kind: 'finished', reason: 'stop' },
    ]);
  });

  it.each([
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['refusal', 'refusal'],
  ])('reads the end %s', async (word, reason) => {
    const events = await answer('anthropic', named(start, text('a'), end(word), stop));
    expect(events.at(-1)).toEqual({ kind: 'finished', reason });
  });

  it('reads the input of the forced tool as the answer', async () => {
    const tool = {
      type: 'content_block_start',
      content_block: { type: 'tool_use', name: 'rows', input: {} },
    };
    const json = {
      type: 'content_block_delta',
      delta: { type: 'input_json_delta', partial_json: '{"rows":[]}' },
    };
    const events = await answer('anthropic', named(start, tool, json, end('tool_use'), stop));
    expect(events[0]).toEqual({ kind: 'text-delta', text: '{"rows":[]}' });
    expect(events.at(-1)).toEqual({ kind: 'finished', reason: 'stop' });
  });

  it('reads a whole message where a stream was asked for', async () => {
    const message = {
      type: 'message',
      content: [{ type: 'tool_use', input: { rows: [] } }],
      stop_reason: 'tool_use',
    };
    expect((await answer('anthropic', JSON.stringify(message)))[0]).toEqual({
      kind: 'text-delta',
      text: '{"rows":[]}',
    });
  });

  it.each([
    ['overloaded_error', 'overloaded'],
    ['rate_limit_error', 'rate-limit'],
    ['authentication_error', 'auth'],
    ['api_error', 'server'],
  ])('reports %s inside the stream', async (type, kind) => {
    const error = { type: 'error', error: { type, message: 'No.' } };
    expect(await kindOf('anthropic', named(start, text('a'), error))).toBe(kind);
  });

  it('is cut off without a stop', async () => {
    expect(await kindOf('anthropic', named(start, text('a')))).toBe('cut-off');
  });

  it('falls from the output format to a tool, then to text, and remembers', async () => {
    const refusal = (message: string) => ({
      status: 400,
      body: JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message } }),
    });
    const fine = { body: named(start, text('a'), end('end_turn'), stop) };
    const { sent, run } = setUp('anthropic', [
      refusal('output_config.format: not supported by this model'),
      refusal('tools.0.custom.input_schema: invalid'),
      fine,
    ]);
    await run();
    await run();
    expect(
      sent.map(({ body }) =>
        ['output_config', 'tools'].filter((key) => key in (body as JsonObject)),
      ),
    ).toEqual([['output_config'], ['tools'], [], []]);
  });

  it('asks for no more tokens than a model can write', async () => {
    const message =
      'max_tokens: 16000 > 8192, which is the maximum allowed number of output tokens';
    const { sent, run } = setUp('anthropic', [
      { status: 400, body: JSON.stringify({ error: { type: 'invalid_request_error', message } }) },
      { body: named(start, text('a'), end('end_turn'), stop) },
    ]);
    await run();
    expect(sent.map(({ body }) => (body as JsonObject).max_tokens)).toEqual([16_000, 8_192]);
  });

  it('reads an account without credit as that', async () => {
    const body = JSON.stringify({
      error: { type: 'invalid_request_error', message: 'Your credit balance is too low' },
    });
    await expect(setUp('anthropic', [{ status: 400, body }]).run()).rejects.toMatchObject({
      kind: 'quota',
    });
  });
});

describe('Gemini generateContent', () => {
  const piece = (text: string, rest: JsonObject = {}): JsonObject => ({
    candidates: [{ content: { parts: [{ text }] }, ...rest }],
  });
  const usageMetadata = {
    promptTokenCount: 9,
    candidatesTokenCount: 5,
    thoughtsTokenCount: 3,
    cachedContentTokenCount: 2,
  };

  it('gives texts without thoughts, usage with them, and the end', async () => {
    const thought = { candidates: [{ content: { parts: [{ text: 'hm', thought: true }] } }] };
    const last = { ...piece('b', { finishReason: 'STOP' }), usageMetadata };
    expect(await answer('google', unnamed(thought, piece('a'), last))).toEqual([
      { kind: 'text-delta', text: 'a' },
      { kind: 'text-delta', text: 'b' },
      {
        kind: 'usage',
        usage: { inputTokens: 9, outputTokens: 8, cachedInputTokens: 2, reasoningTokens: 3 },
      },
      { kind: 'finished', reason: 'stop' },
    ]);
  });

  it('reads a list of pieces where a stream was asked for', async () => {
    const body = JSON.stringify([piece('a'), piece('b', { finishReason: 'STOP' })]);
    expect(await answer('google', body)).toHaveLength(3);
  });

  it.each([
    ['MAX_TOKENS', 'length'],
    ['SAFETY', 'content-filter'],
    ['RECITATION', 'content-filter'],
  ])('reads the end %s', async (finishReason, reason) => {
    const events = await answer('google', unnamed(piece('a', { finishReason })));
    expect(events.at(-1)).toEqual({ kind: 'finished', reason });
  });

  it('takes a blocked prompt for filtered', async () => {
    const events = await answer('google', unnamed({ promptFeedback: { blockReason: 'SAFETY' } }));
    expect(events).toEqual([{ kind: 'finished', reason: 'content-filter' }]);
  });

  it('is cut off without a reason to finish', async () => {
    expect(await kindOf('google', unnamed(piece('a')))).toBe('cut-off');
  });

  it('waits where a quota comes back, and stops where it does not', async () => {
    const fail = (details: readonly JsonObject[]) =>
      setUp('google', [
        {
          status: 429,
          body: JSON.stringify({
            error: { code: 429, message: 'You exceeded your current quota', details },
          }),
        },
      ]).run();
    await expect(fail([{ retryDelay: '34s' }])).rejects.toMatchObject({
      kind: 'rate-limit',
      retryAfterMs: 34_000,
    });
    await expect(fail([])).rejects.toMatchObject({ kind: 'quota' });
  });

  it('falls from the schema to plain JSON', async () => {
    const message =
      'The specified schema produces a constraint that has too many states for serving.';
    const { sent, run } = setUp('google', [
      { status: 400, body: JSON.stringify({ error: { code: 400, message } }) },
      { body: unnamed(piece('a', { finishReason: 'STOP' })) },
    ]);
    await run();
    expect(sent.map(({ body }) => (body as JsonObject).generationConfig)).toMatchObject([
      { responseJsonSchema: { type: 'object' } },
      { responseMimeType: 'application/json' },
    ]);
    expect(JSON.stringify(sent[1]?.body)).not.toContain('responseJsonSchema');
  });

  it('names a refused setting in either spelling', async () => {
    const message = 'Invalid JSON payload received. Unknown name "top_p" at \'generation_config\'';
    const { sent, run } = setUp(
      'google',
      [
        { status: 400, body: JSON.stringify({ error: { code: 400, message } }) },
        { body: unnamed(piece('a', { finishReason: 'STOP' })) },
      ],
      { ...question, parameters: { topP: 0.5 } },
    );
    await run();
    expect(JSON.stringify(sent[1]?.body)).not.toContain('topP');
  });

  it.each(['gemini-x', 'models/gemini-x'])('finds the model %s', async (model) => {
    const { sent, run } = setUp(
      'google',
      [{ body: unnamed(piece('a', { finishReason: 'STOP' })) }],
      { ...question, model },
    );
    await run();
    expect(sent[0]?.url).toBe(
      'https://generativelanguage.googleapis.com/v1beta/models/gemini-x:streamGenerateContent?alt=sse',
    );
  });
});

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
