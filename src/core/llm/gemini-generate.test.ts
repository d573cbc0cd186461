// What the stream of Gemini means: texts, ends, usage, refusals, errors. Pieces as the vendor documents them.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { answer, kindOf, question, setUp, unnamed } from './testing/wire-answers.ts';

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
