/** Opens cells that models have written, so that the next run writes them again. */
import type { Dataset } from '#core/engine/dataset.ts';
import type { WriteAgain } from './evaluator-protocol.ts';

/** The end of the rows concerned, 0 when there are none. What is written stays readable until it is replaced. */
export function reopenCells({ design, store, excluded }: Dataset, what: WriteAgain): number {
  const rows = what.rows && new Set(what.rows);
  const columns = what.columns && new Set(what.columns);
  const cells = what.cells && new Set(what.cells.map(({ row, columnId }) => `${row} ${columnId}`));
  let end = 0;
  for (const { id, fill } of design.columns) {
    if (fill.kind !== 'generated' || columns?.has(id) === false) continue;
    for (let row = 0; row < store.rowCount; row += 1) {
      if (rows?.has(row) === false || cells?.has(`${row} ${id}`) === false) continue;
      if (excluded.has(row)) continue;
      const state = store.state(id, row);
      if (what.failedOnly === true ? state !== 'failed' : !written.has(state)) continue;
      if (state === 'done') store.setState(id, row, 'outdated', 'being written again');
      end = Math.max(end, row + 1);
    }
  }
  return end;
}

const written: ReadonlySet<string> = new Set(['done', 'failed', 'outdated', 'empty']);
