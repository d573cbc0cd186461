/** Turns what parallel workers tell into one ordered stream that a generator can yield. */

export interface EventQueue<Item> {
  readonly push: (item: Item) => void;
  /** Ends the stream after what was pushed. */
  readonly close: () => void;
  /** Ends the stream with an error after what was pushed. */
  readonly fail: (error: unknown) => void;
  /** For one consumer. */
  readonly items: () => AsyncGenerator<Item, void, undefined>;
}

/** An unbounded queue: its producers are bounded by the number of requests in flight. */
export function createEventQueue<Item>(): EventQueue<Item> {
  let pending: Item[] = [];
  let end: { readonly error?: unknown } | undefined;
  let wake: (() => void) | undefined;

  const change = (): void => {
    wake?.();
    wake = undefined;
  };

  async function* items(): AsyncGenerator<Item, void, undefined> {
    while (true) {
      const taken = pending;
      pending = [];
      yield* taken;
      if (pending.length > 0) continue;
      if (end !== undefined) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (end.error !== undefined) throw end.error as Error;
  }

  return {
    push(item) {
      pending.push(item);
      change();
    },
    close() {
      end ??= {};
      change();
    },
    fail(error) {
      end ??= { error };
      change();
    },
    items,
  };
}
