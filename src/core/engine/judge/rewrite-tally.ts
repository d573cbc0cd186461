/** How often judges have had each row written again, as the journal tells it. */

export interface RewriteTally {
  /** Cells of the row are written again by this call; a person who asks for it begins the count anew. */
  note(callId: string, row: number, isByJudge: boolean): void;
  /** Rows that were written again at least once. A round may take several calls and counts once. */
  byRow(): Readonly<Record<number, number>>;
}

export function createRewriteTally(): RewriteTally {
  const times = new Map<number, Map<string, number>>();
  return {
    note(callId, row, isByJudge) {
      if (!isByJudge) {
        times.delete(row);
        return;
      }
      const calls = times.get(row) ?? new Map<string, number>();
      calls.set(callId, (calls.get(callId) ?? 0) + 1);
      times.set(row, calls);
    },
    byRow: () =>
      Object.fromEntries([...times].map(([row, calls]) => [row, Math.max(...calls.values())])),
  };
}
