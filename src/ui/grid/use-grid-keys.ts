import type { RefObject } from 'react';
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
export function useGridKeys({ props, grid, selection }: GridKeys) {
  return (args: CellKeyDownArgs<RowIndex>, event: CellKeyboardEvent): void => {
    if (args.mode !== 'ACTIVE' || event.target !== event.currentTarget.ownerDocument.activeElement)
      return;
    const hasMod = event.ctrlKey || event.metaKey;
    if (args.row === undefined) {
      handleHead(props, args, event);
      return;
    }
    if (event.shiftKey && !hasMod && extend({ props, grid, selection }, event)) return;
    if (hasMod && event.key.toLowerCase() === 'a') {
      event.preventGridDefault();
      event.preventDefault();
      const end = { row: props.rows.length - 1, column: props.columns.length - 1 };
      selection.select({ row: 0, column: 0 }, end);
      return;
    }
    if (event.key === 'F2' && args.column !== undefined) {
      event.preventGridDefault();
      const position = { rowIdx: args.rowIdx, idx: args.column.idx };
      args.setActivePosition(position, { enableEditor: true });
      return;
    }
    const { column, row } = args;
    const opensDetails =
      event.key === ' ' || (event.key === 'Enter' && !isEditable(props, column?.key));
    if (opensDetails && column !== undefined && column.key !== ROW_NUMBER_KEY) {
      event.preventGridDefault();
      event.preventDefault();
      props.onOpenCell?.(row, column.key);
      return;
    }
    const cells = selectedCells(props, selection.range);
    if (cells !== undefined && props.onKey?.(event, cells) === true) {
      event.preventGridDefault();
      event.preventDefault();
      return;
    }
    // Letters are shortcuts here; editing begins with Enter or F2.
    if (event.key.length === 1 && !hasMod) event.preventGridDefault();
  };
}

function isEditable({ columns }: GridKeys['props'], key: string | undefined): boolean {
  return columns.find((column) => column.key === key)?.editor !== undefined;
}

/** The header's menu, where there is no mouse. */
function handleHead(
  { onHeadMenu }: GridKeys['props'],
  { column }: CellKeyDownArgs<RowIndex>,
  event: CellKeyboardEvent,
): void {
  const isAsked = event.key === 'ContextMenu' || (event.altKey && event.key === 'ArrowDown');
  if (!isAsked || column === undefined || onHeadMenu === undefined) return;
  event.preventGridDefault();
  event.preventDefault();
  onHeadMenu(column.key, event.currentTarget);
}

function extend({ props, grid, selection }: GridKeys, event: CellKeyboardEvent): boolean {
  const size = { rows: props.rows.length, columns: props.columns.length };
  const next = selection.head && stepTo(selection.head, event.key, size);
  if (next === undefined) return false;
  event.preventGridDefault();
  event.preventDefault();
  selection.extend(next);
  grid.current?.scrollToCell({ rowIdx: next.row, idx: next.column + 1 });
  return true;
}
