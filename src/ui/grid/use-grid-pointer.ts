import type { ClipboardEvent } from 'react';
import type { DataGridProps } from 'react-data-grid';
import type { DataGridViewProps } from './data-grid-view.tsx';
import { ROW_NUMBER_KEY, type RowIndex } from './grid-columns.tsx';
import { isInRange } from './grid-range.ts';
import { selectedCells } from './use-grid-keys.ts';
import type { GridSelection } from './use-grid-selection.ts';

type Props = Omit<DataGridViewProps, 'ref'>;
type LibraryProps = DataGridProps<RowIndex>;

/** What the mouse does to cells, and what follows when another cell becomes the active one. */
export function useGridPointer(props: Props, selection: GridSelection) {
  const { columns } = props;
  const placeOf = (key: string): number => columns.findIndex((column) => column.key === key);
  return {
    onActivePositionChange: ({ row, rowIdx, column }) => {
      if (row === undefined || !column) return;
      selection.begin({ row: rowIdx, column: Math.max(0, placeOf(column.key)) });
      if (column.key !== ROW_NUMBER_KEY) props.onActiveCellChange?.(row, column.key);
    },
    onCellMouseDown: ({ rowIdx, column }, event) => {
      const isNumber = column.key === ROW_NUMBER_KEY;
      const place = { row: rowIdx, column: Math.max(0, placeOf(column.key)) };
      const range = selection.rangeNow();
      if (event.button !== 0 && range && isInRange(range, place.row, place.column)) {
        // A menu is about what is selected, when it is opened within it.
        event.preventGridDefault();
      } else if (isNumber) {
        const anchor = { row: event.shiftKey ? (range?.top ?? rowIdx) : rowIdx, column: 0 };
        const head = { row: rowIdx, column: columns.length - 1 };
        // The active cell moves first and makes a range of one.
        queueMicrotask(() => selection.select(anchor, head));
      } else if (event.button !== 0) {
        return;
      } else if (event.shiftKey) {
        event.preventGridDefault();
        selection.extend(place);
      } else selection.startDrag();
    },
    // A card is opened by a press anywhere on it, its number included.
    onCellClick: ({ row }) => {
      const [card] = columns;
      if (props.isHeadless === true && card !== undefined) props.onOpenCell?.(row, card.key);
    },
    onCellContextMenu: (_, event) => {
      const cells = selectedCells(props, selection.rangeNow());
      if (cells === undefined || props.onCellMenu === undefined) return;
      event.preventDefault();
      props.onCellMenu(cells, event.currentTarget);
    },
    onCellDoubleClick: ({ row, column }) => {
      const place = columns[placeOf(column.key)];
      if (place !== undefined && place.editor === undefined) props.onOpenCell?.(row, column.key);
    },
  } satisfies Partial<LibraryProps>;
}

/** Copy, cut and paste of what is selected. An editor inside the grid has a clipboard of its own. */
export function useGridClipboard(props: Props, selection: GridSelection) {
  const handle = (event: ClipboardEvent, act: 'onCopy' | 'onCut' | 'onPaste'): void => {
    const cells = selectedCells(props, selection.range);
    if (cells === undefined || (event.target as Element).closest('input, textarea') !== null)
      return;
    event.preventDefault();
    if (act === 'onPaste') props.onPaste?.(cells, event.clipboardData.getData('text/plain'));
    else props[act]?.(cells, event.clipboardData);
  };
  return {
    onCopy: (event: ClipboardEvent) => handle(event, 'onCopy'),
    onCut: (event: ClipboardEvent) => handle(event, 'onCut'),
    onPaste: (event: ClipboardEvent) => handle(event, 'onPaste'),
  };
}
