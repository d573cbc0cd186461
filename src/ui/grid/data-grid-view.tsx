import 'react-data-grid/lib/styles.css';
import { styled } from '@mui/material/styles';
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
  type CellKeyboardEvent,
  type ColumnWidths,
  DataGrid,
  type DataGridHandle,
  type DataGridProps,
} from 'react-data-grid';
import type { CellView } from './cell-view.ts';
import { renderGridCell } from './grid-cell.tsx';
import type { GridColumn } from './grid-column.ts';
import { type RowIndex, toGridColumns } from './grid-columns.tsx';
import { EMPTY_FEED, type GridFeed, GridFeedContext } from './grid-feed.ts';
import { bodyRows } from './body-rows.ts';
import { fitWidth } from './fit-width.ts';
import { BAND_HEIGHT, GridFrame, HEAD_HEIGHT } from './grid-frame.tsx';
import { isInRange } from './grid-range.ts';
import { useGrownColumns } from './grown-columns.ts';
import { useGridClipboard, useGridPointer } from './use-grid-pointer.ts';
import { useGridKeys, useSelectAll } from './use-grid-keys.ts';
import { type GridSelection, useGridSelection } from './use-grid-selection.ts';
import { useHeadKeys } from './use-head-keys.ts';
import { useKeptInView } from './use-kept-in-view.ts';
import { useLongPress } from './use-long-press.ts';
import { useVisibleRange } from './visible-range.ts';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';

/** What stands in place of rows lies below the heads, over all columns. */
/** As wide as the frame, whose size it queries: columns may be narrower or wider than what is seen. */
const Whole = styled('div')({
  gridColumn: '1 / -1',
  // The one track that is left below the heads.
  gridRow: '-2 / -1',
  display: 'grid',
  alignItems: 'center',
  position: 'sticky',
  insetInlineStart: 0,
  width: '100cqi',
  // Lines in place of rows that come begin where those will.
  '& > [role=status]': { alignSelf: 'start' },
});

const ROW_HEIGHT = 32;
const ALL_HEADS = BAND_HEIGHT + HEAD_HEIGHT;
const NO_WIDTHS: ColumnWidths = new Map();
const ignore = (): void => undefined;

export interface DataGridViewHandle {
  readonly scrollToRow: (row: number) => void;
  /** Moves the one active cell, and the focus with it. */
  readonly focusCell: (row: number, columnKey: string) => void;
  /** Makes a column as wide as what it shows. */
  readonly fitColumn: (columnKey: string) => void;
}

/** Rows and columns of what is selected, at least the active cell. */
export interface SelectedCells {
  readonly rows: readonly number[];
  readonly columnKeys: readonly string[];
  /** Places on screen of the first of them. */
  readonly firstPlace: number;
}

export interface DataGridViewProps {
  /** Accessible name of the grid. */
  readonly label: string;
  /** Keep the array's identity while nothing in it changes: a new one lays the grid out again. */
  readonly columns: readonly GridColumn[];
  /** Row numbers in the order they are shown. Keep the identity as long as they are the same. */
  readonly rows: readonly number[];
  readonly rowHeight?: number;
  /** Without heads, where a row says by itself what its values are. */
  readonly isHeadless?: boolean;
  /** Synchronous and cheap; `undefined` means the row is not loaded. */
  readonly getCell: (row: number, columnKey: string) => CellView | undefined;
  /** Raise it to repaint the cells on screen. */
  readonly version: number;
  readonly isRowBusy?: (row: number) => boolean;
  readonly isOwnRow?: (row: number) => boolean;
  /** The number in the gutter; by default the row's place, counted from one. */
  readonly rowNumberOf?: (row: number) => number;
  /** The live picture under a column's name. */
  readonly renderSummary?: (columnKey: string) => ReactNode;
  /** The accessible description of a column's head; empty for none. */
  readonly describeHead?: (columnKey: string) => string;
  readonly onVisibleRangeChange?: (start: number, end: number) => void;
  readonly onActiveCellChange?: (row: number, columnKey: string) => void;
  /** Double click or Enter. */
  readonly onOpenCell?: (row: number, columnKey: string) => void;
  readonly onRetry?: (row: number, columnKey: string) => void;
  readonly editText?: GridFeed['editText'];
  readonly editProblem?: GridFeed['editProblem'];
  readonly onEdit?: GridFeed['onEdit'];
  readonly sort?: { readonly columnKey: string; readonly isDescending: boolean } | undefined;
  readonly onSort?: (sort: DataGridViewProps['sort']) => void;
  readonly onReorder?: (from: string, to: string) => void;
  readonly onResize?: (columnKey: string, width: number) => void;
  readonly onHeadMenu?: (columnKey: string, anchor: HTMLElement) => void;
  readonly onCellMenu?: (cells: SelectedCells, anchor: HTMLElement) => void;
  /** A key that the grid has no use for itself, with what is selected; true when it was taken. */
  readonly onKey?: (event: CellKeyboardEvent, cells: SelectedCells) => boolean;
  readonly onCopy?: (cells: SelectedCells, clipboard: DataTransfer) => void;
  readonly onCut?: (cells: SelectedCells, clipboard: DataTransfer) => void;
  readonly onPaste?: (cells: SelectedCells, text: string) => void;
  readonly selectedRow?: number;
  /** What stands open beside the grid: it stays in view, also when that takes its room. */
  readonly openCell?: { readonly row: number; readonly columnKey: string } | undefined;
  readonly emptyState?: ReactNode;
  readonly ref?: Ref<DataGridViewHandle>;
}

