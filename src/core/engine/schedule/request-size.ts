/**
 * How many rows one request of a call asks for. It falls when a request was too large and comes back
 * after some that fitted, since one long row says little about the next; what turns out too large
 * again is tried less and less often.
 */

export interface RequestSize {
  /** Rows of the next request, at most; 1 or more. */
  readonly rows: number;
  limit(most: number): void;
  /** A request for so many rows was answered. */
  noteFit(rows: number): void;
}

const fitsBeforeGrowth = 2;
const mostFitsBeforeGrowth = 256;

/** `most` is what the design asks for, 1 or more. */
export function createRequestSize(most: number): RequestSize {
  let rows = Math.max(1, most);
  let fits = 0;
  let fitsNeeded = fitsBeforeGrowth;
  let isTrying = false;
  return {
    get rows() {
      return rows;
    },
    limit(limit) {
      fitsNeeded = isTrying ? Math.min(mostFitsBeforeGrowth, fitsNeeded * 2) : fitsBeforeGrowth;
      isTrying = false;
      fits = 0;
      rows = Math.max(1, Math.min(rows, limit));
    },
    noteFit(fitted) {
      if (fitted < rows) return;
      fits += 1;
      if (fits < fitsNeeded) return;
      fits = 0;
      // Only a size that has held for as long counts as found to fit.
      isTrying = rows < most;
      rows = Math.min(most, rows * 2);
    },
  };
}
