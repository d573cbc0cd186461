import { describe, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '#core/base/fake-clock.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { AcceptedParameters } from './capabilities.ts';
import { buildChatRequest } from './chat-request.ts';
import type { HttpRequest, HttpSend, ModelEvent, ModelRequest } from './language-model.ts';
import { openAiChat } from './openai-chat.ts';
import { ProviderError } from './provider-error.ts';
import { findProvider } from './providers.ts';
import { createWireModel } from './wire-model.ts';

const openai = findProvider('openai')!;
const baseUrl = 'https://api.openai.com/v1';
const request: ModelRequest = {
  model: 'gpt-x',
  messages: [{ role: 'user', content: 'Rows, as JSON' }],
  schema: { name: 'rows', schema: { type: 'object' } },
  parameters: { temperature: 0.5, maxTokens: 100 },
};

const chunk = (choice: JsonObject, rest: JsonObject = {}): string =>
  `data: ${JSON.stringify({ choices: [choice], ...rest })}\n\n`;
const text = (content: string): string => chunk({ delta: { content } });
const finish = (finish_reason: string): string => chunk({ delta: {}, finish_reason });
const done = 'data: [DONE]\n\n';
const usage = `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 5, completion_tokens: 7 } })}\n\n`;

type Body = string | readonly Uint8Array[] | ReadableStream<Uint8Array> | null;

function respond(body: Body, status = 200, headers: Record<string, string> = {}): Response {
  const stream = Array.isArray(body)
    ? new ReadableStream<Uint8Array>({
        start(controller) {
          for (const piece of body as readonly Uint8Array[]) controller.enqueue(piece);
          controller.close();
        },
      })
    : (body as string | ReadableStream<Uint8Array> | null);
  return new Response(stream, { status, headers });
}

interface Harness {
  readonly sent: readonly HttpRequest[];
  readonly clock: FakeClock;
  readonly capabilities: Map<string, AcceptedParameters>;
  readonly run: (signal?: AbortSignal) => Promise<readonly ModelEvent[]>;
}

function harness(
  answer: (index: number, signal: AbortSignal) => Response | Promise<Response>,
): Harness {
  const sent: HttpRequest[] = [];
  const clock = createFakeClock();
  const capabilities = new Map<string, AcceptedParameters>();
  const send: HttpSend = async (http, signal) => answer(sent.push(http) - 1, signal);
  const model = createWireModel({
    protocol: openAiChat,
    provider: openai,
    baseUrl,
    send,
    clock,
    capabilities,
  });
  return {
    sent,
    clock,
    capabilities,
    async run(signal = new AbortController().signal) {
      const events: ModelEvent[] = [];
      for await (const event of model.stream(request, signal)) events.push(event);
      return events;
    },
  };
}

function answered(...parts: readonly string[]): Promise<readonly ModelEvent[]> {
  return harness(() => respond(parts.join(''))).run();
}

async function errorOf(promise: Promise<unknown>): Promise<ProviderError> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProviderError);
  return error as ProviderError;
}

describe('buildChatRequest', () => {
  it('asks for a stream in the form of the schema', () => {
    expect(buildChatRequest({ provider: openai, baseUrl: `${baseUrl}/` }, request))
      .toMatchInlineSnapshot(`
      {
        "body": {
          "max_completion_tokens": 100,
          "messages": [
            {
              "content": "Rows, as JSON",
              "role": "user",
            },
          ],
          "model": "gpt-x",
          "response_format": {
            "json_schema": {
              "name": "rows",
              "schema": {
                "type": "object",
              },
              "strict": true,
            },
            "type": "json_schema",
          },
          "stream": true,
          "stream_options": {
            "include_usage": true,
          },
          "temperature": 0.5,
        },
        "credential": {
          "header": "authorization",
          "prefix": "Bearer ",
        },
        "headers": {
          "accept": "text/event-stream",
          "content-type": "application/json",
        },
        "method": "POST",
        "url": "https://api.openai.com/v1/chat/completions",
      }
    `);
  });

  it('leaves out parameters that are not set', () => {
    const plain = { model: 'm', messages: [], parameters: {} };
    const { body } = buildChatRequest({ provider: openai, baseUrl }, plain);
    expect(Object.keys(body as JsonObject).sort()).toEqual([
      'messages',
      'model',
      'stream',
      'stream_options',
    ]);
  });
});

