/** Writes what a draw makes into the cells of a column. */
import type { WritableColumn } from '#core/rows/row-store.ts';
import { keptStates, Refusal, type Draw } from './cell-draw.ts';
import type { RowViews } from './row-view.ts';

export interface FillOptions {
  readonly start: number;
  readonly end: number;
  readonly views: RowViews;
}

/** Rows [start, end). Cells that are edited or locked stay as they are. */
export function fillCells(
  cells: WritableColumn,
  draw: Draw,
  { start, end, views }: FillOptions,
): void {
  for (let row = start; row < end; row += 1) {
    if (keptStates.has(cells.state(row))) continue;
    const drawn = draw(row, views.moveTo(row));
    if (drawn instanceof Refusal) cells.setState(row, drawn.state, drawn.reason);
    else cells.set(row, drawn);
  }
}
