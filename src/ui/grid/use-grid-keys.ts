import { useCallback, type RefObject } from 'react';
import type { CellKeyDownArgs, CellKeyboardEvent, DataGridHandle } from 'react-data-grid';
import type { DataGridViewProps, SelectedCells } from './data-grid-view.tsx';
import { ROW_NUMBER_KEY, type RowIndex } from './grid-columns.tsx';
import { stepTo, type GridRange } from './grid-range.ts';
import type { GridSelection } from './use-grid-selection.ts';

interface GridKeys {
  readonly props: Omit<DataGridViewProps, 'ref'>;
  readonly grid: RefObject<DataGridHandle | null>;
  readonly selection: GridSelection;
}

/** What is selected by row number and column key; undefined before any cell was active. */
export function selectedCells(
  { rows, columns }: Pick<DataGridViewProps, 'rows' | 'columns'>,
  range: GridRange | undefined,
): SelectedCells | undefined {
  if (range === undefined || rows.length === 0) return undefined;
  return {
    rows: rows.slice(range.top, range.bottom + 1),
    columnKeys: columns.slice(range.left, range.right + 1).map(({ key }) => key),
    firstPlace: range.top,
  };
}

/** Keys of the grid beyond those of the library: ranges, editing by F2, and whatever the owner takes. */
export function useGridKeys(keys: GridKeys) {
  const { props, selection } = keys;
  return (args: CellKeyDownArgs<RowIndex>, event: CellKeyboardEvent): void => {
    if (args.mode !== 'ACTIVE' || event.target !== event.currentTarget.ownerDocument.activeElement)
      return;
    const cells = selectedCells(props, selection.range);
    const isTaken =
      extend(keys, event) ||
      selectAll(keys, event) ||
      selectWhole(keys, event) ||
      openCell(props, args, event) ||
      (cells !== undefined && props.onKey?.(event, cells) === true);
    if (isTaken) event.preventDefault();
    // Letters are shortcuts and open no editor, those that copy and paste among them. And the grid is
    // one stop for Tab, however many cells it has: the arrows walk those.
    if (isTaken || /^(.|Tab)$/u.test(event.key)) event.preventGridDefault();
  };
}

function selectAll({ props, selection }: GridKeys, event: CellKeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'a') return false;
  selectEverything(props, selection);
  return true;
}

function selectEverything(
  { rows, columns }: Pick<DataGridViewProps, 'rows' | 'columns'>,
  selection: GridSelection,
): void {
  selection.select({ row: 0, column: 0 }, { row: rows.length - 1, column: columns.length - 1 });
}

/** The same without a key. The active cell gets the focus; without one, the first becomes it. */
export function useSelectAll({ props, grid, selection }: GridKeys): () => void {
  const { rows, columns } = props;
  return useCallback(() => {
    if (rows.length === 0) return;
    const active = grid.current?.element?.querySelector<HTMLElement>(
      '[role=gridcell][tabindex="0"]',
    );
    if (active) active.focus({ preventScroll: true });
    else grid.current?.setActivePosition({ rowIdx: 0, idx: 1 }, { shouldFocus: true });
    // A cell that becomes the active one makes a range of one.
    queueMicrotask(() => selectEverything({ rows, columns }, selection));
  }, [rows, columns, grid, selection]);
}

/** F2 edits; Space shows details, and so does Enter where there is nothing to edit. */
function openCell(
  props: GridKeys['props'],
  args: CellKeyDownArgs<RowIndex>,
  event: CellKeyboardEvent,
): boolean {
  const { column, row, rowIdx } = args;
  if (column === undefined || row === undefined || column.key === ROW_NUMBER_KEY) return false;
  const canEdit = isEditable(props, column.key);
  if (event.key === 'F2' && canEdit && args.mode === 'ACTIVE') {
    args.setActivePosition({ rowIdx, idx: column.idx }, { enableEditor: true });
    return true;
  }
  if (event.key !== ' ' && (event.key !== 'Enter' || canEdit)) return false;
  props.onOpenCell?.(row, column.key);
  return true;
}

function isEditable({ columns }: GridKeys['props'], key: string | undefined): boolean {
  return columns.find((column) => column.key === key)?.editor !== undefined;
}

/** Shift with a key that moves draws the range on; with Control as well, to the edge. */
function extend({ props, grid, selection }: GridKeys, event: CellKeyboardEvent): boolean {
  if (!event.shiftKey || event.altKey) return false;
  const size = { rows: props.rows.length, columns: props.columns.length };
  const isFar = event.ctrlKey || event.metaKey;
  const next = selection.head && stepTo(selection.head, { key: event.key, isFar }, size);
  if (next === undefined) return false;
  selection.extend(next);
  grid.current?.scrollToCell({ rowIdx: next.row, idx: next.column + 1 });
  return true;
}

/** Shift with Space takes whole rows, Control with Space whole columns, as in spreadsheets. */
function selectWhole({ props, selection }: GridKeys, event: CellKeyboardEvent): boolean {
  const { range } = selection;
  if (event.key !== ' ' || range === undefined) return false;
  const [lastRow, lastColumn] = [props.rows.length - 1, props.columns.length - 1];
  if (event.shiftKey)
    selection.select({ row: range.top, column: 0 }, { row: range.bottom, column: lastColumn });
  else if (event.ctrlKey || event.metaKey)
    selection.select({ row: 0, column: range.left }, { row: lastRow, column: range.right });
  else return false;
  return true;
}
