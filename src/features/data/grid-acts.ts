/** What keys and menus of the grid do with what is selected: one definition each. */
import { findColumn } from '#core/design/design.ts';
import { isRunning } from '#state/run-store.ts';
import type { Workbench } from '#state/workbench.ts';
import type { SelectedCells } from '#ui/grid/data-grid-view.tsx';
import { callOf, isExampleCell } from './cell-marks.ts';
import { toTsv } from './clipboard-text.ts';

/** Most cells that are copied or changed by one act. */
const mostCells = 100_000;

export type GridAct =
  | 'again'
  | 'rows-again'
  | 'keep'
  | 'lock'
  | 'example'
  | 'dislike'
  | 'prompt'
  | 'clear'
  | 'revert'
  | 'delete-rows';

export function performAct(workbench: Workbench, act: GridAct, cells: SelectedCells): void {
  const { edits, rows, stores } = workbench;
  const { actions } = stores.view.getState();
  if (act === 'delete-rows') {
    edits.remove(cells.rows);
    return;
  }
  if (act === 'rows-again') {
    writeAgain(workbench, { rows: cells.rows });
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
  const written = places.filter(({ columnId }) => isWritten(workbench, columnId));
  switch (act) {
    case 'again':
      writeAgain(workbench, { cells: places });
      break;
    case 'lock':
      edits.lock(places, rows.cell(first.row, first.columnId)?.state !== 'locked');
      break;
    case 'example':
      edits.setExample(written, true);
      break;
    case 'dislike':
      edits.setDisliked(written, true);
      break;
    case 'keep':
      edits.keep(written);
      void writeOthersAgain(workbench, [...new Set(written.map(({ columnId }) => columnId))]);
      break;
    case 'prompt':
      actions.set({ openCell: first, drawerTab: 'prompt' });
      break;
    case 'clear':
      edits.edit(places.map((place) => ({ ...place, value: null })));
      break;
    case 'revert':
      edits.revert(places);
      break;
  }
}

type Selection = Parameters<Workbench['runs']['writeAgain']>[0];

function writeAgain({ runs, stores }: Workbench, selection: Selection): void {
  if (!isRunning(stores.run.getState().status)) void runs.writeAgain(selection);
}

/**
 * Writes columns again, except for the cells that a person has said something good about: those that
 * are edited, locked or used as examples.
 */
export async function writeOthersAgain(
  workbench: Workbench,
  columnIds: readonly string[],
): Promise<void> {
  const { rows, stores } = workbench;
  const all = Array.from({ length: rows.rowCount }, (_, row) => row);
  await rows.loadRows(all);
  const { design } = stores.design.getState();
  const cells = columnIds.flatMap((columnId) => {
    const column = findColumn(design, columnId);
    if (column === undefined) return [];
    const call = callOf(design, column);
    return all
      .filter((row) => !isExampleCell(call, column, rows.cell(row, columnId)))
      .map((row) => ({ row, columnId }));
  });
  writeAgain(workbench, { cells });
}

function placesOf({ rows, columnKeys }: SelectedCells) {
  return rows.flatMap((row) => columnKeys.map((columnId) => ({ row, columnId })));
}

/**
 * Puts the selection on the clipboard as text; what is not loaded yet is loaded first. Without the
 * clipboard of an event, as from a menu, the browser is asked for its own.
 */
export function copyCells(
  { rows, stores }: Workbench,
  cells: SelectedCells,
  clipboard?: DataTransfer,
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
  if (clipboard && cells.rows.every((row) => rows.cell(row, column) !== undefined)) {
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
export async function pasteCells(
  workbench: Workbench,
  { cells, text, shown: grid }: Paste,
): Promise<void> {
  const { edits, stores } = workbench;
  const { fromTsv } = await import('./pasted-table.ts');
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
  R: 'keep',
  l: 'lock',
  e: 'example',
  d: 'dislike',
  p: 'prompt',
  Delete: 'clear',
  Backspace: 'delete-rows',
};

export function canBeWritten(workbench: Workbench, { columnKeys }: SelectedCells): boolean {
  return columnKeys.some((columnId) => isWritten(workbench, columnId));
}

function isWritten({ stores }: Workbench, columnId: string): boolean {
  return findColumn(stores.design.getState().design, columnId)?.fill.kind === 'generated';
}
