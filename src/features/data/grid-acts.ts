/** What keys and menus of the grid do with what is selected: one definition each. */
import { findColumn } from '#core/design/design.ts';
import { isRunning } from '#state/run-store.ts';
import type { Workbench } from '#state/workbench.ts';
import type { SelectedCells } from '#ui/grid/data-grid-view.tsx';
import { fromTsv, toTsv } from './clipboard-text.ts';

/** Most cells that are copied or changed by one act. */
const mostCells = 100_000;

export type GridAct = 'again' | 'lock' | 'example' | 'dislike' | 'clear' | 'revert' | 'delete-rows';

export function performAct(workbench: Workbench, act: GridAct, cells: SelectedCells): void {
  const { edits, runs, rows, stores } = workbench;
  const { actions } = stores.view.getState();
  if (act === 'delete-rows') {
    edits.remove(cells.rows);
    return;
  }
  if (cells.rows.length * cells.columnKeys.length > mostCells) {
    const most = mostCells.toLocaleString('en');
    actions.toast({ text: `At most ${most} cells can be changed at once.`, severity: 'error' });
    return;
  }
  const places = placesOf(cells);
  const [first] = places;
  if (first === undefined) return;
  const cell = rows.cell(first.row, first.columnId);
  switch (act) {
    case 'again':
      if (!isRunning(stores.run.getState().status)) void runs.writeAgain({ cells: places });
      break;
    case 'lock':
      edits.lock(places, cell?.state !== 'locked');
      break;
    case 'example':
      edits.setExample(first, true);
      break;
    case 'dislike':
      edits.setDisliked(first, true);
      break;
    case 'clear':
      edits.edit(places.map((place) => ({ ...place, value: null })));
      break;
    case 'revert':
      edits.revert(places);
      break;
  }
}

function placesOf({ rows, columnKeys }: SelectedCells) {
  return rows.flatMap((row) => columnKeys.map((columnId) => ({ row, columnId })));
}

/** Puts the selection on the clipboard as text; what is not loaded yet is loaded first. */
export function copyCells(
  { rows, stores }: Workbench,
  cells: SelectedCells,
  clipboard: DataTransfer,
): void {
  const { actions } = stores.view.getState();
  if (cells.rows.length * cells.columnKeys.length > mostCells) {
    const most = mostCells.toLocaleString('en');
    actions.toast({ text: `At most ${most} cells can be copied at once.`, severity: 'error' });
    return;
  }
  const read = (): string =>
    toTsv(cells.rows.map((row) => cells.columnKeys.map((key) => rows.cell(row, key)?.value)));
  const [column = ''] = cells.columnKeys;
  if (cells.rows.every((row) => rows.cell(row, column) !== undefined)) {
    clipboard.setData('text/plain', read());
    return;
  }
  const copy = async (): Promise<void> => {
    await rows.loadRows(cells.rows);
    await navigator.clipboard.writeText(read());
  };
  copy().catch(() => {
    actions.toast({ text: 'The browser did not allow copying.', severity: 'error' });
  });
}

/** Lays a table of text over the grid from the first selected cell on; a single value fills the selection. */
export function pasteCells(workbench: Workbench, { cells, text, shown: grid }: Paste): void {
  const { edits, stores } = workbench;
  const table = fromTsv(text);
  const { actions } = stores.view.getState();
  if (!table.ok) {
    actions.toast({ text: table.problem, severity: 'error' });
    return;
  }
  const [single] = table.rows[0] ?? [];
  const isSingle = table.rows.length === 1 && table.rows[0]?.length === 1;
  if (isSingle && single !== undefined) {
    edits.edit(
      placesOf(cells)
        .slice(0, mostCells)
        .map((place) => ({ ...place, value: single })),
    );
    return;
  }
  const left = grid.columnKeys.indexOf(cells.columnKeys[0] ?? '');
  const pasted = table.rows.flatMap((line, down) => {
    const row = grid.rows[cells.firstPlace + down];
    return line.flatMap((value, right) => {
      const columnId = grid.columnKeys[left + right];
      return row === undefined || columnId === undefined ? [] : [{ row, columnId, value }];
    });
  });
  const cut = table.rows.reduce((sum, line) => sum + line.length, 0) - pasted.length;
  edits.edit(pasted);
  if (cut > 0)
    actions.toast({
      text: `${cut.toLocaleString('en')} pasted cells lay beyond the table and were left out.`,
    });
}

export interface Paste {
  readonly cells: SelectedCells;
  readonly text: string;
  /** What the grid shows, in order. */
  readonly shown: Pick<SelectedCells, 'rows' | 'columnKeys'>;
}

/** Shortcuts of the grid; the menu shows the same keys. */
export const actKeys: Readonly<Record<string, GridAct>> = {
  r: 'again',
  l: 'lock',
  e: 'example',
  Delete: 'clear',
  Backspace: 'delete-rows',
};

export function canBeWritten({ stores }: Workbench, { columnKeys }: SelectedCells): boolean {
  const { design } = stores.design.getState();
  return columnKeys.some((key) => findColumn(design, key)?.fill.kind === 'generated');
}
