/** The Gemini generateContent protocol, streamed. The model is part of the path, the rest of the body. */
import type { JsonObject } from '#core/base/json.ts';
import { nothingRefused, outputFor, type AcceptedParameters } from './capabilities.ts';
import { createGeminiReader } from './gemini-payload.ts';
import { joinUrl } from './join-url.ts';
import type { HttpRequest, ModelRequest } from './language-model.ts';
import { lowerSchema } from './lower-schema.ts';
import { extraParameters, finishBody, textOfRole, tokenLimitOf, turnsOf } from './request-body.ts';
import type { Endpoint, WireProtocol } from './wire-protocol.ts';

export const geminiGenerate: WireProtocol = {
  build,
  createReader: createGeminiReader,
  knowsEvent: (name) => name === '' || name === 'message' || name === 'error',
};

/** Parameters that stand beside the generation settings and not among them. */
const outer: ReadonlySet<string> = new Set(['safetySettings', 'cachedContent', 'labels']);

function build(endpoint: Endpoint, request: ModelRequest): HttpRequest {
  const { provider, baseUrl, accepted = nothingRefused } = endpoint;
  const system = textOfRole(request.messages, 'system');
  const extra = Object.entries(extraParameters(provider, request));
  const own = {
    contents: turnsOf(request.messages).map(({ role, content }) => ({
      role: role === 'assistant' ? 'model' : 'user',
      parts: [{ text: content }],
    })),
    systemInstruction: system === undefined ? undefined : { parts: [{ text: system }] },
    generationConfig: generationConfig(endpoint, accepted, {
      request,
      extra: Object.fromEntries(extra.filter(([name]) => !outer.has(name))),
    }),
  };
  return {
    url: joinUrl(baseUrl, `${modelPath(request.model)}:streamGenerateContent?alt=sse`),
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: finishBody(Object.fromEntries(extra.filter(([name]) => outer.has(name))), own, accepted),
    credential: provider.credential,
  };
}

/** `gemini-x` and `models/gemini-x` alike; tuned models keep their own folder. */
function modelPath(model: string): string {
  const path = model.includes('/') ? model : `models/${model}`;
  return path.split('/').map(encodeURIComponent).join('/');
}

function generationConfig(
  { provider }: Endpoint,
  accepted: AcceptedParameters,
  { request, extra }: { readonly request: ModelRequest; readonly extra: JsonObject },
): JsonObject | undefined {
  const { parameters } = request;
  const config = finishBody(
    extra,
    {
      temperature: parameters.temperature,
      topP: parameters.topP,
      ...tokenLimitOf(provider, accepted, parameters.maxTokens),
      ...shape(provider, accepted, request),
    },
    accepted,
  );
  return Object.keys(config).length === 0 ? undefined : config;
}

function shape(
  { quirks }: Endpoint['provider'],
  accepted: AcceptedParameters,
  { schema, parameters }: ModelRequest,
): JsonObject {
  const output = outputFor(quirks, accepted, parameters.delivery);
  if (schema === undefined || output === 'none') return {};
  const lowered = lowerSchema(schema.schema, quirks.schemaDialect);
  return output === 'json-schema' && lowered !== undefined
    ? { responseMimeType: 'application/json', responseJsonSchema: lowered }
    : { responseMimeType: 'application/json' };
}
