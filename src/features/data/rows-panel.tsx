import { useCallback, useMemo, useRef } from 'react';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { GhostRows } from '#ui/feedback/ghost-rows.tsx';
import { DataGridView, type DataGridViewHandle } from '#ui/grid/data-grid-view.tsx';
import { useDataset, useDesign, useRowsVersion, useWorkbench } from '#state/react.tsx';
import { ColumnSummary } from './column-summary.tsx';
import { gridLayout } from './grid-layout.ts';
import { useCellViews } from './use-cell-views.ts';
import { useLoadedRows } from './use-loaded-rows.ts';
import { useSeriesMarks } from './use-series-marks.ts';
import { useShownRow } from './use-shown-row.ts';

/** The live grid: reads cells from the row source, asks for windows as they come into view. */
export function RowsPanel() {
  const { rows } = useWorkbench();
  const design = useDesign((state) => state.design);
  const summary = useDataset((state) => state.summary);
  const stamp = useRowsVersion();
  const isDemo = summary?.hasDemoRows === true;
  const layout = useMemo(() => gridLayout(design, isDemo), [design, isDemo]);
  const series = useSeriesMarks();
  const getCell = useCellViews(series);
  const load = useLoadedRows();
  const grid = useRef<DataGridViewHandle>(null);
  const shownRow = useShownRow(grid, layout[0]?.key);

  const renderSummary = useCallback(
    (columnId: string) => {
      const profile = summary?.profiles[columnId];
      if (profile === undefined) return null;
      const seriesOf = columnId === series.columnId ? { seriesOf: series.markOf } : {};
      return <ColumnSummary profile={profile} {...seriesOf} />;
    },
    [summary, series],
  );
  const isRowBusy = useCallback(
    (row: number) => layout.some(({ key }) => rows.cell(row, key)?.state === 'streaming'),
    [layout, rows],
  );

  return (
    <DataGridView
      ref={grid}
      label="Rows"
      columns={layout}
      rowCount={rows.rowCount}
      getCell={getCell}
      version={stamp}
      isRowBusy={isRowBusy}
      renderSummary={renderSummary}
      onVisibleRangeChange={load}
      {...(shownRow === undefined ? {} : { selectedRow: shownRow })}
      emptyState={
        <EmptyState title="No rows yet" figure={<GhostRows />}>
          Add a column, or ask for more than 0 rows.
        </EmptyState>
      }
    />
  );
}
