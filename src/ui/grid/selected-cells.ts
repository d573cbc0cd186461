import type { DataGridViewProps, SelectedCells } from './data-grid-view.tsx';
import type { GridRange } from './grid-range.ts';

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