describe('a streamed answer', () => {
  it('gives text, usage and the end', async () => {
    expect(await answered(text('a'), text('b'), finish('stop'), usage, done)).toEqual([
      { kind: 'text-delta', text: 'a' },
      { kind: 'text-delta', text: 'b' },
      { kind: 'usage', usage: { inputTokens: 5, outputTokens: 7 } },
      { kind: 'finished', reason: 'stop' },
    ]);
  });

  it('joins a character that is cut between two pieces', async () => {
    const bytes = new TextEncoder().encode(text('é😀') + finish('stop') + done);
    const pieces = [...bytes].map((byte) => new Uint8Array([byte]));
    const events = await harness(() => respond(pieces)).run();
    expect(events[0]).toEqual({ kind: 'text-delta', text: 'é😀' });
  });

  it.each([
    ['length', 'length'],
    ['content_filter', 'content-filter'],
    ['eos', 'stop'],
  ])('reads the finish word %s', async (word, reason) => {
    const events = await answered(text('a'), finish(word), done);
    expect(events.at(-1)).toEqual({ kind: 'finished', reason });
  });

  it('is complete with the end marker alone', async () => {
    expect((await answered(text('a'), done)).at(-1)).toEqual({ kind: 'finished', reason: 'other' });
  });

  it('is cut off without a finish word or end marker', async () => {
    expect((await errorOf(answered(text('a')))).kind).toBe('cut-off');
  });

  it('does not take an unknown finish word for an end', async () => {
    expect((await errorOf(answered(text('a'), finish('paused')))).kind).toBe('cut-off');
  });

  it('gives the words of a refusal and calls it one', async () => {
    const events = await answered(chunk({ delta: { refusal: 'No.' } }), finish('stop'), done);
    expect(events).toEqual([
      { kind: 'text-delta', text: 'No.' },
      { kind: 'finished', reason: 'refusal' },
    ]);
  });

  it('takes the last usage and doubts impossible counts', async () => {
    const odd = `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: -1, completion_tokens: 1e18 } })}\n\n`;
    const events = await answered(text('a'), finish('stop'), usage, odd, done);
    expect(events.filter(({ kind }) => kind === 'usage')).toEqual([
      { kind: 'usage', usage: { inputTokens: undefined, outputTokens: undefined } },
    ]);
  });

  it('ignores unknown events, comments, reasoning and repeated end markers', async () => {
    const noise = `: x\n\nevent: execute\ndata: ${JSON.stringify({ choices: [{ delta: { content: 'bad' } }] })}\n\n`;
    const thought = chunk({ delta: { reasoning_content: 'hm' } });
    const events = await answered(
      noise,
      thought,
      text('a'),
      finish('stop'),
      done,
      done,
      text('late'),
    );
    expect(events.map((event) => (event.kind === 'text-delta' ? event.text : ''))).toEqual([
      'a',
      '',
    ]);
  });
});

describe('answers that are none', () => {
  it.each([
    [
      'an error inside the stream',
      `${text('a')}data: {"error":{"message":"busy","type":"overloaded_error"}}\n\n`,
      'overloaded',
    ],
    ['an error event', 'event: error\ndata: {"message":"slow down","code":429}\n\n', 'rate-limit'],
    ['an error as JSON', '{"error":"model is loading"}', 'server'],
    ['a web page', '<!doctype html><title>Sign in</title>', 'not-an-api'],
    ['plain text', 'It works!', 'not-an-api'],
    ['other JSON', '{"ok":true}', 'not-an-api'],
    ['JSON that ends early', '{"choices":[{"message":{"content":"a', 'cut-off'],
    ['a broken chunk', `data: {"choi\n\n${done}`, 'malformed-output'],
    ['an empty body', '', 'empty-answer'],
    ['no text', finish('stop') + done, 'empty-answer'],
    [
      'a tool call',
      chunk({ delta: { tool_calls: [{ id: 'x' }] } }) + finish('tool_calls') + done,
      'malformed-output',
    ],
  ])('%s', async (_, body, kind) => {
    const error = await errorOf(answered(body));
    expect(error.kind).toBe(kind);
    expect(error.message).toContain('api.openai.com');
  });

  it('a response without content', async () => {
    expect((await errorOf(harness(() => respond(null, 204)).run())).kind).toBe('empty-answer');
  });

  it('a line beyond 2 MB', async () => {
    const error = await errorOf(answered(`data: ${'x'.repeat(2_100_000)}`));
    expect(error).toMatchObject({ kind: 'too-large' });
  });

  it('an answer beyond 16 MB', async () => {
    const piece = new TextEncoder().encode(text('x'.repeat(1_000_000)));
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(piece),
      cancel: () => {
        isCancelled = true;
      },
    });
    expect((await errorOf(harness(() => respond(endless)).run())).kind).toBe('too-large');
    expect(isCancelled).toBe(true);
  });

  it('a connection that breaks', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    expect((await errorOf(harness(() => respond(broken)).run())).kind).toBe('cut-off');
  });
});

