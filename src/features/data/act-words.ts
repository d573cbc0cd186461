/** What a key does to cells, in words for those who do not see their marks. Acts with a notice say it there. */
import { findColumn } from '#core/design/design.ts';
import type { Workbench } from '#state/workbench.ts';
import type { SelectedCells } from '#ui/grid/data-grid-view.tsx';
import { performAct, type GridAct } from './grid-acts.ts';

const doneWords: Partial<Readonly<Record<GridAct, string>>> = {
  example: 'used as an example',
  dislike: 'marked as not like this',
  clear: 'emptied',
};

/** Performs an act and tells what it has changed; empty where it changed nothing or says so itself. */
export function actWords(workbench: Workbench, act: GridAct, cells: SelectedCells): string {
  const { stores, rows } = workbench;
  const before = stores.design.getState();
  const state = rows.cell(cells.rows[0] ?? 0, cells.columnKeys[0] ?? '')?.state;
  performAct(workbench, act, cells);
  const after = stores.design.getState();
  if (after.marks === before.marks && after.design === before.design) return '';
  const words = act === 'lock' ? (state === 'locked' ? 'unlocked' : 'locked') : doneWords[act];
  return words === undefined ? '' : `${cellsWords(cells, workbench)} ${words}`;
}

/** One cell by its place, several by their number. */
export function cellsWords({ rows, columnKeys }: SelectedCells, { stores }: Workbench): string {
  const count = rows.length * columnKeys.length;
  if (count !== 1) return `${count.toLocaleString('en')} cells`;
  const { name = '' } = findColumn(stores.design.getState().design, columnKeys[0] ?? '') ?? {};
  return `${name} of row ${((rows[0] ?? 0) + 1).toLocaleString('en')}`;
}
