/**
 * Requests of the OpenAI chat protocol. Pure, so that the same body serves the wire, the request
 * inspector and the tests. Only headers that every endpoint allows across origins are sent.
 */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { initialCapabilities, type AcceptedParameters } from './capabilities.ts';
import type { HttpRequest, ModelRequest } from './language-model.ts';
import type { Provider } from './providers.ts';

export interface ChatEndpoint {
  readonly provider: Provider;
  /** With or without a trailing slash. */
  readonly baseUrl: string;
  /** What the model is known to accept; by default what the provider table promises. */
  readonly capabilities?: AcceptedParameters | undefined;
}

/** The streamed request for one answer. Parameters that are not set are not sent. */
export function buildChatRequest(endpoint: ChatEndpoint, request: ModelRequest): HttpRequest {
  const { provider } = endpoint;
  const capabilities = endpoint.capabilities ?? initialCapabilities(provider);
  return {
    url: joinUrl(endpoint.baseUrl, 'chat/completions'),
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: {
      model: request.model,
      messages: request.messages.map(({ role, content }) => ({ role, content })),
      stream: true,
      ...(capabilities.hasStreamOptions ? { stream_options: { include_usage: true } } : {}),
      ...responseFormat(capabilities, request),
      ...sampling(capabilities, request),
      ...provider.quirks.extraBody,
    },
    credential: provider.credential,
  };
}

/** `path` under the base URL, with exactly one slash between them. */
export function joinUrl(baseUrl: string, path: string): string {
  let end = baseUrl.length;
  while (end > 0 && baseUrl.charCodeAt(end - 1) === 47) end -= 1;
  return `${baseUrl.slice(0, end)}/${path}`;
}

function responseFormat(capabilities: AcceptedParameters, { schema }: ModelRequest): JsonObject {
  if (schema === undefined || capabilities.structuredOutput === 'none') return {};
  if (capabilities.structuredOutput === 'json-object')
    return { response_format: { type: 'json_object' } };
  return {
    response_format: {
      type: 'json_schema',
      json_schema: {
        name: schema.name,
        ...(capabilities.isStrict ? { strict: true } : {}),
        schema: schema.schema,
      },
    },
  };
}

function sampling(capabilities: AcceptedParameters, { parameters }: ModelRequest): JsonObject {
  const body: Record<string, JsonValue> = {};
  if (parameters.temperature !== undefined && capabilities.hasTemperature)
    body.temperature = parameters.temperature;
  if (parameters.topP !== undefined && capabilities.hasTopP) body.top_p = parameters.topP;
  if (parameters.maxTokens !== undefined && capabilities.tokenField !== undefined)
    body[capabilities.tokenField] = parameters.maxTokens;
  return body;
}
