/**
 * The Anthropic Messages protocol. Models without an output format are asked to call one tool whose
 * input is the answer. A limit of tokens is required there, so there is always one.
 */
import type { JsonValue } from '#core/base/json.ts';
import { createAnthropicReader } from './anthropic-payload.ts';
import { nothingRefused, outputFor, type AcceptedParameters } from './capabilities.ts';
import { joinUrl } from './join-url.ts';
import type { HttpRequest, ModelRequest } from './language-model.ts';
import { lowerSchema } from './lower-schema.ts';
import { extraParameters, finishBody, textOfRole, tokenLimitOf, turnsOf } from './request-body.ts';
import type { Endpoint, WireProtocol } from './wire-protocol.ts';

/** A model that can write less says so, and is then asked for no more than that. */
const usualMaxTokens = 16_000;

export const anthropicMessages: WireProtocol = {
  build,
  createReader: createAnthropicReader,
  // Every event is named, and its data repeats the name.
  knowsEvent: () => true,
};

function build(endpoint: Endpoint, request: ModelRequest): HttpRequest {
  const { provider, baseUrl, accepted = nothingRefused } = endpoint;
  const { parameters, messages } = request;
  const own = {
    model: request.model,
    ...tokenLimitOf(provider, accepted, parameters.maxTokens ?? usualMaxTokens),
    system: textOfRole(messages, 'system'),
    messages: turnsOf(messages).map(({ role, content }) => ({ role, content })),
    stream: true,
    temperature: parameters.temperature,
    top_p: parameters.topP,
    ...shape(endpoint, accepted, request),
  };
  return {
    url: joinUrl(baseUrl, 'messages'),
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...provider.headers,
    },
    body: finishBody(extraParameters(provider, request), own, accepted),
    credential: provider.credential,
  };
}

function shape(
  { provider }: Endpoint,
  accepted: AcceptedParameters,
  { schema, parameters }: ModelRequest,
): Readonly<Record<string, JsonValue>> {
  const output = outputFor(provider.quirks, accepted, parameters.delivery);
  if (schema === undefined || output === 'none' || output === 'json-object') return {};
  const lowered = lowerSchema(schema.schema, provider.quirks.schemaDialect);
  if (lowered === undefined) return {};
  if (output === 'json-schema')
    return { output_config: { format: { type: 'json_schema', schema: lowered } } };
  return {
    tools: [{ name: schema.name, description: 'Takes the rows.', input_schema: lowered }],
    tool_choice: { type: 'tool', name: schema.name },
  };
}
