/** Row numbers that wait, taken in ascending order so that requests ask for neighbours. */

export interface RowQueue {
  readonly size: number;
  /** Adds a row that is not in the queue. */
  add(row: number): void;
  /** Removes and returns up to `count` of the lowest rows, ascending. */
  take(count: number): readonly number[];
}

/** `rows` must be ascending; the queue keeps a copy. */
export function createRowQueue(rows: readonly number[]): RowQueue {
  let items = [...rows];
  let head = 0;
  return {
    get size() {
      return items.length - head;
    },
    add(row) {
      const last = items.at(-1);
      if (items.length === head || last === undefined || last < row) items.push(row);
      else items.splice(placeOf(row), 0, row);
    },
    take(count) {
      const taken = items.slice(head, head + count);
      head += taken.length;
      // The taken part is cut off now and then, so that taking stays cheap and memory bounded.
      if (head > 1_024 && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return taken;
    },
  };

  function placeOf(row: number): number {
    let low = head;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((items[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
