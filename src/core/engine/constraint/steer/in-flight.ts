/**
 * What requests in flight were told to deliver, row by row, until the rows are in or the request has ended
 * without them: a request that is built meanwhile is told what is lacking beyond that.
 */
import type { ToldRow } from './residual.ts';

/** What one request was told: by id of the rule, then by group, what its rows are to have. */
export type Aims = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface InFlight {
  /** What a request in flight for this row was told of a rule; undefined when there is none. */
  told(ruleId: string, row: number): ToldRow | undefined;
  /** A request for these rows leaves. Rules that it was told nothing of are among the aims, without a group. */
  note(callId: string, rows: readonly number[], aims: Aims): void;
  /** The rows are in, failed, or to be asked for again. */
  drop(callId: string, rows: readonly number[]): void;
  clear(): void;
}

interface Asked {
  readonly request: number;
  readonly aims: Aims;
}

export function createInFlight(): InFlight {
  const asked = new Map<string, Map<number, Asked>>();
  let requests = 0;
  const none: ReadonlyMap<string, number> = new Map();
  return {
    note(callId, rows, aims) {
      const request = (requests += 1);
      const ofCall = asked.get(callId) ?? new Map<number, Asked>();
      asked.set(callId, ofCall);
      for (const row of rows) ofCall.set(row, { request, aims });
    },
    drop(callId, rows) {
      const ofCall = asked.get(callId);
      for (const row of rows) ofCall?.delete(row);
    },
    clear: () => {
      asked.clear();
    },
    told(ruleId, row): ToldRow | undefined {
      for (const ofCall of asked.values()) {
        const found = ofCall.get(row);
        if (found?.aims.has(ruleId) !== true) continue;
        return { request: found.request, aims: found.aims.get(ruleId) ?? none };
      }
      return undefined;
    },
  };
}
