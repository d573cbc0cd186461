// What the stream of Anthropic Messages means: texts, ends, usage, refusals, errors. Pieces as the vendor documents them.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { answer, kindOf, named, setUp } from './testing/wire-answers.ts';

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
