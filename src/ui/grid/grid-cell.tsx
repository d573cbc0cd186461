import type { Key } from 'react';
import { Cell as LibraryCell, type CellRendererProps } from 'react-data-grid';
import { describeCell } from './cell-view.ts';
import { ROW_NUMBER_KEY, type RowIndex } from './grid-columns.tsx';
import { useGridFeed } from './grid-feed.ts';

function GridCell(props: CellRendererProps<RowIndex, unknown>) {
  const { getCell, isSelected, hasFillHandle, isFillTarget, onDragOver } = useGridFeed();
  const { row, rowIdx, column } = props;
  const cell = column.key === ROW_NUMBER_KEY ? undefined : getCell(row, column.key);
  return (
    <LibraryCell
      {...props}
      aria-description={describeCell(cell)}
      data-in-range={isSelected(rowIdx, column.key) ? true : undefined}
      data-fill-handle={hasFillHandle(rowIdx, column.key) ? true : undefined}
      data-fill-target={isFillTarget(rowIdx, column.key) ? true : undefined}
      onMouseEnter={() => onDragOver(rowIdx, column.key)}
    />
  );
}

/** The library's own cell, with the state of the value as its accessible description. */
export function renderGridCell(key: Key, props: CellRendererProps<RowIndex, unknown>) {
  return <GridCell key={key} {...props} />;
}
