/**
 * The OpenAI Responses protocol, which some models speak alone. Nothing is stored with the provider: each request
 * says all that it needs.
 */
import type { JsonObject } from '#core/base/json.ts';
import { nothingRefused, outputFor, type AcceptedParameters } from './capabilities.ts';
import { joinUrl } from './join-url.ts';
import type { HttpRequest, ModelRequest } from './language-model.ts';
import { lowerSchema } from './lower-schema.ts';
import { extraParameters, finishBody, textOfRole, tokenLimitOf, turnsOf } from './request-body.ts';
import { readResponsesPayload } from './responses-payload.ts';
import type { Endpoint, WireProtocol } from './wire-protocol.ts';

export const openAiResponses: WireProtocol = {
  build,
  createReader: () => readResponsesPayload,
  knowsEvent: (name) => name === '' || name === 'error' || name.startsWith('response.'),
};

function build(endpoint: Endpoint, request: ModelRequest): HttpRequest {
  const { provider, baseUrl, accepted = nothingRefused } = endpoint;
  const { parameters, messages } = request;
  const own = {
    model: request.model,
    instructions: textOfRole(messages, 'system'),
    input: turnsOf(messages).map(({ role, content }) => ({ role, content })),
    stream: true,
    store: false,
    text: textFormat(endpoint, accepted, request),
    temperature: parameters.temperature,
    top_p: parameters.topP,
    ...tokenLimitOf(provider, accepted, parameters.maxTokens),
  };
  return {
    url: joinUrl(baseUrl, 'responses'),
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: finishBody(extraParameters(provider, request), own, accepted),
    credential: provider.credential,
  };
}

function textFormat(
  { provider }: Endpoint,
  accepted: AcceptedParameters,
  { schema, parameters }: ModelRequest,
): JsonObject | undefined {
  const output = outputFor(provider.quirks, accepted, parameters.delivery);
  if (schema === undefined || output === 'none') return undefined;
  const lowered = lowerSchema(schema.schema, provider.quirks.schemaDialect);
  if (output === 'json-object' || lowered === undefined) return { format: { type: 'json_object' } };
  return {
    format: {
      type: 'json_schema',
      name: schema.name,
      ...(accepted.isStrict ? { strict: true } : {}),
      schema: lowered,
    },
  };
}
