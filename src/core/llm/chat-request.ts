/** Requests of the OpenAI chat completions protocol. */
import type { JsonObject } from '#core/base/json.ts';
import { nothingRefused, outputFor, type AcceptedParameters } from './capabilities.ts';
import { joinUrl } from './join-url.ts';
import type { HttpRequest, ModelRequest } from './language-model.ts';
import { lowerSchema } from './lower-schema.ts';
import { extraParameters, finishBody, tokenLimitOf } from './request-body.ts';
import type { Endpoint } from './wire-protocol.ts';

export function buildChatRequest(endpoint: Endpoint, request: ModelRequest): HttpRequest {
  const { provider, baseUrl, accepted = nothingRefused } = endpoint;
  const { parameters } = request;
  const own = {
    model: request.model,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    stream: true,
    stream_options: provider.quirks.hasStreamOptions ? { include_usage: true } : undefined,
    response_format: responseFormat(endpoint, accepted, request),
    temperature: parameters.temperature,
    top_p: parameters.topP,
    ...tokenLimitOf(provider, accepted, parameters.maxTokens),
    ...provider.quirks.extraBody,
  };
  return {
    url: joinUrl(baseUrl, 'chat/completions'),
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

function responseFormat(
  { provider }: Endpoint,
  accepted: AcceptedParameters,
  { schema, parameters }: ModelRequest,
): JsonObject | undefined {
  const output = outputFor(provider.quirks, accepted, parameters.delivery);
  if (schema === undefined || output === 'none') return undefined;
  const lowered = lowerSchema(schema.schema, provider.quirks.schemaDialect);
  if (output === 'json-object' || lowered === undefined) return { type: 'json_object' };
  return {
    type: 'json_schema',
    json_schema: {
      name: schema.name,
      ...(accepted.isStrict ? { strict: true } : {}),
      schema: lowered,
    },
  };
}
