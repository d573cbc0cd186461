/** A model over its wire protocol with the answers of a provider laid out beforehand, for tests of protocols. */
import { createFakeClock } from '#core/base/fake-clock.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { CapabilityMemory } from '#core/llm/capabilities.ts';
import { createLanguageModel } from '#core/llm/create-model.ts';
import type { HttpRequest, ModelEvent, ModelRequest } from '#core/llm/language-model.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import { findProvider } from '#core/llm/providers.ts';

export const question: ModelRequest = {
  model: 'model-1',
  messages: [{ role: 'user', content: 'Rows' }],
  schema: { name: 'rows', schema: { type: 'object', properties: {} } },
  parameters: {},
};

interface Reply {
  readonly status?: number;
  readonly body: string;
}

export function setUp(provider: string, replies: readonly Reply[], request = question) {
  const baseUrl = findProvider(provider)?.baseUrl;
  if (baseUrl === undefined) throw new Error(`${provider} has no address.`);
  const sent: HttpRequest[] = [];
  const capabilities: CapabilityMemory = new Map();
  const run = async (): Promise<readonly ModelEvent[]> => {
    const model = createLanguageModel(provider, {
      baseUrl,
      send: (http) => {
        const reply = replies[Math.min(sent.push(http), replies.length) - 1];
        if (reply === undefined) throw new Error('There is no answer to give.');
        return Promise.resolve(new Response(reply.body, { status: reply.status ?? 200 }));
      },
      clock: createFakeClock(),
      capabilities,
      loadDemo: () => Promise.reject(new Error('Not asked for.')),
    });
    const events: ModelEvent[] = [];
    for await (const event of model.stream(request, new AbortController().signal))
      events.push(event);
    return events;
  };
  return { sent, run };
}

/** Events with their names, as these protocols send them. */
export function named(...events: readonly (JsonObject & { readonly type: string })[]): string {
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

export const unnamed = (...pieces: readonly JsonObject[]): string =>
  pieces.map((piece) => `data: ${JSON.stringify(piece)}\n\n`).join('');

export function answer(provider: string, body: string): Promise<readonly ModelEvent[]> {
  return setUp(provider, [{ body }]).run();
}

export async function kindOf(provider: string, body: string): Promise<string> {
  const error: unknown = await answer(provider, body).catch((thrown: unknown) => thrown);
  if (!(error instanceof ProviderError)) throw new Error('It did not fail.');
  return error.kind;
}
