import { useCallback, useMemo } from 'react';
import type { CellView } from '#ui/grid/cell-view.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { cellView } from './cell-text.ts';
import type { SeriesMarks } from './use-series-marks.ts';

/** How the grid reads a cell: synchronous, from what is loaded. */
export function useCellViews(
  series: SeriesMarks,
): (row: number, columnId: string) => CellView | undefined {
  const { rows } = useWorkbench();
  const design = useDesign((state) => state.design);
  const columns = useMemo(
    () => new Map(design.columns.map((column) => [column.id, column])),
    [design],
  );
  return useCallback(
    (row, columnId) => {
      const column = columns.get(columnId);
      const cell = column === undefined ? undefined : rows.cell(row, columnId);
      if (column === undefined || cell === undefined) return undefined;
      return cellView(cell, column, columnId === series.columnId ? series.markOf : undefined);
    },
    [columns, rows, series],
  );
}
