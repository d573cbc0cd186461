import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { findColumn } from '#core/design/design.ts';
import { originalCount } from '#core/design/originals.ts';
import { MenuList } from '#ui/actions/menu-list.tsx';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { GhostRows } from '#ui/feedback/ghost-rows.tsx';
import {
  DataGridView,
  type DataGridViewHandle,
  type DataGridViewProps,
} from '#ui/grid/data-grid-view.tsx';
import { useDataset, useDesign, useRowsVersion, useView, useWorkbench } from '#state/react.tsx';
import { clipboardText } from './clipboard-text.ts';
import { HeadSummary } from './head-summary.tsx';
import { FollowPill } from './follow-pill.tsx';
import { actKeys, copyCells, pasteCells, performAct } from './grid-acts.ts';
import { cardHeight as cardHeightOf, cardParts } from './card-parts.ts';
import { cardColumn } from './row-card.tsx';
import { gridLayout } from './grid-layout.ts';
import { moved } from './moved-column.ts';
import { QueryLine } from './query-line.tsx';
import { useBusyRows } from './use-busy-rows.ts';
import { useCellViews } from './use-cell-views.ts';
import { useGridRows } from './use-grid-rows.ts';
import { useGridSettings } from './use-grid-settings.ts';
import { useLoadedRows } from './use-loaded-rows.ts';
import { useDrawnDesign } from '#state/use-drawn-design.ts';
import { useSame } from '#state/use-same.ts';
import { useSeriesMarks } from './use-series-marks.ts';
import { useShownRow } from './use-shown-row.ts';

const Panel = styled('div')({
  position: 'relative',
  minHeight: 0,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
});

const touchRowHeight = 44;
const loadMenus = () => import('./grid-menus.ts');

interface OpenMenu {
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** The live grid: reads cells from the row source, asks for windows as they come into view. */
export function RowsPanel() {
  const isFiltered = useDataset((state) => (state.summary?.rowCount ?? 0) > 0);
  const stamp = useRowsVersion();
  const open = useView((view) => view.openCell);
  const { layout, cardHeight } = useLayout();
  const columnKeys = useMemo(() => layout.map(({ key }) => key), [layout]);
  const rows = useGridRows();
  const busy = useBusyRows();
  const getCell = useCellViews(useSeriesMarks(), busy);
  const isRowBusy = useCallback((row: number) => busy.has(row), [busy]);
  const ownRows = useDesign((state) => originalCount(state.design));
  const isOwnRow = useCallback((row: number) => row < ownRows, [ownRows]);
  const load = useLoadedRows();
  const grid = useRef<DataGridViewHandle>(null);
  const shownRow = useShownRow(grid, columnKeys[0]);
  const [menu, setMenu] = useState<OpenMenu>();
  const isTouch = useMediaQuery('(pointer: coarse)');

  return (
    <Panel>
      <QueryLine shownRows={rows.length} />
      <DataGridView
        ref={grid}
        label="Rows"
        columns={layout}
        rows={rows}
        rowHeight={cardHeight ?? (isTouch ? touchRowHeight : 32)}
        isHeadless={cardHeight !== undefined}
        getCell={getCell}
        version={stamp}
        isRowBusy={isRowBusy}
        isOwnRow={isOwnRow}
        renderSummary={renderSummary}
        onVisibleRangeChange={load}
        onRetry={useRetry()}
        {...useEditing({ rows, columnKeys })}
        {...useColumnActs({ columnKeys, setMenu, grid })}
        {...useOpening(setMenu)}
        {...selectedOf(open?.row ?? shownRow)}
        openCell={open && { row: open.row, columnKey: open.columnId }}
        emptyState={
          <EmptyState title={isFiltered ? 'No row found' : 'No rows yet'} figure={<GhostRows />}>
            {isFiltered
              ? 'None fits the search and the filters.'
              : 'Add a column, or ask for more than 0 rows.'}
          </EmptyState>
        }
      />
      <FollowPill grid={grid} />
      <MenuList
        label={menu?.label ?? 'Cells'}
        anchor={menu?.anchor ?? null}
        entries={menu?.entries ?? []}
        onClose={() => setMenu(undefined)}
      />
    </Panel>
  );
}

type GridProps = Partial<DataGridViewProps>;

/** The columns of the table; on a phone one column of cards, unless the table is asked for. */
function useLayout() {
  const isNarrow = useMediaQuery('(max-width: 599.95px)');
  const isTable = useView((view) => view.isTableOnPhone);
  const design = useDrawnDesign();
  const isDemo = useDataset((state) => state.summary?.hasDemoRows === true);
  const { settings } = useGridSettings();
  const layout = useSame(
    useMemo(() => gridLayout(design, isDemo, settings), [design, isDemo, settings]),
  );
  return useMemo(() => {
    const parts = isNarrow && !isTable ? cardParts(layout) : undefined;
    if (parts === undefined) return { layout, cardHeight: undefined };
    return { layout: [cardColumn(parts)], cardHeight: cardHeightOf(parts) };
  }, [layout, isNarrow, isTable]);
}

/** Editing in place, by clipboard and by key. */
function useEditing(shown: {
  readonly rows: readonly number[];
  readonly columnKeys: readonly string[];
}) {
  const workbench = useWorkbench();
  const { edits } = workbench;
  const editText = useCallback(
    (row: number, key: string) => clipboardText(workbench.rows.cell(row, key)?.value),
    [workbench],
  );
  const onEdit = useCallback(
    (row: number, columnId: string, value: string) => edits.edit([{ row, columnId, value }]),
    [edits],
  );
  return {
    editText,
    onEdit,
    editProblem: edits.problemOf,
    onKey: (event, cells) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      const act = Object.hasOwn(actKeys, event.key) ? actKeys[event.key] : undefined;
      if (act !== undefined) performAct(workbench, act, cells);
      return act !== undefined;
    },
    onCopy: (cells, clipboard) => copyCells(workbench, cells, clipboard),
    onCut: (cells, clipboard) => {
      copyCells(workbench, cells, clipboard);
      performAct(workbench, 'clear', cells);
    },
    onPaste: (cells, text) => void pasteCells(workbench, { cells, text, shown }),
  } satisfies GridProps;
}

