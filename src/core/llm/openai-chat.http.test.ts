// The protocol over real sockets, against a stand-in that other people wrote.
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { testConnection } from './connection-test.ts';
import { createLanguageModel } from './create-model.ts';
import type { HttpSend, LanguageModel } from './language-model.ts';
import { listModels } from './list-models.ts';
import { buildPrompt } from './prompt.ts';
import { readAnswer, type AnswerPart } from './read-answer.ts';
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

function createModel(): LanguageModel {
  return createLanguageModel('openai-compatible', {
    baseUrl: `${server.url}/v1`,
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

async function ask(signal = new AbortController().signal): Promise<AnswerPart[]> {
  const request = { model: 'gpt-4o-mini', ...buildPrompt(task), parameters: {}, task };
  const parts: AnswerPart[] = [];
  for await (const part of readAnswer(createModel().stream(request, signal), task))
    parts.push(part);
  return parts;
}

function citiesOf(parts: readonly AnswerPart[]): readonly unknown[] {
  return parts.flatMap((part) =>
    part.kind === 'rows' ? part.rows.map(({ values }) => values.city) : [],
  );
}

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

  it('keeps the finished rows when the server cuts the stream', async () => {
    server.onMessage(
      /rows/,
      { content: answer },
      { chunkSize: 10, truncateAfterChunks: 6, latency: 5 },
    );
    const parts: AnswerPart[] = [];
    const request = { model: 'm', ...buildPrompt(task), parameters: {}, task };
    const read = async (): Promise<void> => {
      const events = createModel().stream(request, new AbortController().signal);
      for await (const part of readAnswer(events, task)) parts.push(part);
    };
    await expect(read()).rejects.toMatchObject({ kind: 'cut-off' });
    expect(citiesOf(parts)).toEqual(['Graz']);
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
