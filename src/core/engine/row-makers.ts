/** Who wrote which row, so that rows of the demo model stay labelled wherever they go, and files can say where a row came from. */
import type { AcceptedRow } from './dataset-port.ts';

export type RowMaker = Pick<AcceptedRow, 'madeBy' | 'model' | 'requestId'>;

export interface RowMakers {
  /** Remembers the makers of rows; a row without one keeps what was known. */
  note(callId: string, rows: readonly AcceptedRow[]): void;
  /** Empty where nothing is known. */
  of(callId: string, row: number): RowMaker;
  /** Whether any call of the row was answered by this provider. */
  isMadeBy(row: number, providerId: string): boolean;
  clear(): void;
}

const unknown: RowMaker = {};

export function createRowMakers(): RowMakers {
  const makers = new Map<string, Map<number, RowMaker>>();
  return {
    note(callId, rows) {
      let ofCall = makers.get(callId);
      if (ofCall === undefined) {
        ofCall = new Map();
        makers.set(callId, ofCall);
      }
      for (const { row, madeBy, model, requestId } of rows)
        if (madeBy !== undefined) ofCall.set(row, { madeBy, model, requestId });
    },
    of: (callId, row) => makers.get(callId)?.get(row) ?? unknown,
    isMadeBy: (row, providerId) =>
      [...makers.values()].some((ofCall) => ofCall.get(row)?.madeBy === providerId),
    clear: () => {
      makers.clear();
    },
  };
}
