/** A chat completions endpoint for tests of the whole way from a run to the wire and back: it answers as each test's script says. */
import type { FakeClock } from '#core/base/fake-clock.ts';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { HttpRequest, HttpSend, LanguageModel } from '#core/llm/language-model.ts';
import { openAiChat } from '#core/llm/openai-chat.ts';
import { findProvider } from '#core/llm/providers.ts';
import { createWireModel } from '#core/llm/wire-model.ts';

export interface WireRequest {
  /** 0-based. */
  readonly rows: readonly number[];
  readonly body: JsonObject;
  /** Counted from 0. */
  readonly number: number;
  readonly signal: AbortSignal;
}

/** What comes back; an error is thrown before any header. */
export type WireAnswer = Response | Error | 'silence';

export interface FakeWire {
  readonly model: LanguageModel;
  readonly requests: readonly WireRequest[];
}

export function createFakeWire(
  clock: FakeClock,
  script: (request: WireRequest) => WireAnswer,
  origin = 'https://models.example',
): FakeWire {
  const requests: WireRequest[] = [];
  const send: HttpSend = (request, signal) => {
    const seen = { ...readRequest(request), number: requests.length, signal };
    requests.push(seen);
    const answer = script(seen);
    if (answer === 'silence') return new Promise(() => undefined);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const provider = findProvider('openai');
  if (provider === undefined) throw new Error('The table of providers has changed.');
  return {
    model: createWireModel({
      protocol: openAiChat,
      provider,
      baseUrl: `${origin}/v1`,
      send,
      clock,
    }),
    requests,
  };
}

function readRequest({ body }: HttpRequest): Pick<WireRequest, 'rows' | 'body'> {
  const messages = JSON.stringify((body as JsonObject).messages);
  const rows = [...messages.matchAll(/Row (\d+)\\n/g)].map(([, row]) => Number(row) - 1);
  return { rows: [...new Set(rows)], body: body as JsonObject };
}

export function chunkOf(choice: JsonObject): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, ...choice }] })}\n\n`;
}

export function textChunk(content: string): string {
  return chunkOf({ delta: { content } });
}

export function rowTexts(rows: readonly number[]): readonly string[] {
  return rows.map((row) => JSON.stringify({ row: row + 1, title: `Thing ${row + 1}` }));
}

export const doneMark = 'data: [DONE]\n\n';
const usage = 'data: {"choices":[],"usage":{"prompt_tokens":40,"completion_tokens":20}}\n\n';

/** The end of a good stream. */
export function endOf(reason = 'stop'): string {
  return `${chunkOf({ delta: {}, finish_reason: reason })}${usage}${doneMark}`;
}

export function stream(text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { headers: { 'content-type': 'text/event-stream', ...headers } });
}

export function answerOf(rows: readonly number[], reason = 'stop'): Response {
  return stream(`${textChunk(`{"rows":[${rowTexts(rows).join(',')}]}`)}${endOf(reason)}`);
}

export function refuse(
  status: number,
  message: string,
  more: { readonly headers?: Record<string, string>; readonly error?: JsonObject } = {},
): Response {
  const body: JsonValue = { error: { message, ...more.error } };
  const headers = { 'content-type': 'application/json', ...more.headers };
  return new Response(JSON.stringify(body), { status, headers });
}
