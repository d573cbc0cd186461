import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import { writeBatchFile, type BatchRequest } from './batch-file.ts';
import { findProvider } from './providers.ts';

const requests: readonly BatchRequest[] = ['c0-1-2', 'c0-3-4'].map((id) => ({
  id,
  request: {
    model: 'model-1',
    messages: [
      { role: 'system', content: 'Write rows.' },
      { role: 'user', content: `Rows of ${id}` },
    ],
    schema: { name: 'rows', schema: { type: 'object', properties: {}, required: [] } },
    parameters: { maxTokens: 100 },
  },
}));

function fileFor(id: string) {
  const written = writeBatchFile(findProvider(id)!, requests);
  if (!written.ok) throw new Error(written.error);
  return written.value;
}

function linesFor(id: string): readonly unknown[] {
  const { text, ending } = fileFor(id);
  expect(ending).toBe('jsonl');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

describe('a batch file', () => {
  it.for([
    ['openai', '/v1/chat/completions'],
    ['groq', '/v1/chat/completions'],
    ['openai-responses', '/v1/responses'],
  ])('for %s has a line with id, path and body for each request', ([provider = '', url]) => {
    const lines = linesFor(provider);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      ...{ custom_id: 'c0-1-2', method: 'POST', url },
      body: { model: 'model-1' },
    });
  });

  it('says nothing of streams', () => {
    for (const provider of ['openai', 'openai-responses', 'anthropic', 'google'])
      expect(fileFor(provider).text).not.toMatch(/stream/i);
  });

  it('for Anthropic is one object with all requests, each with its params', () => {
    const { text, ending } = fileFor('anthropic');
    expect(ending).toBe('json');
    const body = JSON.parse(text) as Anthropic.Messages.BatchCreateParams;
    expect(body.requests.map(({ custom_id }) => custom_id)).toEqual(['c0-1-2', 'c0-3-4']);
    expect(body.requests[0]!.params).toMatchObject({ model: 'model-1', max_tokens: 100 });
  });

  it('for Gemini has a key and a request in each line', () => {
    expect(linesFor('google')[1]).toMatchObject({
      key: 'c0-3-4',
      request: { contents: [{ role: 'user', parts: [{ text: 'Rows of c0-3-4' }] }] },
    });
  });

  it('is refused for the demo model', () => {
    expect(writeBatchFile(findProvider('demo')!, requests)).toMatchObject({ ok: false });
  });
});
