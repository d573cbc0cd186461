import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useCallback, useMemo, useRef, useState } from 'react';
import { originalCount } from '#core/design/originals.ts';
import { MenuList } from '#ui/actions/menu-list.tsx';
import { DataGridView, type DataGridViewHandle } from '#ui/grid/data-grid-view.tsx';
import { useDesign, useRowsVersion, useView, useWorkbench } from '#state/react.tsx';
import { EmptyRows } from './empty-rows.tsx';
import { FollowPill } from './follow-pill.tsx';
import { HeadSummary } from './head-summary.tsx';
import type { OpenMenu } from './open-menu.ts';
import { QueryLine } from './query-line.tsx';
import { useBusyRows } from './use-busy-rows.ts';
import { useCellViews } from './use-cell-views.ts';
import { useColumnActs } from './use-column-acts.ts';
import { useEditing } from './use-editing.ts';
import { useHeadWords } from './use-head-words.ts';
import { useGridRows } from './use-grid-rows.ts';
import { useLoadedRows } from './use-loaded-rows.ts';
import { useOpening } from './use-opening.ts';
import { usePanelLayout } from './use-panel-layout.ts';
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
/** The live grid: reads cells from the row source, asks for windows as they come into view. */
export function RowsPanel() {
  const stamp = useRowsVersion();
  const open = useView((view) => view.openCell);
  const { layout, cardHeight } = usePanelLayout();
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
        describeHead={useHeadWords()}
        onVisibleRangeChange={load}
        onRetry={useRetry()}
        {...useEditing({ rows, columnKeys })}
        {...useColumnActs({ columnKeys, setMenu, grid })}
        {...useOpening(setMenu)}
        {...selectedOf(open?.row ?? shownRow)}
        openCell={open && { row: open.row, columnKey: open.columnId }}
        emptyState={<EmptyRows />}
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
