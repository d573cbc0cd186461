/** Collects items and hands them over at most once per interval: a border is crossed per batch, not per item. */
import type { Clock } from '#core/base/clock.ts';

export interface EventBatch<Item> {
  readonly push: (item: Item) => void;
  /** Hands over what is collected, now. */
  readonly flush: () => void;
}

export function createEventBatch<Item>(
  clock: Clock,
  intervalMs: number,
  deliver: (items: readonly Item[]) => void,
): EventBatch<Item> {
  let items: Item[] = [];
  let isScheduled = false;
  const flush = (): void => {
    if (items.length === 0) return;
    const batch = items;
    items = [];
    deliver(batch);
  };
  return {
    push(item) {
      items.push(item);
      if (isScheduled) return;
      isScheduled = true;
      void clock.sleep(intervalMs).then(() => {
        isScheduled = false;
        flush();
      });
    },
    flush,
  };
}
