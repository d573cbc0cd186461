/** Taking back what was written again. */
import type { JsonValue } from '#core/base/json.ts';
import { reserveRow, type Parts } from './dataset-parts.ts';
import type { AcceptedRow } from './dataset-port.ts';
import type { Dataset } from './dataset.ts';
import type { RestoredRow } from './variety/rewrites.ts';

export function rewriteMethods(parts: Parts): Pick<Dataset, 'undoRewrite'> {
  const { filler, rewrites, calls, store, makers } = parts;
  return {
    undoRewrite(id) {
      const restored = rewrites.undo(id);
      for (const { row, columnIds } of restored) {
        filler.deriveRows(columnIds, [row]);
        reserveRow(parts, row);
      }
      const read = (columnId: string, row: number) => store.value(columnId, row);
      return Object.fromEntries(
        [...calls.values()].map(({ step }) => [
          step.callId,
          restored
            .flatMap((one) => cellsOf(one, step.columnIds, read))
            .map((one) => ({
              ...one,
              madeBy: makers.madeBy(step.callId, one.row),
            })),
        ]),
      );
    },
  };
}

function cellsOf(
  { row, columnIds }: RestoredRow,
  ofCall: readonly string[],
  read: (columnId: string, row: number) => JsonValue | undefined,
): readonly AcceptedRow[] {
  const cells: Record<string, JsonValue> = {};
  for (const id of columnIds) {
    const value = ofCall.includes(id) ? read(id, row) : undefined;
    if (value !== undefined) cells[id] = value;
  }
  return Object.keys(cells).length === 0 ? [] : [{ row, cells }];
}
