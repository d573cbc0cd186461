/**
 * The text of a response body, watched for silence and counted. Decodes UTF-8 across pieces; invalid
 * bytes become U+FFFD.
 */
import { limits } from '#core/base/limits.ts';
import { toAnswerError, type ErrorContext } from './http-errors.ts';
import type { Watchdog } from './watchdog.ts';

export interface BodyOptions {
  readonly context: ErrorContext;
  readonly watchdog: Watchdog;
  /** Longest silence between two pieces, asked anew for each. */
  readonly idleMs: () => number;
  readonly signal: AbortSignal;
}

/**
 * Yields the body piece by piece and cancels it when the consumer leaves. Rejects with the reason of
 * an aborted signal, with `timeout` after silence, with `cut-off` when the connection breaks, and
 * with `too-large` beyond 16 MB.
 */
export async function* readBodyText(
  body: ReadableStream<Uint8Array>,
  { context, watchdog, idleMs, signal }: BodyOptions,
): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  // Cancelling settles a pending read, so neither an abort nor a silence needs a race per piece.
  const cancel = (): void => {
    reader.cancel().catch(() => undefined);
  };
  signal.addEventListener('abort', cancel, { once: true });
  let sizeBytes = 0;
  try {
    while (true) {
      if (sizeBytes > 0) watchdog.touch(idleMs());
      const { done, value } = await reader.read();
      if (done) break;
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
    cancel();
  }
}
