/** How often judges have had each row written again: counted when a request for it leaves, live and from the journal alike. */

/** Who wants cells written again; undefined for cells that are out of date. */
export type Asker = 'judge' | 'person' | undefined;

export interface RewriteTally {
  /** Cells of the row are to be written again by this call; a person who asks for it begins the count anew. */
  open(callId: string, row: number, by: Asker): void;
  /** A request for these rows leaves. What is asked for once more within the same rewriting counts once. */
  sent(callId: string, rows: readonly number[]): void;
  /** The newest request for these rows did not leave after all. */
  unsent(callId: string, rows: readonly number[]): void;
  /** Rows that were written again at least once. A rewriting may take several calls and counts once. */
  byRow(): Readonly<Record<number, number>>;
}

interface Place {
  times: number;
  /** To be written again, and no request has left for it yet. */
  isOpen: boolean;
  /** Its newest request was the first of a rewriting. */
  isFirst: boolean;
}

/** `before` is what earlier parts of the run have counted. */
export function createRewriteTally(before: Readonly<Record<number, number>> = {}): RewriteTally {
  const earlier = new Map(Object.entries(before).map(([row, times]) => [Number(row), times]));
  const rows = new Map<number, Map<string, Place>>();
  const placeOf = (callId: string, row: number): Place => {
    const calls = rows.get(row) ?? new Map<string, Place>();
    const place = calls.get(callId) ?? { times: 0, isOpen: false, isFirst: false };
    rows.set(row, calls.set(callId, place));
    return place;
  };
  const timesOf = (row: number): number => {
    const places = [...(rows.get(row)?.values() ?? [])];
    return (earlier.get(row) ?? 0) + Math.max(0, ...places.map(({ times }) => times));
  };
  return {
    open(callId, row, by) {
      if (by === 'person') {
        rows.delete(row);
        earlier.delete(row);
      }
      placeOf(callId, row).isOpen = by === 'judge';
    },
    sent(callId, asked) {
      for (const row of asked) {
        const place = rows.get(row)?.get(callId);
        if (place === undefined) continue;
        place.isFirst = place.isOpen;
        place.times += place.isOpen ? 1 : 0;
        place.isOpen = false;
      }
    },
    unsent(callId, asked) {
      for (const row of asked) {
        const place = rows.get(row)?.get(callId);
        if (place?.isFirst !== true) continue;
        place.times -= 1;
        place.isOpen = true;
        place.isFirst = false;
      }
    },
    byRow: () =>
      Object.fromEntries(
        [...new Set([...earlier.keys(), ...rows.keys()])]
          .map((row): [number, number] => [row, timesOf(row)])
          .filter(([, times]) => times > 0),
      ),
  };
}
