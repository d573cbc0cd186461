/** Writes what a sampler makes into the cells of a column, in blocks where it has a kernel for them. */
import type { WritableColumn } from '#core/rows/row-store.ts';
import { keptStates, Refusal, type Draw } from './cell-draw.ts';
import type { RowViews } from './row-view.ts';
import { blockRows, type BlockKernel } from './sample/block-kernel.ts';
import type { Sampler } from './sample/sample-context.ts';

export interface FillOptions {
  readonly start: number;
  readonly end: number;
  readonly views: RowViews;
}

/** Rows [start, end). Cells that are edited or locked stay as they are. */
export function fillCells(
  cells: WritableColumn,
  { draw, block }: Sampler,
  { start, end, views }: FillOptions,
): void {
  for (let from = start; from < end; from += blockRows) {
    const to = Math.min(end, from + blockRows);
    const isWritten =
      block !== undefined &&
      !cells.hasKept(from, to - from) &&
      writeBlock(cells, block, { start: from, count: to - from });
    if (!isWritten) fillRows(cells, draw, { start: from, end: to, views });
  }
}

function fillRows(cells: WritableColumn, draw: Draw, { start, end, views }: FillOptions): void {
  for (let row = start; row < end; row += 1) {
    if (keptStates.has(cells.state(row))) continue;
    const drawn = draw(row, views.moveTo(row));
    if (drawn instanceof Refusal) cells.setState(row, drawn.state, drawn.reason);
    else cells.set(row, drawn);
  }
}

/** Scratch of this thread; a kernel is done with it before the next one starts. */
const numbers = new Float64Array(blockRows);
const codes = new Int32Array(blockRows);

function writeBlock(
  cells: WritableColumn,
  block: BlockKernel,
  { start, count }: { readonly start: number; readonly count: number },
): boolean {
  switch (block.kind) {
    case 'numbers':
      if (!block.fill(start, count, numbers)) return false;
      cells.setNumbers(start, count, numbers);
      return true;
    case 'codes':
      if (!block.fill(start, count, codes)) return false;
      cells.setCodes(start, count, { codes, valueOf: block.valueOf });
      return true;
    case 'computed':
      if (block.covers?.(start, count) === false) return false;
      cells.setComputed(start, count, block.valueOf);
      return true;
  }
}
