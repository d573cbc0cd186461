import { type MouseEvent, useCallback, useEffect, useMemo, useState } from 'react';
import type { DataGridViewProps, SelectedCells } from './data-grid-view.tsx';
import { rowsBeside, type GridRange, type RowSpan } from './grid-range.ts';
import { selectedCells } from './selected-cells.ts';
import { useEdgeScroll } from './use-edge-scroll.ts';
import type { GridSelection } from './use-grid-selection.ts';

/** Cells that give the values, and the rows that take them. */
export interface GridFilling {
  readonly cells: SelectedCells;
  /** From the nearest to the given cells on. */
  readonly rows: readonly number[];
  readonly isUpwards: boolean;
  /** The values themselves, however they would go on. */
  readonly isCopy: boolean;
}

export interface GridFill {
  /** Whether the lower right corner of the selection can be drawn: all its columns can be edited. */
  readonly hasHandle: boolean;
  /** Places of rows that would be filled if the button were released now. */
  readonly target: RowSpan | undefined;
  readonly start: () => void;
  readonly over: (row: number) => void;
  /** Down to the last row. */
  readonly fillAll: () => void;
}

type Props = Pick<DataGridViewProps, 'rows' | 'columns' | 'onFill' | 'isHeadless'>;

interface FillPlace {
  readonly selection: GridSelection;
  /** What scrolls. */
  readonly element: HTMLElement | null;
  readonly rowHeight: number;
  readonly headHeight: number;
}

/** Drawing the corner of the selection over other rows, and what follows when it is let go. */
export function useGridFill(props: Props, place: FillPlace): GridFill {
  const { selection, element, rowHeight } = place;
  const { range } = selection;
  const [to, setTo] = useState<number>();
  const hasHandle = props.isHeadless !== true && canFill(props, range);
  const target = useMemo(
    () => (range && to !== undefined ? rowsBeside(range, to) : undefined),
    [range, to],
  );
  // Every cell on screen hears of a new one.
  const over = useCallback((row: number) => {
    setTo((before) => (before === undefined ? undefined : row));
  }, []);
  const fill = (span: RowSpan | undefined): void => {
    const cells = selectedCells(props, range);
    if (range === undefined || cells === undefined || span === undefined) return;
    const isUpwards = span.top < range.top;
    const rows = props.rows.slice(span.top, span.bottom + 1);
    props.onFill?.({
      ...{ cells, isUpwards, isCopy: false },
      rows: isUpwards ? rows.toReversed() : rows,
    });
    selection.select(
      { row: Math.min(range.top, span.top), column: range.left },
      { row: Math.max(range.bottom, span.bottom), column: range.right },
    );
  };
  useEffect(() => {
    if (to === undefined) return undefined;
    const finish = (): void => {
      setTo(undefined);
      fill(target);
    };
    const cancel = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setTo(undefined);
    };
    window.addEventListener('mouseup', finish);
    window.addEventListener('keydown', cancel);
    return () => {
      window.removeEventListener('mouseup', finish);
      window.removeEventListener('keydown', cancel);
    };
  });
  const scroll = (step: 1 | -1): void => {
    if (element === null || to === undefined) return;
    element.scrollBy({ top: step * rowHeight });
    over(Math.min(props.rows.length - 1, edgeRow(place, step)));
  };
  useEdgeScroll(element, to === undefined ? undefined : scroll);
  return {
    hasHandle,
    target,
    start: () => setTo(range?.bottom),
    over,
    fillAll: () => {
      if (range !== undefined) fill(rowsBeside(range, props.rows.length - 1));
    },
  };
}

/** The last row that is wholly on screen, or the first where it goes upwards; a quick mouse skips those between. */
function edgeRow({ element, rowHeight, headHeight }: FillPlace, step: 1 | -1): number {
  if (element === null) return 0;
  const { scrollTop, clientHeight } = element;
  if (step < 0) return Math.floor(scrollTop / rowHeight);
  return Math.max(0, Math.floor((scrollTop + clientHeight - headHeight) / rowHeight) - 1);
}

function canFill({ columns, onFill }: Props, range: GridRange | undefined): boolean {
  if (range === undefined || onFill === undefined) return false;
  return columns.slice(range.left, range.right + 1).every(({ editor }) => editor !== undefined);
}

/** What Ctrl+D does: the first row of the selection goes into its others; the row above into a single one. */
export function fillDown(
  { rows, columns }: Props,
  range: GridRange | undefined,
): GridFilling | undefined {
  if (range === undefined) return undefined;
  const first = range.top === range.bottom ? range.top - 1 : range.top;
  const cells = selectedCells({ rows, columns }, { ...range, top: first, bottom: first });
  if (first < 0 || cells === undefined) return undefined;
  const editable = new Set(
    columns.filter(({ editor }) => editor !== undefined).map(({ key }) => key),
  );
  const columnKeys = cells.columnKeys.filter((key) => editable.has(key));
  return {
    cells: { ...cells, columnKeys },
    rows: rows.slice(first + 1, range.bottom + 1),
    isUpwards: false,
    isCopy: true,
  };
}

/** Side of the square in the corner of a cell, in pixels; what a press around it still hits. */
export const HANDLE_SIZE = 8;
const reach = HANDLE_SIZE + 3;

/** Whether the mouse is over the handle that a cell carries. */
export function isOnHandle({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>): boolean {
  if (currentTarget.dataset.fillHandle !== 'true') return false;
  const { right, bottom } = currentTarget.getBoundingClientRect();
  return clientX > right - reach && clientY > bottom - reach;
}