describe('a whole answer where a stream was asked for', () => {
  it('is read by its content', async () => {
    const body = {
      choices: [{ message: { content: 'a' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 1, completion_tokens: 2 },
    };
    expect(await answered(JSON.stringify(body))).toEqual([
      { kind: 'text-delta', text: 'a' },
      { kind: 'usage', usage: { inputTokens: 1, outputTokens: 2 } },
      { kind: 'finished', reason: 'stop' },
    ]);
  });
});

describe('a refused parameter', () => {
  const refusals: readonly (readonly [string, JsonObject, (body: JsonObject) => void])[] = [
    [
      'response_format',
      { message: 'Invalid schema', param: 'response_format' },
      (body) => expect(body.response_format).toEqual({ type: 'json_object' }),
    ],
    [
      'stream_options',
      { message: 'Unrecognized request argument supplied: stream_options' },
      (body) => expect(body).not.toHaveProperty('stream_options'),
    ],
    [
      'temperature',
      { message: "Unsupported value: 'temperature' does not support 0.5 with this model." },
      (body) => expect(body).not.toHaveProperty('temperature'),
    ],
    [
      'max_completion_tokens',
      { message: 'Unknown parameter: max_completion_tokens' },
      (body) => expect(body).toMatchObject({ max_tokens: 100 }),
    ],
  ];
  const ok = (): Response => respond(text('a') + finish('stop') + done);

  it.each(refusals)('%s is dropped or renamed once and remembered', async (_, error, check) => {
    const { run, sent } = harness((index) =>
      index === 0 ? respond(JSON.stringify({ error }), 400) : ok(),
    );
    expect((await run()).at(-1)).toEqual({ kind: 'finished', reason: 'stop' });
    await run();
    expect(sent).toHaveLength(3);
    check(sent[1]?.body as JsonObject);
    check(sent[2]?.body as JsonObject);
  });

  it('ends with the error when a server refuses everything', async () => {
    const refusal = (): Response => respond('{"error":"response_format is not supported"}', 422);
    const { run, sent } = harness(refusal);
    expect((await errorOf(run())).kind).toBe('bad-request');
    expect(sent).toHaveLength(3);
  });

  it('is not repeated for a value out of bounds', async () => {
    const refusal = (): Response =>
      respond('{"error":{"message":"temperature must be at most 1"}}', 400);
    const { run, sent } = harness(refusal);
    await errorOf(run());
    expect(sent).toHaveLength(1);
  });
});

describe('silence', () => {
  /** Sends the pieces, then nothing more; ends only when cancelled. */
  function silent(...pieces: readonly string[]): Response {
    const encoder = new TextEncoder();
    return respond(
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (const piece of pieces) controller.enqueue(encoder.encode(piece));
        },
      }),
    );
  }

  it('before the first byte ends after a minute', async () => {
    const { run, clock } = harness(() => new Promise(() => undefined));
    expect((await errorOf(clock.runUntil(run()))).kind).toBe('timeout');
    expect(clock.now()).toBe(60_000);
    expect(clock.pendingSleeps).toBe(0);
  });

  it('between bytes ends after half a minute', async () => {
    const { run, clock } = harness(() => silent(text('a')));
    expect((await errorOf(clock.runUntil(run()))).kind).toBe('timeout');
    expect(clock.now()).toBeLessThanOrEqual(35_000);
  });

  it('after the finish word costs nothing but a moment', async () => {
    const { run, clock } = harness(() => silent(text('a') + finish('stop')));
    expect((await clock.runUntil(run())).at(-1)).toEqual({ kind: 'finished', reason: 'stop' });
    expect(clock.now()).toBeLessThanOrEqual(10_000);
  });
});

describe('leaving', () => {
  it('rejects with the reason of the abort and closes the connection', async () => {
    const controller = new AbortController();
    let seen: AbortSignal | undefined;
    const { run, clock } = harness((_, signal) => {
      seen = signal;
      return new Promise(() => undefined);
    });
    const running = run(controller.signal);
    controller.abort(new DOMException('Stopped', 'AbortError'));
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen?.aborted).toBe(true);
    expect(clock.pendingSleeps).toBe(0);
  });

  it('cancels the body when the consumer stops early', async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(text('a'))),
      cancel: () => {
        isCancelled = true;
      },
    });
    const model = createWireModel({
      protocol: openAiChat,
      provider: openai,
      baseUrl,
      send: async () => respond(body),
      clock: createFakeClock(),
    });
    for await (const event of model.stream(request, new AbortController().signal))
      if (event.kind === 'text-delta') break;
    expect(isCancelled).toBe(true);
  });

  it('reports a request that never got an answer as a network error', async () => {
    const { run } = harness(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await errorOf(run())).kind).toBe('network');
  });
});
