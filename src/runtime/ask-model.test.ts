import { describe, expect, it } from 'vitest';
import type { LanguageModel, ModelEvent, ModelRequest } from '#core/llm/language-model.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import { createAsker } from './ask-model.ts';
import type { Connection } from './engine-protocol.ts';
import type { EngineServiceHost } from './engine-service-host.ts';

const connection: Connection = {
  alias: 'writer',
  provider: 'openai',
  model: 'm',
  baseUrl: 'https://api.openai.com/v1',
  concurrency: 1,
  parameters: { temperature: 0.2, maxTokens: 300, delivery: 'csv' },
};
const request = { messages: [{ role: 'user' as const, content: 'Draft it.' }] };

/** Tells these events, then does what `end` does. */
function modelOf(
  events: readonly ModelEvent[],
  end: (signal: AbortSignal) => Promise<void> = () => Promise.resolve(),
) {
  const requests: ModelRequest[] = [];
  const model: LanguageModel = {
    id: 'openai',
    async *stream(asked, signal) {
      requests.push(asked);
      yield* events;
      await end(signal);
    },
  };
  return { requests, ...createAsker({} as EngineServiceHost, () => model) };
}

const text = (words: string): ModelEvent => ({ kind: 'text-delta', text: words });
const finished = (reason: 'stop' | 'length' | 'refusal'): ModelEvent => ({
  kind: 'finished',
  reason,
});

describe('a question beside runs', () => {
  it('is answered with the whole text and its tokens', async () => {
    const usage = { inputTokens: 3, outputTokens: 2 };
    const { ask } = modelOf([
      text('{"na'),
      text('me":1}'),
      { kind: 'usage', usage },
      finished('stop'),
    ]);
    expect(await ask({ connection, request })).toEqual({ text: '{"name":1}', usage });
  });

  it('has the parameters of the alias, with room for a design and no table as its form', async () => {
    const { ask, requests } = modelOf([text('{}'), finished('stop')]);
    await ask({ connection, request });
    expect(requests[0]).toMatchObject({
      model: 'm',
      parameters: { temperature: 0.2, maxTokens: 8_192 },
    });
    expect(requests[0]?.parameters.delivery).toBeUndefined();
  });

  it('reports an answer that was cut, refused or never finished', async () => {
    const kinds = await Promise.all(
      [[text('{'), finished('length')], [text('No.'), finished('refusal')], [text('{')]].map(
        async (events) => (await modelOf(events).ask({ connection, request })).problem?.kind,
      ),
    );
    expect(kinds).toEqual(['cut-off', 'refused', 'cut-off']);
  });

  it('reports a fault of the provider without promising what only runs do', async () => {
    const error = new ProviderError({
      provider: 'openai',
      kind: 'server',
      message: 'The server has a problem. Rowsmith tries again.',
    });
    const { ask } = modelOf([], () => Promise.reject(error));
    const { problem } = await ask({ connection, request });
    expect(problem).toMatchObject({
      kind: 'server',
      message: 'The server has a problem. Try again.',
    });
  });

  it('ends when told to stop, and its connection with it', async () => {
    let isClosed = false;
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { ask, stopAsking } = modelOf([text('{')], (signal) => {
      begin();
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          isClosed = true;
          reject(signal.reason as Error);
        });
      });
    });
    const asked = ask({ connection, request });
    await begun;
    await stopAsking({});
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(isClosed).toBe(true);
  });

  it('reports an address that may not be asked', async () => {
    const { ask } = createAsker({} as EngineServiceHost, () => {
      throw new Error('This address was not set up here.');
    });
    expect(await ask({ connection, request })).toMatchObject({
      problem: { message: 'This address was not set up here.' },
    });
  });
});
