// What the stream of OpenAI Responses means: texts, ends, usage, refusals, errors. Pieces as the vendor documents them.
import { describe, expect, it } from 'vitest';
import { answer, kindOf, named, setUp } from './testing/wire-answers.ts';

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
