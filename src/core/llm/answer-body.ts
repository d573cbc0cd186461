/**
 * The text of a response body, watched for silence and counted. Decodes UTF-8 across pieces; invalid
 * bytes become U+FFFD.
 */
import type { Clock } from '#core/base/clock.ts';
import { limits } from '#core/base/limits.ts';
import { toAnswerError, type ErrorContext } from './http-errors.ts';
import type { Watchdog } from './watchdog.ts';

export interface BodyOptions {
  readonly context: ErrorContext;
  readonly watchdog: Watchdog;
  /** Longest silence between two pieces, asked anew for each. */
  readonly idleMs: () => number;
  readonly signal: AbortSignal;
  /** Whether all of the answer has come; what remains is the end of the body. */
  readonly isOver: () => boolean;
  readonly clock: Clock;
}

/** How long a body may take to end after the end mark of its answer. */
const lastBytesMs = 1_000;
const ended = new Error('The body has ended.');

/**
 * Yields the body piece by piece. When the consumer leaves, it is cancelled; once the answer is over it is
 * read to its end instead, because a cancelled body costs its connection. Rejects with the reason of
 * an aborted signal, with `timeout` after silence, with `cut-off` when the connection breaks, and
 * with `too-large` beyond 16 MB.
 */
export async function* readBodyText(
  body: ReadableStream<Uint8Array>,
  { context, watchdog, idleMs, signal, isOver, clock }: BodyOptions,
): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  // Cancelling settles a pending read, so neither an abort nor a silence needs a race per piece.
  const cancel = (): void => {
    reader.cancel().catch(() => undefined);
  };
  signal.addEventListener('abort', cancel, { once: true });
  let sizeBytes = 0;
  let hasEnded = false;
  try {
    while (true) {
      if (sizeBytes > 0) watchdog.touch(idleMs());
      const { done, value } = await reader.read();
      if (done) {
        hasEnded = true;
        break;
      }
      // A consumer that takes its time is no silence of the server.
      watchdog.touch(Number.POSITIVE_INFINITY);
      sizeBytes += value.byteLength;
      if (sizeBytes > limits.answerBytes)
        throw toAnswerError(
          context,
          'too-large',
          'sent an answer of more than 16 MB. Ask for fewer rows per request.',
        );
      yield decoder.decode(value, { stream: true });
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof TypeError)
      throw toAnswerError(context, 'cut-off', 'broke off its answer. The finished rows are kept.');
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
    if (!hasEnded && isOver()) void readOut(reader, clock);
    else if (!hasEnded) cancel();
  }
}

/** Reads what is left and drops it, for a moment. */
async function readOut(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  clock: Clock,
): Promise<void> {
  const watch = new AbortController();
  clock
    .sleep(lastBytesMs, watch.signal)
    .then(
      () => reader.cancel(),
      () => undefined,
    )
    .catch(() => undefined);
  try {
    while (!(await reader.read()).done);
  } catch {
    // The connection broke after its answer: nothing is lost.
  } finally {
    watch.abort(ended);
  }
}
