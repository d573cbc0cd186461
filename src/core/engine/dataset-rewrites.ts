/** Taking back what was written again. */
import type { JsonValue } from '#core/base/json.ts';
import type { Cell } from '#core/rows/cell.ts';
import { reserveRow, type Parts } from './dataset-parts.ts';
import type { TakenBackRow } from './dataset-port.ts';
import type { Dataset } from './dataset.ts';
import type { RestoredRow } from './variety/rewrites.ts';

export function rewriteMethods(parts: Parts): Pick<Dataset, 'undoRewrite' | 'earlierValues'> {
  const { filler, rewrites, calls, store, makers } = parts;
  return {
    earlierValues: (columnId, row) => rewrites.previous(columnId, row),
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
