/** The models an endpoint offers. Ids come from a stranger: they are capped, cleaned and only ever text. */
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { joinUrl } from './join-url.ts';
import { readErrorBody } from './error-body.ts';
import { toAnswerError, toHttpError, type ErrorContext } from './http-errors.ts';
import type { HttpSend } from './language-model.ts';
import { toNetworkError } from './network-error.ts';
import { findProvider, type ProviderProtocol } from './providers.ts';

export interface ListModelsOptions {
  /** Provider id. */
  readonly provider: string;
  readonly baseUrl: string;
  readonly send: HttpSend;
  readonly signal?: AbortSignal;
  /** Epoch time, for a wait that is given as a date; such waits are not told when absent. */
  readonly nowMs?: number;
}

const maxModels = 1_000;

/** Where pages of a list are short by default, a long one is asked for. */
const listPaths: Readonly<Record<Exclude<ProviderProtocol, 'demo'>, string>> = {
  'openai-chat': 'models',
  'openai-responses': 'models',
  'anthropic-messages': 'models?limit=1000',
  'gemini-generate': 'models?pageSize=1000',
};

/**
 * Ids in alphabetical order without repeats, at most 1,000 of at most 200 characters. An empty list for
 * providers without one. Rejects with `ProviderError`, or with the reason of an aborted signal.
 */
export async function listModels(options: ListModelsOptions): Promise<readonly string[]> {
  const provider = findProvider(options.provider);
  if (provider === undefined || provider.protocol === 'demo') return [];
  const signal = options.signal ?? new AbortController().signal;
  const context: ErrorContext = { provider, baseUrl: options.baseUrl };
  let response: Response;
  try {
    response = await options.send(
      {
        url: joinUrl(options.baseUrl, listPaths[provider.protocol]),
        method: 'GET',
        headers: { accept: 'application/json', ...provider.headers },
        credential: provider.credential,
      },
      signal,
    );
  } catch (error) {
    signal.throwIfAborted();
    throw toNetworkError(context, error);
  }
  if (!response.ok) {
    const body = await readErrorBody(response, signal);
    const { status, headers } = response;
    throw toHttpError(context, { status, headers, body, nowMs: options.nowMs ?? 0 });
  }
  return readModels(context, await readText(context, response));
}

function readModels(context: ErrorContext, text: string): readonly string[] {
  const parsed = parseJson(text, { maxDepth: 32 });
  const list = parsed.ok ? listOf(parsed.value) : undefined;
  if (list === undefined)
    throw toAnswerError(
      context,
      'not-an-api',
      'answered with something that is no list of models. Check the base URL, which often ends in /v1.',
    );
  const ids = new Set<string>();
  for (const entry of list) {
    const id = idOf(entry);
    if (id !== undefined) ids.add(id);
    if (ids.size === maxModels) break;
  }
  return [...ids].sort();
}

function listOf(value: JsonValue): readonly JsonValue[] | undefined {
  const list = isJsonObject(value) ? (value.data ?? value.models) : value;
  return Array.isArray(list) ? (list as readonly JsonValue[]) : undefined;
}

function idOf(entry: JsonValue): string | undefined {
  if (isJsonObject(entry) && !canWrite(entry)) return undefined;
  const id = isJsonObject(entry) ? (entry.id ?? entry.name) : entry;
  if (typeof id !== 'string' || id.length > limits.nameLength) return undefined;
  // Google’s list gives paths, its users type names.
  const clean = id
    .replace(/^models\//, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return clean === '' ? undefined : clean;
}

/** Google’s list says what each model can do; others list what cannot write as well. */
function canWrite({ supportedGenerationMethods: methods }: JsonObject): boolean {
  return !Array.isArray(methods) || (methods as readonly JsonValue[]).includes('generateContent');
}

async function readText(context: ErrorContext, response: Response): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let sizeBytes = 0;
  while (true) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    sizeBytes += value.byteLength;
    if (sizeBytes > limits.answerBytes) {
      reader.cancel().catch(() => undefined);
      throw toAnswerError(context, 'too-large', 'sent a list of models of more than 16 MB.');
    }
    text += decoder.decode(value, { stream: true });
  }
}
