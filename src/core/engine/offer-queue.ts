/**
 * Answered rows on their way to the dataset, which lives in another worker. The stream does not wait for
 * each verdict: rows that come meanwhile are offered together, so a fast answer costs few messages.
 */

export interface OfferQueue<Row> {
  /** Offers rows now, or with the next ones while others are on their way. */
  push(rows: readonly Row[]): void;
  /** Resolves when every row has its verdict; rejects with the first error, after which none is offered. */
  settled(): Promise<void>;
}

export function createOfferQueue<Row>(
  offer: (rows: readonly Row[]) => Promise<void>,
): OfferQueue<Row> {
  let waiting: Row[] = [];
  let going: Promise<void> | undefined;

  async function offerAll(): Promise<void> {
    while (waiting.length > 0) {
      const rows = waiting;
      waiting = [];
      await offer(rows);
    }
    going = undefined;
  }

  return {
    push(rows) {
      if (rows.length === 0) return;
      waiting.push(...rows);
      if (going !== undefined) return;
      going = offerAll();
      // Whoever waits for the end is told; until then nobody listens.
      going.catch(() => undefined);
    },
    settled: async () => {
      await going;
    },
  };
}