interface ColumnActsParts {
  readonly columnKeys: readonly string[];
  readonly setMenu: (menu: OpenMenu) => void;
  readonly grid: RefObject<DataGridViewHandle | null>;
}

/** Sorting, order and width of columns, and the menu that has the rest. */
function useColumnActs({ columnKeys, setMenu, grid: handle }: ColumnActsParts) {
  const workbench = useWorkbench();
  const query = useView((view) => view.query);
  const { set } = useView((view) => view.actions);
  const grid = useGridSettings();
  const { settings, change } = grid;
  const onHeadMenu = useCallback(
    (columnId: string, anchor: HTMLElement) => {
      const setQuery = (next: typeof query): void => set({ query: next });
      const openFilter = (): void => set({ filterColumn: columnId });
      const fit = (): void => handle.current?.fitColumn(columnId);
      const parts = { workbench, grid, columnKeys, query, setQuery, openFilter, fit };
      const { design } = workbench.stores.design.getState();
      const label = `Column ${findColumn(design, columnId)?.name ?? ''}`;
      void loadMenus().then(({ headMenu }) =>
        setMenu({ anchor, label, entries: headMenu(columnId, parts) }),
      );
    },
    [workbench, grid, columnKeys, query, set, setMenu, handle],
  );
  return {
    onHeadMenu,
    sort: query.sort && { ...query.sort, columnKey: query.sort.columnId },
    onSort: (next) => {
      const sort = next && { columnId: next.columnKey, isDescending: next.isDescending };
      set({ query: { ...query, sort } });
    },
    onReorder: (from, to) => {
      const step = columnKeys.indexOf(to) - columnKeys.indexOf(from);
      change({ order: moved(columnKeys, from, step) });
    },
    onResize: (key, width) => change({ widths: { ...settings.widths, [key]: width } }),
  } satisfies GridProps;
}

/** The drawer and the menu of what is selected. */
function useOpening(setMenu: (menu: OpenMenu) => void) {
  const workbench = useWorkbench();
  const isOpen = useView((view) => view.openCell !== undefined);
  const { set } = useView((view) => view.actions);
  return {
    onOpenCell: (row, columnId) => set({ openCell: { row, columnId } }),
    onActiveCellChange: (row, columnId) => {
      if (isOpen) set({ openCell: { row, columnId } });
    },
    onCellMenu: (cells, anchor) =>
      void loadMenus().then(({ cellMenu }) =>
        setMenu({ anchor, label: 'Cells', entries: cellMenu(workbench, cells) }),
      ),
  } satisfies GridProps;
}

function selectedOf(row: number | undefined) {
  return row === undefined ? {} : { selectedRow: row };
}

function renderSummary(columnId: string) {
  return <HeadSummary columnId={columnId} />;
}

function useRetry() {
  const { runs } = useWorkbench();
  return useCallback(
    (row: number, columnId: string) => void runs.writeAgain({ cells: [{ row, columnId }] }),
    [runs],
  );
}
