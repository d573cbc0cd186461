/** How many cells a selection means, before a run is begun for it. */
import type { Dataset } from '#core/engine/dataset.ts';
import { cellFilter, type CellSelection } from '#core/rows/cell-selection.ts';

/** Cells that models write and that are neither the user's nor skipped; rows taken out do not count. */
export function countCells({ design, store, excluded }: Dataset, selection: CellSelection): number {
  const isMeant = cellFilter(selection);
  let count = 0;
  for (const { id, fill } of design.columns) {
    if (fill.kind !== 'generated') continue;
    for (let row = 0; row < store.rowCount; row += 1) {
      if (excluded.has(row) || !isMeant(row, id)) continue;
      const state = store.state(id, row);
      if (selection.failedOnly === true ? state === 'failed' : !closed.has(state)) count += 1;
    }
  }
  return count;
}

const closed: ReadonlySet<string> = new Set(['edited', 'locked', 'skipped']);