interface FeedParts {
  readonly selection: GridSelection;
  readonly onSelectAll: () => void;
}

function useFeed(props: Omit<DataGridViewProps, 'ref'>, parts: FeedParts): GridFeed {
  const { selection, onSelectAll } = parts;
  const { getCell, version, isRowBusy, isOwnRow, rowNumberOf, renderSummary, onRetry, columns } =
    props;
  const { editText, editProblem, onEdit, onHeadMenu, describeHead } = props;
  return useMemo(() => {
    const placeOf = new Map(columns.map(({ key }, place) => [key, place]));
    const { range } = selection;
    const isWide = range && (range.top !== range.bottom || range.left !== range.right);
    return {
      ...EMPTY_FEED,
      // A raised version must make a new object even when every function stayed the same.
      version,
      getCell,
      isRowBusy: isRowBusy ?? EMPTY_FEED.isRowBusy,
      isOwnRow: isOwnRow ?? EMPTY_FEED.isOwnRow,
      rowNumberOf: rowNumberOf ?? EMPTY_FEED.rowNumberOf,
      renderSummary: renderSummary ?? EMPTY_FEED.renderSummary,
      isSelected: (row, key) => isWide === true && isInRange(range, row, placeOf.get(key) ?? -1),
      onDragOver: (row, key) => {
        const column = placeOf.get(key);
        if (column !== undefined) selection.drag({ row, column });
      },
      editText: editText ?? EMPTY_FEED.editText,
      editProblem: editProblem ?? EMPTY_FEED.editProblem,
      onEdit: onEdit ?? EMPTY_FEED.onEdit,
      onSelectAll,
      onHeadMenu,
      describeHead: describeHead ?? EMPTY_FEED.describeHead,
      onRetry,
    };
  }, [
    version,
    getCell,
    isRowBusy,
    isOwnRow,
    rowNumberOf,
    renderSummary,
    onRetry,
    columns,
    selection,
    editText,
    editProblem,
    onEdit,
    onSelectAll,
    onHeadMenu,
    describeHead,
  ]);
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

export function DataGridView({ ref, ...props }: DataGridViewProps) {
  const { columns, rows, rowHeight = ROW_HEIGHT, selectedRow } = props;
  const { grid, element, attach } = useGridHandle();
  const selection = useGridSelection();
  const grown = useGrownColumns(columns, element);
  const gridColumns = useMemo(() => toGridColumns(grown), [grown]);
  const onSelectAll = useSelectAll({ props, grid, selection });
  const feed = useFeed(props, { selection, onSelectAll });
  const hasBands = columns.some((column) => column.band !== undefined);
  const headHeight = props.isHeadless === true ? 0 : ALL_HEADS;
  const heads = hasBands ? `${BAND_HEIGHT}px ${HEAD_HEIGHT}px` : `${headHeight}px`;
  const heights = { rowHeight, headHeight, rowCount: rows.length };
  const reportRange = useVisibleRange(element, heights, props.onVisibleRangeChange);
  const placeOf = (key: string): number => columns.findIndex((column) => column.key === key);
  const fitColumn = (columnKey: string): void => {
    const width = element === null ? undefined : fitWidth(element, placeOf(columnKey) + 2);
    if (width !== undefined) props.onResize?.(columnKey, width);
  };
  useKeptInView(element, props.openCell, (row, columnKey) => {
    const idx = placeOf(columnKey) + 1;
    grid.current?.scrollToCell({ rowIdx: rows.indexOf(row), ...(idx > 0 && { idx }) });
  });
  useImperativeHandle(ref, () => ({
    scrollToRow: (row) => grid.current?.scrollToCell({ rowIdx: rows.indexOf(row) }),
    fitColumn,
    focusCell: (row, columnKey) => {
      const position = { rowIdx: rows.indexOf(row), idx: placeOf(columnKey) + 1 };
      if (position.rowIdx < 0) return;
      grid.current?.setActivePosition(position, { shouldFocus: true });
      // A cell that is the active one already gets no focus from the library.
      element?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.focus();
    },
  }));
  const handleKey = useGridKeys({ props, grid, selection });
  const { said, onKeyDownCapture } = useHeadKeys(props, grid);
  const handlers = { ...useGridClipboard(props, selection), ...useLongPress() };
  const pointer = useGridPointer(props, selection);

  return (
    <GridFeedContext value={feed}>
      <GridFrame
        {...handlers}
        onKeyDownCapture={onKeyDownCapture}
        onDoubleClickCapture={(event) => {
          const column = columns[placeOfHandle(event.target)];
          if (column === undefined) return;
          event.stopPropagation();
          fitColumn(column.key);
        }}
      >
        <VisuallyHidden role="status">{said}</VisuallyHidden>
        <DataGrid<RowIndex>
          ref={attach}
          aria-label={props.label}
          className={`rs-grid${props.isHeadless === true ? ' rs-headless' : ''}`}
          style={{
            ['--rs-grid-rows' as string]: `${heads} ${bodyRows(rows.length, rowHeight)}`,
          }}
          columns={gridColumns}
          // Widths are ours alone, so that one that is taken back is gone.
          columnWidths={NO_WIDTHS}
          onColumnWidthsChange={ignore}
          rows={rows}
          rowHeight={rowHeight}
          headerRowHeight={hasBands ? ALL_HEADS / 2 : headHeight}
          rowClass={(row) => (row === selectedRow ? 'rs-row-selected' : undefined)}
          renderers={{
            renderCell: renderGridCell,
            noRowsFallback: <Whole>{props.emptyState}</Whole>,
          }}
          sortColumns={librarySort(props.sort)}
          onSortColumnsChange={([next]) => props.onSort?.(ownSort(next))}
          onColumnsReorder={(from, to) => props.onReorder?.(from, to)}
          onColumnResize={({ key }, width) => props.onResize?.(key, Math.round(width))}
          onScroll={reportRange}
          {...pointer}
          onCellKeyDown={handleKey}
        />
      </GridFrame>
    </GridFeedContext>
  );
}

type LibrarySort = NonNullable<DataGridProps<RowIndex>['sortColumns']>;

function librarySort(sort: DataGridViewProps['sort']): LibrarySort {
  if (sort === undefined) return [];
  return [{ columnKey: sort.columnKey, direction: sort.isDescending ? 'DESC' : 'ASC' }];
}

function ownSort(sort: LibrarySort[number] | undefined): DataGridViewProps['sort'] {
  return sort && { columnKey: sort.columnKey, isDescending: sort.direction === 'DESC' };
}

/** The library fits a column too, but keeps that width where nothing else can change it. */
function placeOfHandle(target: EventTarget): number {
  const isHandle = target instanceof Element && target.matches('.rdg-resize-handle');
  const head = isHandle ? target.closest('.rs-head') : null;
  return Number(head?.getAttribute('aria-colindex')) - 2;
}
