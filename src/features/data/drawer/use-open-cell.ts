import { useEffect } from 'react';
import { findColumn, type Call, type Column } from '#core/design/design.ts';
import type { Cell } from '#core/rows/cell.ts';
import { useDesign, useRowsVersion, useView, useWorkbench } from '#state/react.tsx';

export interface OpenCell {
  readonly row: number;
  readonly column: Column;
  /** Undefined until it is loaded. */
  readonly cell: Cell | undefined;
  /** The call that writes the column. */
  readonly call: Call | undefined;
}

/** The cell that the drawer shows; undefined while it is closed or its column is gone. */
export function useOpenCell(): OpenCell | undefined {
  const { rows } = useWorkbench();
  const place = useView((view) => view.openCell);
  const design = useDesign((state) => state.design);
  useRowsVersion();
  const row = place?.row;
  useEffect(() => {
    if (row === undefined) return undefined;
    const load = (): void => {
      void rows.loadRows([row]);
    };
    load();
    return rows.subscribe(load);
  }, [rows, row]);
  const column = place && findColumn(design, place.columnId);
  if (place === undefined || column === undefined) return undefined;
  const { fill } = column;
  const call =
    fill.kind === 'generated' ? design.calls.find(({ id }) => id === fill.call) : undefined;
  return { row: place.row, column, cell: rows.cell(place.row, column.id), call };
}

/** The row before or after one, as the grid shows them; undefined at either end. */
export function neighbourRow(
  rows: { readonly order: Uint32Array | undefined; readonly rowCount: number },
  row: number,
  step: 1 | -1,
): number | undefined {
  if (rows.order !== undefined) return rows.order[rows.order.indexOf(row) + step];
  const next = row + step;
  return next >= 0 && next < rows.rowCount ? next : undefined;
}
