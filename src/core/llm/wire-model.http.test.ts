// The protocols over real sockets, against a stand-in that other people wrote.
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { testConnection } from './connection-test.ts';
import { createLanguageModel } from './create-model.ts';
import type { HttpSend, LanguageModel } from './language-model.ts';
import { listModels } from './list-models.ts';
import { buildPrompt } from './prompt.ts';
import { readAnswer, type AnswerPart } from './answer-parts.ts';
import type { RowTask } from './row-task.ts';

const server = new LLMock({ port: 0 });

beforeAll(async () => {
  await server.start();
});
afterAll(async () => {
  await server.stop();
});
beforeEach(() => {
  server.reset();
});

const send: HttpSend = ({ url, method, headers, body }, signal) =>
  globalThis.fetch(url, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal,
  });

function createModel(provider = 'openai-compatible', path = 'v1'): LanguageModel {
  return createLanguageModel(provider, {
    baseUrl: `${server.url}/${path}`,
    send,
    clock: createFakeClock(),
    capabilities: new Map(),
    loadDemo: () => Promise.reject(new Error('Not asked for.')),
  });
}

const task: RowTask = {
  callId: 'call',
  brief: 'Cities',
  instructions: '',
  systemMessages: [],
  fields: [{ name: 'city', description: 'A city', type: 'text' }],
  rules: [],
  examples: [],
  rows: [0, 1, 2].map((row) => ({ row, facts: {}, notes: {}, messages: [], corrections: [] })),
  avoid: [],
  seed: 1,
  attempt: 1,
};
const answer = JSON.stringify({
  rows: ['Graz', 'Málaga', 'Łódź'].map((city, index) => ({ row: index + 1, city })),
});

async function read(model: LanguageModel, parts: AnswerPart[] = []): Promise<AnswerPart[]> {
  const request = { model: 'model-1', ...buildPrompt(task), parameters: {}, task };
  const events = model.stream(request, new AbortController().signal);
  for await (const part of readAnswer(events, task)) parts.push(part);
  return parts;
}

const ask = (): Promise<AnswerPart[]> => read(createModel());

function citiesOf(parts: readonly AnswerPart[]): readonly unknown[] {
  return parts.flatMap((part) =>
    part.kind === 'rows' ? part.rows.map(({ values }) => values.city) : [],
  );
}

const spoken = [
  ['OpenAI chat', 'openai-compatible', 'v1'],
  ['OpenAI Responses', 'openai-responses', 'v1'],
  ['Anthropic Messages', 'anthropic', 'v1'],
  ['Gemini generateContent', 'google', 'v1beta'],
] as const;

describe.each(spoken)('%s over HTTP', (_, provider, path) => {
  it('reads rows one by one, then usage and the end', async () => {
    const usage = { input_tokens: 12, output_tokens: 34 };
    server.onMessage(/rows/, { content: answer, usage }, { chunkSize: 4 });
    const parts = await read(createModel(provider, path));
    expect(citiesOf(parts)).toEqual(['Graz', 'Málaga', 'Łódź']);
    expect(parts.filter(({ kind }) => kind === 'rows')).toHaveLength(3);
    expect(parts.at(-1)).toMatchObject({ kind: 'finished', reason: 'stop', missing: [] });
    const told = parts.findLast((part) => part.kind === 'usage')?.usage;
    expect(told).toMatchObject({ inputTokens: 12, outputTokens: 34 });
  });

  it('keeps the finished rows when the server cuts the stream', async () => {
    server.onMessage(
      /rows/,
      { content: answer },
      { chunkSize: 6, truncateAfterChunks: 12, latency: 5 },
    );
    const parts: AnswerPart[] = [];
    await expect(read(createModel(provider, path), parts)).rejects.toMatchObject({
      kind: 'cut-off',
    });
    expect(citiesOf(parts)[0]).toBe('Graz');
    expect(citiesOf(parts).length).toBeLessThan(3);
  });

  it('takes an answer at its limit for unfinished', async () => {
    server.onMessage(/rows/, { content: answer.slice(0, 30), finishReason: 'length' });
    const parts = await read(createModel(provider, path));
    expect(parts.at(-1)).toMatchObject({ kind: 'finished', reason: 'length' });
  });

  it('reports a wrong key as one', async () => {
    server.onMessage(/rows/, { error: { message: 'No.' }, status: 401 });
    await expect(read(createModel(provider, path))).rejects.toMatchObject({ kind: 'auth' });
  });
});

describe('over HTTP', () => {
  it('reads rows one by one, usage and the end', async () => {
    server.onMessage(/rows/, { content: answer }, { chunkSize: 4 });
    const parts = await ask();
    expect(citiesOf(parts)).toEqual(['Graz', 'Málaga', 'Łódź']);
    expect(parts.map(({ kind }) => kind)).toEqual(['rows', 'rows', 'rows', 'usage', 'finished']);
    const usage = parts.find((part) => part.kind === 'usage')?.usage;
    expect(usage?.outputTokens).toBeGreaterThan(0);
  });

  it('sends the schema, the stream options and nothing of the task besides', async () => {
    server.onMessage(/rows/, { content: answer });
    await ask();
    const sent = server.getRequests()[0]?.body as unknown as Record<string, unknown>;
    expect(
      Object.keys(sent)
        .filter((key) => !key.startsWith('_'))
        .sort(),
    ).toEqual(['messages', 'model', 'response_format', 'stream', 'stream_options']);
  });

  it.each([
    [401, 'auth'],
    [404, 'not-found'],
    [429, 'rate-limit'],
    [500, 'server'],
  ] as const)('reports %d as %s', async (status, kind) => {
    server.onMessage(/rows/, { error: { message: 'No.' }, status });
    await expect(ask()).rejects.toMatchObject({ kind, status });
  });

  it('reports a server that is not there as a network error', async () => {
    const model = createLanguageModel('ollama', {
      baseUrl: 'http://localhost:1/v1',
      send,
      clock: createFakeClock(),
      capabilities: new Map(),
      loadDemo: () => Promise.reject(new Error('Not asked for.')),
    });
    const result = await testConnection({ model, modelName: 'm', clock: createFakeClock() });
    expect(result).toMatchObject({ ok: false, problem: { kind: 'network' } });
    expect(result.problem?.message).toContain('OLLAMA_ORIGINS');
  });

  it('tests a connection with one row', async () => {
    server.onMessage(/row/, { content: answer });
    const result = await testConnection({
      model: createModel(),
      modelName: 'm',
      task,
      clock: createFakeClock(),
    });
    expect(result).toMatchObject({ ok: true, isStructured: true, firstRowMs: 0 });
  });

  it('lists models', async () => {
    const models = await listModels({
      provider: 'openai-compatible',
      baseUrl: `${server.url}/v1`,
      send,
    });
    expect(models.length).toBeGreaterThan(0);
  });
});
