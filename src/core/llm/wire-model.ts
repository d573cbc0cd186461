/**
 * A model behind any wire protocol: sends, watches for silence, reads the stream. A request that is
 * refused for a parameter is repeated without it, and the refusal is remembered for the model.
 */
import type { Clock } from '#core/base/clock.ts';
import { readBodyText } from './answer-body.ts';
import { createPayloadReader, type AnswerPayload, type PayloadReader } from './answer-payloads.ts';
import {
  capabilityKey,
  narrowCapabilities,
  nothingRefused,
  outputFor,
  type AcceptedParameters,
  type CapabilityMemory,
} from './capabilities.ts';
import { readErrorBody, type ErrorBody } from './error-body.ts';
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
import { createWireAnswer, type WireAnswer } from './wire-answer.ts';
import type { WireProtocol } from './wire-protocol.ts';

export interface WireModelOptions {
  readonly protocol: WireProtocol;
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
  readonly options: WireModelOptions & Patience;
  readonly context: ErrorContext;
  readonly watchdog: Watchdog;
  readonly callerSignal: AbortSignal;
  /** Aborted by the caller, by the watchdog, and when the consumer leaves early. */
  readonly signal: AbortSignal;
  /** The whole answer has come: its connection is left to end by itself, for the next request to use. */
  isAnswered: boolean;
}

/** One reason for all: an abort without a reason would make an exception with a stack for each request. */
const hungUp = new Error('The request is over.');

/** Wait for the closing marker once the answer itself is complete. */
const closingMs = 5_000;

/** Statuses that may complain about a parameter; 404 is how OpenRouter says that no route takes it. */
const parameterStatuses: ReadonlySet<number> = new Set([400, 404, 422]);

export function createWireModel(options: WireModelOptions): LanguageModel {
  const memory: CapabilityMemory = options.capabilities ?? new Map<string, AcceptedParameters>();
  return {
    id: options.provider.id,
    stream: (request, signal) =>
      streamAnswer({ ...options, capabilities: memory }, request, signal),
  };
}

async function* streamAnswer(
  options: WireModelOptions & { readonly capabilities: CapabilityMemory },
  request: ModelRequest,
  callerSignal: AbortSignal,
): AsyncGenerator<ModelEvent, void, undefined> {
  callerSignal.throwIfAborted();
  const { provider, baseUrl, redact } = options;
  const line = new AbortController();
  // One listener instead of a combined signal, which costs more than the rest of a request's own work.
  const hangUp = (): void => {
    line.abort(callerSignal.reason);
  };
  callerSignal.addEventListener('abort', hangUp, { once: true });
  const patience = patienceOf(provider, request.model);
  const { firstByteMs = patience.firstByteMs, idleMs = patience.idleMs } = options;
  const connection: Connection = {
    options: { ...options, firstByteMs, idleMs },
    context: { provider, baseUrl, model: request.model, redact },
    callerSignal,
    watchdog: createWatchdog(options.clock, firstByteMs, () => {
      line.abort(hungUp);
    }),
    signal: line.signal,
    isAnswered: false,
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
    callerSignal.removeEventListener('abort', hangUp);
    connection.watchdog.stop();
    if (!connection.isAnswered) line.abort(hungUp);
  }
}

/** Sends the request, at most once more for each thing that can be left out, renamed or lowered. */
async function openAnswer(
  connection: Connection,
  memory: CapabilityMemory,
  request: ModelRequest,
): Promise<Response> {
  const { provider, protocol, baseUrl, clock, firstByteMs } = connection.options;
  const key = capabilityKey(baseUrl, request.model);
  while (true) {
    const accepted = memory.get(key) ?? nothingRefused;
    const built = protocol.build({ provider, baseUrl, accepted }, request);
    const response = await send(connection, built);
    if (response.ok) return response;
    const failed = {
      status: response.type === 'opaqueredirect' ? 302 : response.status,
      headers: response.headers,
      body: await readErrorBody(response, connection.signal),
      nowMs: clock.now(),
    };
    connection.signal.throwIfAborted();
    const error = toHttpError(connection.context, failed);
    if (!mayAdapt(error, failed.status)) throw error;
    // Another request may have learnt the same meanwhile; what it learnt is not forgotten.
    const latest = memory.get(key) ?? nothingRefused;
    if (latest === accepted)
      memory.set(
        key,
        narrow(connection, { accepted, built, request }, { body: failed.body, error }),
      );
    connection.watchdog.touch(firstByteMs);
  }
}

function mayAdapt({ kind }: ProviderError, status: number): boolean {
  return parameterStatuses.has(status) && kind !== 'too-large' && kind !== 'malformed-output';
}

interface Attempt {
  readonly accepted: AcceptedParameters;
  readonly built: HttpRequest;
  readonly request: ModelRequest;
}

/** What is known after a refusal. Throws the error when it names nothing that could be changed. */
function narrow(
  { options }: Connection,
  { accepted, built, request }: Attempt,
  refusal: { readonly body: ErrorBody; readonly error: ProviderError },
): AcceptedParameters {
  const { quirks } = options.provider;
  const output = outputFor(quirks, accepted, request.parameters.delivery);
  const sent = {
    output: request.schema === undefined ? ('none' as const) : output,
    body: built.body,
  };
  const narrowed = narrowCapabilities(accepted, refusal.body, sent);
  if (narrowed === undefined) throw refusal.error;
  return narrowed;
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
  const { context, options } = connection;
  const read = options.protocol.createReader();
  const answer = createWireAnswer({ context, clock: options.clock, read });
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
  answer: WireAnswer,
): AsyncGenerator<ModelEvent, void, undefined> {
  const { context, options, watchdog, signal } = connection;
  const idleMs = (): number => (answer.isComplete ? closingMs : options.idleMs);
  const isOver = (): boolean => answer.isClosed;
  const reader = createPayloadReader((name) => options.protocol.knowsEvent(name));
  const watched = { context, watchdog, idleMs, signal, isOver, clock: options.clock };
  for await (const text of readBodyText(body, watched)) {
    yield* takeAll(answer, pushText(context, reader, text));
    connection.isAnswered = answer.isClosed;
    if (answer.isClosed) return;
  }
  signal.throwIfAborted();
  connection.isAnswered = true;
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
  answer: WireAnswer,
  payloads: readonly AnswerPayload[],
): Generator<ModelEvent, void, undefined> {
  for (const payload of payloads) yield* answer.take(payload);
}
