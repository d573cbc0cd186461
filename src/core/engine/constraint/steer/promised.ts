/** Rows that are on their way: what they were told counts as if they were in. */
import type { ToldRow } from './residual.ts';

export interface Promised {
  /** Rows on their way, and the sum of what those that were told of the rule are to have. */
  readonly rows: number;
  readonly toldRows: number;
  readonly sum: number;
  /** Requests on their way that were told nothing beyond the rule itself. */
  readonly untoldRequests: number;
}

const nothingPromised: Promised = { rows: 0, toldRows: 0, sum: 0, untoldRequests: 0 };

export interface PromisedCounter {
  /** A row that is not written; undefined where nobody was asked for it. */
  add(told: ToldRow | undefined, group: string): void;
  of(group: string): Promised;
}

export function countPromised(): PromisedCounter {
  const counts = new Map<string, Promised>();
  const untold = new Map<string, Set<number>>();
  return {
    add(told, group) {
      if (told === undefined) return;
      const { rows, toldRows, sum } = counts.get(group) ?? nothingPromised;
      const aim = told.aims.get(group);
      const requests = untold.get(group) ?? new Set();
      untold.set(group, requests);
      if (aim === undefined) requests.add(told.request);
      counts.set(group, {
        rows: rows + 1,
        toldRows: toldRows + (aim === undefined ? 0 : 1),
        sum: sum + (aim ?? 0),
        untoldRequests: requests.size,
      });
    },
    of: (group) => counts.get(group) ?? nothingPromised,
  };
}

export interface Standing {
  readonly soFar: number;
  readonly written: number;
  readonly left: number;
}

/** The standing once those rows are in as they were told; those that were told nothing as the rows so far. */
export function withPromised(
  { soFar, written, left }: Standing,
  { rows, toldRows, sum }: Promised,
): Standing {
  if (rows === 0) return { soFar, written, left };
  const promised = sum + soFar * (rows - toldRows);
  const all = written + rows;
  return { soFar: (soFar * written + promised) / all, written: all, left: left - rows };
}
