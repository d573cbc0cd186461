import { isOriginalCell } from '#core/design/originals.ts';
import { useCallback, useMemo } from 'react';
import type { CellView } from '#ui/grid/cell-view.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { isDisliked, isExampleCell } from './cell-marks.ts';
import { cellView } from './cell-text.ts';
import { useSame } from '#state/use-same.ts';
import type { SeriesMarks } from './use-series-marks.ts';

/** How the grid reads a cell: synchronous, from what is loaded. */
export function useCellViews(
  series: SeriesMarks,
  busy: ReadonlySet<number>,
): (row: number, columnId: string) => CellView | undefined {
  const { rows } = useWorkbench();
  const marks = useDesign((state) => state.marks);
  const design = useShownDesign();
  const columns = useMemo(
    () => new Map(design.columns.map((column) => [column.id, column])),
    [design],
  );
  return useCallback(
    (row, columnId) => {
      const column = columns.get(columnId);
      const cell = column === undefined ? undefined : rows.cell(row, columnId);
      if (column === undefined || cell === undefined) return undefined;
      const view = cellView(cell, column, columnId === series.columnId ? series.markOf : undefined);
      const isBusy = view.kind === 'waiting' && busy.has(row);
      // The row number carries the mark; a lock in every cell would say it over and over.
      const isOwn = view.kind === 'locked' && isOriginalCell(design, columnId, row);
      const call = design.calls.find(({ id }) => id === column.call);
      return {
        ...view,
        ...(isBusy ? { kind: 'streaming' as const } : {}),
        ...(isOwn ? { kind: 'done' as const } : {}),
        ...(isExampleCell(call, column, cell) ? { isExample: true } : {}),
        ...(isDisliked(marks, { row, columnId }, cell) ? { isDisliked: true } : {}),
      };
    },
    [columns, design, rows, series, marks, busy],
  );
}

/** What cells show of the design: most edits change nothing of it, and no cell is drawn again for them. */
function useShownDesign() {
  const columns = useDesign(({ design }) => design.columns);
  const calls = useDesign(({ design }) => design.calls);
  const originals = useDesign(({ design }) => design.originals);
  const sources = useDesign(({ design }) => design.sources);
  const shown = useSame(
    useMemo(
      () =>
        columns.map(({ id, name, unit, fill }) => ({
          id,
          name,
          unit,
          call: fill.kind === 'generated' ? fill.call : undefined,
        })),
      [columns],
    ),
  );
  return useMemo(
    () => ({ columns: shown, calls, originals, sources }),
    [shown, calls, originals, sources],
  );
}
