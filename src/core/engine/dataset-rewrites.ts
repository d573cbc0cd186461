/** Taking back what was written again, and telling what was written for something else. */
import type { JsonValue } from '#core/base/json.ts';
import type { Cell } from '#core/rows/cell.ts';
import { reserveRow, type Parts } from './dataset-parts.ts';
import type { TakenBackRow } from './dataset-port.ts';
import type { Dataset } from './dataset.ts';
import type { RestoredRow } from './variety/rewrites.ts';
import type { WrittenFor } from './written-for.ts';

export function rewriteMethods(
  parts: Parts,
): Pick<Dataset, 'undoRewrite' | 'earlierValues' | 'restoreOutdated'> {
  const { filler, rewrites, calls, store, makers } = parts;
  return {
    earlierValues: (columnId, row) => rewrites.previous(columnId, row),
    restoreOutdated(cells) {
      for (const cell of cells) if (cell.row < store.rowCount) markOutdated(parts, cell);
    },
    undoRewrite(id) {
      const restored = rewrites.undo(id);
      for (const { row, columnIds } of restored) {
        filler.deriveRows(columnIds, [row]);
        reserveRow(parts, row);
      }
      const read = (columnId: string, row: number) => store.cell(columnId, row);
      return Object.fromEntries(
        [...calls.values()].map(({ step }) => [
          step.callId,
          restored
            .flatMap((one) => cellsOf(one, step.columnIds, read))
            .map((one) => ({ ...one, ...makers.of(step.callId, one.row) })),
        ]),
      );
    },
  };
}

/** What is computed from the earlier values counts as well: a call may read it in their place. */
function markOutdated(
  { columnPlan, filler, outdated }: Parts,
  { row, columnId, before }: WrittenFor,
): void {
  const written = columnPlan.calls.flatMap(({ columnIds }) => columnIds);
  const known = Object.entries(before).filter(([id]) => written.includes(id));
  const { values } = filler.evaluateRow(row, new Map(known));
  const inputs = [...outdated.inputs(row)].map(
    ([id, now]) => [id, values.has(id) ? values.get(id) : now] as const,
  );
  const others = written.filter((id) => id !== columnId);
  outdated.settle(row, others, new Map(inputs));
}

function cellsOf(
  { row, columnIds }: RestoredRow,
  ofCall: readonly string[],
  read: (columnId: string, row: number) => Cell,
): readonly TakenBackRow[] {
  const cells: Record<string, JsonValue> = {};
  const emptyIds: string[] = [];
  let reason: string | undefined;
  for (const id of columnIds) {
    if (!ofCall.includes(id)) continue;
    const cell = read(id, row);
    if (cell.value !== undefined) cells[id] = cell.value;
    else {
      emptyIds.push(id);
      reason ??= cell.state === 'failed' ? (cell.reason ?? '') : undefined;
    }
  }
  if (emptyIds.length === 0) return Object.keys(cells).length === 0 ? [] : [{ row, cells }];
  const emptied = { columnIds: emptyIds, ...(reason === undefined ? {} : { reason }) };
  return [{ row, cells, emptied }];
}
