import { useMemo } from 'react';
import { Cell } from './cell.tsx';
import type { GridColumn } from './grid-column.ts';
import { useGridFeed } from './grid-feed.ts';

interface CellSlotProps {
  readonly row: number;
  readonly column: GridColumn;
  readonly tabIndex: number;
}

/** Fetches its own value, so that a repaint touches only the cells on screen. */
export function CellSlot({ row, column, tabIndex }: CellSlotProps) {
  const { getCell, onRetry } = useGridFeed();
  const cell = getCell(row, column.key);
  const { key } = column;
  const retry = useMemo(() => onRetry && (() => onRetry(row, key)), [onRetry, row, key]);
  if (cell !== undefined && column.renderCell) return column.renderCell(cell, row);
  return (
    <Cell
      cell={cell}
      row={row}
      align={column.align ?? 'left'}
      strong={column.strong ?? false}
      tabIndex={tabIndex}
      onRetry={retry}
    />
  );
}
