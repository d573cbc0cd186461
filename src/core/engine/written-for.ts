/**
 * What cells were written for, where that may be there no more. A journal tells the order in which cells
 * were written, so one whose inputs were written again after it can be told from one that is up to date.
 */
import type { JsonValue } from '#core/base/json.ts';
import type { AcceptedRow } from './dataset-port.ts';

/** One cell, and what other cells of its row held when it was written that were written again since. Plain data. */
export interface WrittenFor {
  readonly row: number;
  readonly columnId: string;
  /** By column id; whether the cell reads these columns is not known here. */
  readonly before: Readonly<Record<string, JsonValue>>;
}

export interface WrittenForTally {
  /** Cells of a row now hold `after`; `others` is what other calls have written in the row. */
  written(change: RowChange, others: readonly AcceptedRow[]): void;
  list(): readonly WrittenFor[];
}

export interface RowChange {
  readonly before: AcceptedRow | undefined;
  readonly after: AcceptedRow;
}

export function createWrittenForTally(): WrittenForTally {
  const rows = new Map<number, Map<string, Map<string, JsonValue>>>();
  return {
    written({ before, after }, others) {
      const { row } = after;
      const changed = Object.keys(after.cells).filter(
        (id) => before?.cells[id] !== after.cells[id],
      );
      const cells = rows.get(row);
      for (const id of changed) cells?.delete(id);
      const replaced = changed.flatMap((id): [string, JsonValue][] => {
        const value = before?.cells[id];
        return value === undefined ? [] : [[id, value]];
      });
      if (replaced.length === 0) return;
      const open = cells ?? new Map<string, Map<string, JsonValue>>();
      rows.set(row, open);
      for (const columnId of others.flatMap((other) => Object.keys(other.cells))) {
        const since = open.get(columnId) ?? new Map<string, JsonValue>();
        open.set(columnId, since);
        // The first that was replaced is what the cell was written for.
        for (const [id, value] of replaced) if (!since.has(id)) since.set(id, value);
      }
    },
    list: () =>
      [...rows].flatMap(([row, cells]) =>
        [...cells].map(([columnId, before]) => ({
          row,
          columnId,
          before: Object.fromEntries(before),
        })),
      ),
  };
}
