/** Who wrote which row, so that rows of the demo model stay labelled wherever they go. */
import type { AcceptedRow } from './dataset-port.ts';

export interface RowMakers {
  /** Remembers the makers of rows; a row without one keeps what was known. */
  note(callId: string, rows: readonly AcceptedRow[]): void;
  madeBy(callId: string, row: number): string | undefined;
  /** Whether any call of the row was answered by this provider. */
  isMadeBy(row: number, providerId: string): boolean;
  clear(): void;
}

export function createRowMakers(): RowMakers {
  const makers = new Map<string, Map<number, string>>();
  return {
    note(callId, rows) {
      let ofCall = makers.get(callId);
      if (ofCall === undefined) {
        ofCall = new Map();
        makers.set(callId, ofCall);
      }
      for (const { row, madeBy } of rows) if (madeBy !== undefined) ofCall.set(row, madeBy);
    },
    madeBy: (callId, row) => makers.get(callId)?.get(row),
    isMadeBy: (row, providerId) =>
      [...makers.values()].some((ofCall) => ofCall.get(row) === providerId),
    clear: () => {
      makers.clear();
    },
  };
}
