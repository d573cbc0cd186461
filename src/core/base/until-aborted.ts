/** Leaves an asynchronous sequence at the moment of an abort, even when its source never answers. */

/**
 * Yields what the source yields; rejects with the signal's reason as soon as it is aborted. The
 * source is told to end, but not waited for. No listener is left behind.
 */
export async function* untilAborted<Item>(
  source: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item, void, undefined> {
  signal.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  let refuse: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    refuse = () => reject(signal.reason as Error);
    signal.addEventListener('abort', refuse, { once: true });
  });
  aborted.catch(() => undefined); // Nobody listens between two items.
  let isDone = false;
  try {
    while (true) {
      const next = iterator.next();
      next.catch(() => undefined); // The loser of the race may fail later.
      const result = await Promise.race([next, aborted]);
      isDone = result.done === true;
      if (result.done === true) return;
      yield result.value;
    }
  } catch (error) {
    isDone = !signal.aborted;
    throw error;
  } finally {
    if (refuse !== undefined) signal.removeEventListener('abort', refuse);
    if (!isDone) void iterator.return?.().catch(() => undefined);
  }
}
