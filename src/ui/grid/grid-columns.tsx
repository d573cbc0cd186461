import type { Column, ColumnOrColumnGroup } from 'react-data-grid';
import { BandHead } from './band-head.tsx';
import { CellEditor } from './cell-editor.tsx';
import { CellSlot } from './cell-slot.tsx';
import { ColumnHead } from './column-head.tsx';
import { CornerHead } from './corner-head.tsx';
import { bandRuns, type GridColumn } from './grid-column.ts';
import { GUTTER_WIDTH } from './grown-columns.ts';
import { RowNumber } from './row-number.tsx';

/** Rows are their own indexes; everything else is read through the feed. */
export type RowIndex = number;

export const ROW_NUMBER_KEY = 'rs-row-number';
const LEAST_WIDTH = 56;

const gutter: Column<RowIndex> = {
  key: ROW_NUMBER_KEY,
  name: '',
  width: GUTTER_WIDTH,
  minWidth: GUTTER_WIDTH,
  frozen: true,
  resizable: false,
  headerCellClass: 'rs-head',
  renderHeaderCell: () => <CornerHead />,
  renderCell: ({ row }) => <RowNumber row={row} />,
};

function toColumn(column: GridColumn): Column<RowIndex> {
  const { editor } = column;
  return {
    frozen: column.pinned === true,
    sortable: true,
    draggable: true,
    ...(editor === undefined
      ? {}
      : {
          renderEditCell: ({ row, onClose }) => (
            <CellEditor
              editor={editor}
              label={column.name}
              row={row}
              columnKey={column.key}
              onClose={() => onClose(false, true)}
            />
          ),
          // Our editor keeps what was typed by itself, and its menu lies outside the grid.
          editorOptions: {
            commitOnOutsideClick: false,
            displayCellContent: editor.kind === 'choice',
          },
        }),
    key: column.key,
    name: column.name,
    ...(column.width !== undefined && { width: column.width }),
    minWidth: LEAST_WIDTH,
    resizable: true,
    headerCellClass: 'rs-head',
    renderHeaderCell: ({ sortDirection }) => (
      <ColumnHead column={column} sortDirection={sortDirection} />
    ),
    renderCell: ({ row, tabIndex }) => <CellSlot row={row} column={column} tabIndex={tabIndex} />,
  };
}

/** Our columns in the library's words: a gutter, then groups wherever neighbours share a band. */
export function toGridColumns(columns: readonly GridColumn[]): ColumnOrColumnGroup<RowIndex>[] {
  const body = bandRuns(columns).flatMap<ColumnOrColumnGroup<RowIndex>>(({ band, columns: run }) =>
    band === undefined
      ? run.map(toColumn)
      : [{ name: <BandHead band={band} />, children: run.map(toColumn) }],
  );
  return [gutter, ...body];
}
