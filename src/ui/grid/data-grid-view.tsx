import 'react-data-grid/lib/styles.css';
import {
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  type CellKeyDownArgs,
  type CellKeyboardEvent,
  DataGrid,
  type DataGridHandle,
} from 'react-data-grid';
import type { CellView } from './cell-view.ts';
import { renderGridCell } from './grid-cell.tsx';
import type { GridColumn } from './grid-column.ts';
import { ROW_NUMBER_KEY, type RowIndex, toGridColumns } from './grid-columns.tsx';
import { type GridFeed, GridFeedContext } from './grid-feed.ts';
import { BAND_HEIGHT, GridFrame, HEAD_HEIGHT } from './grid-frame.tsx';
import { useVisibleRange } from './visible-range.ts';

const ROW_HEIGHT = 32;
const ALL_HEADS = BAND_HEIGHT + HEAD_HEIGHT;

export interface DataGridViewHandle {
  readonly scrollToRow: (row: number) => void;
  /** Moves the one active cell, and the focus with it. */
  readonly focusCell: (row: number, columnKey: string) => void;
}

export interface DataGridViewProps {
  /** Accessible name of the grid. */
  readonly label: string;
  /** Keep the array's identity while nothing in it changes: a new one lays the grid out again. */
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  readonly rowHeight?: number;
  /** Synchronous and cheap; `undefined` means the row is not loaded. */
  readonly getCell: (row: number, columnKey: string) => CellView | undefined;
  /** Raise it to repaint the cells on screen. */
  readonly version: number;
  readonly isRowBusy?: (row: number) => boolean;
  /** The number in the gutter; by default the row's place, counted from one. */
  readonly rowNumberOf?: (row: number) => number;
  /** The live picture under a column's name. */
  readonly renderSummary?: (columnKey: string) => ReactNode;
  readonly onVisibleRangeChange?: (start: number, end: number) => void;
  readonly onActiveCellChange?: (row: number, columnKey: string) => void;
  /** Double click or Enter. */
  readonly onOpenCell?: (row: number, columnKey: string) => void;
  readonly onRetry?: (row: number, columnKey: string) => void;
  readonly selectedRow?: number;
  readonly emptyState?: ReactNode;
  readonly ref?: Ref<DataGridViewHandle>;
}

function useFeed(props: Omit<DataGridViewProps, 'ref'>): GridFeed {
  const { getCell, version, isRowBusy, rowNumberOf, renderSummary, onRetry } = props;
  return useMemo(
    () => ({
      // A raised version must make a new object even when every function stayed the same.
      version,
      getCell,
      isRowBusy: isRowBusy ?? (() => false),
      rowNumberOf: rowNumberOf ?? ((row: number) => row + 1),
      renderSummary: renderSummary ?? (() => null),
      onRetry,
    }),
    [version, getCell, isRowBusy, rowNumberOf, renderSummary, onRetry],
  );
}

/** The library makes a new handle on every render; only the element behind it may cause one of ours. */
function useGridHandle() {
  const grid = useRef<DataGridHandle | null>(null);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const attach = useCallback((handle: DataGridHandle | null) => {
    grid.current = handle;
    if (handle !== null) setElement(handle.element);
  }, []);
  return { grid, element, attach };
}

function indexes(rowCount: number): readonly RowIndex[] {
  return Array.from({ length: rowCount }, (_, row) => row);
}

export function DataGridView({ ref, ...props }: DataGridViewProps) {
  const { columns, rowCount, rowHeight = ROW_HEIGHT, onOpenCell, selectedRow } = props;
  const { grid, element, attach } = useGridHandle();
  const rows = useMemo(() => indexes(rowCount), [rowCount]);
  const gridColumns = useMemo(() => toGridColumns(columns), [columns]);
  const feed = useFeed(props);
  const hasBands = columns.some((column) => column.band !== undefined);
  const reportRange = useVisibleRange(
    element,
    { rowHeight, headHeight: ALL_HEADS, rowCount },
    props.onVisibleRangeChange,
  );
  useImperativeHandle(ref, () => ({
    scrollToRow: (rowIdx) => grid.current?.scrollToCell({ rowIdx }),
    focusCell: (rowIdx, columnKey) => {
      const idx = columns.findIndex((column) => column.key === columnKey) + 1;
      grid.current?.setActivePosition({ rowIdx, idx }, { shouldFocus: true });
    },
  }));

  function open(row: RowIndex, columnKey: string) {
    if (columnKey !== ROW_NUMBER_KEY) onOpenCell?.(row, columnKey);
  }

  function handleKey(args: CellKeyDownArgs<RowIndex>, event: CellKeyboardEvent) {
    if (event.key !== 'Enter' || event.target !== event.currentTarget.ownerDocument.activeElement)
      return;
    if (args.mode !== 'ACTIVE' || args.row === undefined || args.column === undefined) return;
    event.preventGridDefault();
    open(args.row, args.column.key);
  }

  return (
    <GridFeedContext value={feed}>
      <GridFrame>
        <DataGrid<RowIndex>
          ref={attach}
          aria-label={props.label}
          className="rs-grid"
          style={{
            ['--rs-grid-rows' as string]: `${hasBands ? `${BAND_HEIGHT}px ${HEAD_HEIGHT}px` : `${ALL_HEADS}px`} repeat(${rowCount}, ${rowHeight}px)`,
          }}
          columns={gridColumns}
          rows={rows}
          rowHeight={rowHeight}
          headerRowHeight={hasBands ? ALL_HEADS / 2 : ALL_HEADS}
          rowClass={(row) => (row === selectedRow ? 'rs-row-selected' : undefined)}
          renderers={{ renderCell: renderGridCell, noRowsFallback: props.emptyState }}
          onScroll={reportRange}
          onActivePositionChange={({ row, column }) => {
            if (row !== undefined && column) props.onActiveCellChange?.(row, column.key);
          }}
          onCellDoubleClick={({ row, column }) => open(row, column.key)}
          onCellKeyDown={handleKey}
          onCellCopy={({ row, column }, event) => {
            const text = props.getCell(row, column.key)?.text;
            if (text !== undefined) event.clipboardData.setData('text/plain', text);
            event.preventDefault();
          }}
        />
      </GridFrame>
    </GridFeedContext>
  );
}
