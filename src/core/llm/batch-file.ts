/**
 * Requests as a file for a provider's batch service, which answers within a day at a lower price. A line
 * holds the body that a run would send, without the stream; the form around it is each vendor's own.
 */
import type { JsonObject } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { ModelRequest } from './language-model.ts';
import { protocols, type WireProtocolName } from './protocols.ts';
import type { Provider } from './providers.ts';

export interface BatchRequest {
  /** Unique in the file: 1 to 64 characters of `[A-Za-z0-9_-]`. */
  readonly id: string;
  readonly request: ModelRequest;
}

export interface BatchFile {
  readonly text: string;
  /** Ending of the file's name. */
  readonly ending: 'json' | 'jsonl';
}

/** Bodies in a batch are whole answers, so nothing about streams is said in them. */
const ofStreams: ReadonlySet<string> = new Set(['stream', 'stream_options']);

/**
 * OpenAI's form also serves Groq, Together, Mistral and `vllm run-batch`. No key and no address is part of the
 * file. Fails for the demo model, which runs here.
 */
export function writeBatchFile(
  provider: Provider,
  requests: readonly BatchRequest[],
): Result<BatchFile, string> {
  const { protocol } = provider;
  if (protocol === 'demo')
    return failure('The demo model runs here and takes no batch files. Choose another provider.');
  const baseUrl = provider.baseUrl ?? '';
  const bodies = requests.map(({ id, request }) => {
    const { body } = protocols[protocol].build({ provider, baseUrl }, request);
    return { id, body: wholeAnswer(body as JsonObject) };
  });
  if (protocol === 'anthropic-messages') {
    const all = bodies.map(({ id, body }) => ({ custom_id: id, params: body }));
    return success({ text: `${JSON.stringify({ requests: all })}\n`, ending: 'json' });
  }
  const lines = bodies.map(({ id, body }) => `${JSON.stringify(lineOf(protocol, id, body))}\n`);
  return success({ text: lines.join(''), ending: 'jsonl' });
}

function wholeAnswer(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !ofStreams.has(name)));
}

function lineOf(
  protocol: Exclude<WireProtocolName, 'anthropic-messages'>,
  id: string,
  body: JsonObject,
): JsonObject {
  if (protocol === 'gemini-generate') return { key: id, request: body };
  const url = protocol === 'openai-chat' ? '/v1/chat/completions' : '/v1/responses';
  return { custom_id: id, method: 'POST', url, body };
}
