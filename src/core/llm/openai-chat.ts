/**
 * The OpenAI chat completions protocol, which most hosted and local servers speak. A request that is
 * refused for a parameter is repeated without it, and the refusal is remembered for the model.
 */
import type { Clock } from '#core/base/clock.ts';
import { readBodyText } from './answer-body.ts';
import { createPayloadReader, type AnswerPayload, type PayloadReader } from './answer-payloads.ts';
import {
  capabilityKey,
  initialCapabilities,
  narrowCapabilities,
  type AcceptedParameters,
  type CapabilityMemory,
} from './capabilities.ts';
import { createChatAnswer, type ChatAnswer } from './chat-answer.ts';
import { buildChatRequest } from './chat-request.ts';
import { readErrorBody } from './error-body.ts';
import { toAnswerError, toHttpError, type ErrorContext } from './http-errors.ts';
import type {
  HttpRequest,
  HttpSend,
  LanguageModel,
  ModelEvent,
  ModelRequest,
} from './language-model.ts';
import { toNetworkError } from './network-error.ts';
import { patienceOf, type Patience } from './patience.ts';
import { ProviderError } from './provider-error.ts';
import type { Provider } from './providers.ts';
import { createWatchdog, type Watchdog } from './watchdog.ts';

export interface OpenAiChatOptions {
  readonly provider: Provider;
  readonly baseUrl: string;
  readonly send: HttpSend;
  readonly clock: Clock;
  /** Shared by the models of a host, so that a refusal is met only once. */
  readonly capabilities?: CapabilityMemory | undefined;
  /** Longest wait for the first byte; by default as `patienceOf` says. */
  readonly firstByteMs?: number | undefined;
  /** Longest silence between bytes; by default as `patienceOf` says. */
  readonly idleMs?: number | undefined;
  /** Removes the keys the host knows from texts of the provider. */
  readonly redact?: ((text: string) => string) | undefined;
}

interface Connection {
  readonly options: OpenAiChatOptions & Patience;
  readonly context: ErrorContext;
  readonly watchdog: Watchdog;
  readonly callerSignal: AbortSignal;
  /** Aborted by the caller or by the watchdog. */
  readonly signal: AbortSignal;
}

/** Wait for the closing marker once the answer itself is complete. */
const closingMs = 5_000;

/** Statuses that may complain about a parameter; 404 is how OpenRouter says that no route takes it. */
const parameterStatuses: ReadonlySet<number> = new Set([400, 404, 422]);

export function createOpenAiChat(options: OpenAiChatOptions): LanguageModel {
  const memory: CapabilityMemory = options.capabilities ?? new Map<string, AcceptedParameters>();
  return {
    id: options.provider.id,
    stream: (request, signal) =>
      streamAnswer({ ...options, capabilities: memory }, request, signal),
  };
}

async function* streamAnswer(
  options: OpenAiChatOptions & { readonly capabilities: CapabilityMemory },
  request: ModelRequest,
  callerSignal: AbortSignal,
): AsyncGenerator<ModelEvent, void, undefined> {
  callerSignal.throwIfAborted();
  const { provider, baseUrl, redact } = options;
  const silence = new AbortController();
  const patience = patienceOf(provider, request.model);
  const { firstByteMs = patience.firstByteMs, idleMs = patience.idleMs } = options;
  const connection: Connection = {
    options: { ...options, firstByteMs, idleMs },
    context: { provider, baseUrl, model: request.model, redact },
    callerSignal,
    watchdog: createWatchdog(options.clock, firstByteMs, () => {
      silence.abort();
    }),
    signal: AbortSignal.any([callerSignal, silence.signal]),
  };
  try {
    const response = await openAnswer(connection, options.capabilities, request);
    yield* readAnswer(connection, response);
  } catch (error) {
    callerSignal.throwIfAborted();
    if (connection.watchdog.isTripped && !(error instanceof ProviderError))
      throw toAnswerError(
        connection.context,
        'timeout',
        'did not answer in time. Rowsmith tries again.',
      );
    throw error;
  } finally {
    connection.watchdog.stop();
    // Closes the connection when the consumer left early.
    silence.abort();
  }
}

/** Sends the request, at most once more for each parameter that can be dropped or renamed. */
async function openAnswer(
  connection: Connection,
  memory: CapabilityMemory,
  request: ModelRequest,
): Promise<Response> {
  const { provider, baseUrl, clock, firstByteMs } = connection.options;
  const key = capabilityKey(baseUrl, request.model);
  let capabilities = memory.get(key) ?? initialCapabilities(provider);
  while (true) {
    const response = await send(
      connection,
      buildChatRequest({ provider, baseUrl, capabilities }, request),
    );
    if (response.ok) return response;
    const failed = {
      status: response.type === 'opaqueredirect' ? 302 : response.status,
      headers: response.headers,
      body: await readErrorBody(response, connection.signal),
      nowMs: clock.now(),
    };
    connection.signal.throwIfAborted();
    const error = toHttpError(connection.context, failed);
    const narrowed =
      parameterStatuses.has(failed.status) && error.kind !== 'too-large'
        ? narrowCapabilities(capabilities, failed.body)
        : undefined;
    if (narrowed === undefined) throw error;
    capabilities = narrowed;
    memory.set(key, narrowed);
    connection.watchdog.touch(firstByteMs);
  }
}

async function send(
  { options, context, signal }: Connection,
  request: HttpRequest,
): Promise<Response> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  // A rejection that nobody waits for any more is no error.
  aborted.catch(() => undefined);
  try {
    return await Promise.race([options.send(request, signal), aborted]);
  } catch (error) {
    signal.throwIfAborted();
    throw toNetworkError(context, error);
  }
}

async function* readAnswer(
  connection: Connection,
  response: Response,
): AsyncGenerator<ModelEvent, void, undefined> {
  const answer = createChatAnswer(connection.context, connection.options.clock);
  if (response.body !== null) {
    try {
      yield* readPayloads(connection, response.body, answer);
    } catch (error) {
      // A finished answer stays finished when only its goodbye is missing.
      if (!answer.isComplete || connection.callerSignal.aborted) throw error;
    }
  }
  yield* answer.end();
}

async function* readPayloads(
  connection: Connection,
  body: ReadableStream<Uint8Array>,
  answer: ChatAnswer,
): AsyncGenerator<ModelEvent, void, undefined> {
  const { context, options, watchdog, signal } = connection;
  const idleMs = (): number => (answer.isComplete ? closingMs : options.idleMs);
  const reader = createPayloadReader();
  for await (const text of readBodyText(body, { context, watchdog, idleMs, signal })) {
    yield* takeAll(answer, pushText(context, reader, text));
    if (answer.isClosed) return;
  }
  signal.throwIfAborted();
  yield* takeAll(answer, reader.end());
}

function pushText(
  context: ErrorContext,
  reader: PayloadReader,
  text: string,
): readonly AnswerPayload[] {
  try {
    return reader.push(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw toAnswerError(
      context,
      'too-large',
      'sent a line of more than 2 MB. Ask for fewer rows per request.',
    );
  }
}

function* takeAll(
  answer: ChatAnswer,
  payloads: readonly AnswerPayload[],
): Generator<ModelEvent, void, undefined> {
  for (const payload of payloads) yield* answer.take(payload);
}
