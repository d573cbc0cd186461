/* eslint-disable @typescript-eslint/no-deprecated -- older models take a temperature, and people set one */
// What we send, compared with what the vendors' own libraries send for the same question.
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
import { describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { anthropicMessages } from './anthropic-messages.ts';
import { nothingRefused } from './capabilities.ts';
import { geminiGenerate } from './gemini-generate.ts';
import type { HttpRequest, ModelRequest } from './language-model.ts';
import { openAiChat } from './openai-chat.ts';
import { openAiResponses } from './openai-responses.ts';
import { findProvider } from './providers.ts';
import type { WireProtocol } from './wire-protocol.ts';

interface Sent {
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A fetch that notes what it was asked and answers nothing useful. */
function createListener() {
  const sent: Sent[] = [];
  const listen = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    sent.push({
      path: `${url.origin}${url.pathname}${url.search}`,
      headers: request.headers,
      body: await request.json(),
    });
    return new Response('{}', { headers: { 'content-type': 'application/json' } });
  };
  return { sent, listen };
}

const schema: JsonObject = {
  type: 'object',
  properties: { rows: { type: 'array', items: { type: 'string' } } },
  required: ['rows'],
  additionalProperties: false,
};

const question: ModelRequest = {
  model: 'model-1',
  messages: [
    { role: 'system', content: 'Write rows.' },
    { role: 'user', content: 'Row 1' },
  ],
  schema: { name: 'rows', schema },
  parameters: { temperature: 0.5, topP: 0.9, maxTokens: 100 },
};

function build(
  protocol: WireProtocol,
  id: string,
  refusedOutputs: typeof nothingRefused.refusedOutputs = [],
): HttpRequest {
  const provider = findProvider(id)!;
  const accepted = { ...nothingRefused, refusedOutputs };
  return protocol.build({ provider, baseUrl: provider.baseUrl!, accepted }, question);
}

function expectSame(ours: HttpRequest, theirs: Sent | undefined): void {
  expect(ours.url).toBe(theirs?.path);
  expect(ours.body).toEqual(theirs?.body);
}

const settings = { apiKey: 'test', dangerouslyAllowBrowser: true, maxRetries: 0 };

describe('the same question in the vendors’ libraries', () => {
  it('OpenAI chat completions', async () => {
    const { sent, listen } = createListener();
    await new OpenAI({ ...settings, fetch: listen }).chat.completions.create({
      model: 'model-1',
      messages: [
        { role: 'system', content: 'Write rows.' },
        { role: 'user', content: 'Row 1' },
      ],
      stream: true,
      stream_options: { include_usage: true },
      response_format: { type: 'json_schema', json_schema: { name: 'rows', strict: true, schema } },
      temperature: 0.5,
      top_p: 0.9,
      max_completion_tokens: 100,
    });
    const ours = build(openAiChat, 'openai');
    expectSame(ours, sent[0]);
    expect(sent[0]?.headers.get('authorization')).toBe(`${ours.credential?.prefix ?? ''}test`);
  });

  it('OpenAI Responses', async () => {
    const { sent, listen } = createListener();
    await new OpenAI({ ...settings, fetch: listen }).responses.create({
      model: 'model-1',
      instructions: 'Write rows.',
      input: [{ role: 'user', content: 'Row 1' }],
      stream: true,
      store: false,
      text: { format: { type: 'json_schema', name: 'rows', strict: true, schema } },
      temperature: 0.5,
      top_p: 0.9,
      max_output_tokens: 100,
    });
    expectSame(build(openAiResponses, 'openai-responses'), sent[0]);
  });

  it('Anthropic Messages, with the headers that its library sets in a browser', async () => {
    const { sent, listen } = createListener();
    // Its library adds the header of a direct call only where there is a window.
    vi.stubGlobal('window', { document: {} });
    vi.stubGlobal('navigator', { userAgent: 'test' });
    const client = new Anthropic({ ...settings, fetch: listen });
    vi.unstubAllGlobals();
    await client.messages.create({
      model: 'model-1',
      max_tokens: 100,
      system: 'Write rows.',
      messages: [{ role: 'user', content: 'Row 1' }],
      stream: true,
      temperature: 0.5,
      top_p: 0.9,
      output_config: { format: { type: 'json_schema', schema: { ...schema } } },
    });
    const ours = build(anthropicMessages, 'anthropic');
    expectSame(ours, sent[0]);
    for (const name of ['anthropic-version', 'anthropic-dangerous-direct-browser-access'])
      expect(ours.headers[name]).toBe(sent[0]?.headers.get(name));
    expect(sent[0]?.headers.get(ours.credential?.header ?? '')).toBe('test');
  });

  it('Anthropic Messages with one forced tool', async () => {
    const { sent, listen } = createListener();
    await new Anthropic({ ...settings, fetch: listen }).messages.create({
      model: 'model-1',
      max_tokens: 100,
      system: 'Write rows.',
      messages: [{ role: 'user', content: 'Row 1' }],
      stream: true,
      temperature: 0.5,
      top_p: 0.9,
      tools: [
        {
          name: 'rows',
          description: 'Takes the rows.',
          input_schema: schema as Anthropic.Tool.InputSchema,
        },
      ],
      tool_choice: { type: 'tool', name: 'rows' },
    });
    expectSame(build(anthropicMessages, 'anthropic', ['json-schema']), sent[0]);
  });

  it('Gemini generateContent', async () => {
    const { sent, listen } = createListener();
    vi.stubGlobal('fetch', listen);
    try {
      await new GoogleGenAI({ apiKey: 'test' }).models.generateContentStream({
        model: 'model-1',
        contents: [{ role: 'user', parts: [{ text: 'Row 1' }] }],
        config: {
          systemInstruction: { parts: [{ text: 'Write rows.' }] },
          temperature: 0.5,
          topP: 0.9,
          maxOutputTokens: 100,
          responseMimeType: 'application/json',
          responseJsonSchema: { ...schema, propertyOrdering: ['rows'] },
        },
      });
    } finally {
      vi.unstubAllGlobals();
    }
    const ours = build(geminiGenerate, 'google');
    expectSame(ours, sent[0]);
    expect(sent[0]?.headers.get(ours.credential?.header ?? '')).toBe('test');
  });
});
