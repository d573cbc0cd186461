import { createContext, type ReactNode, useContext } from 'react';
import type { CellView } from './cell-view.ts';

/** What visible cells read. A new object repaints them without touching the grid's own structure. */
export interface GridFeed {
  readonly getCell: (row: number, columnKey: string) => CellView | undefined;
  readonly isRowBusy: (row: number) => boolean;
  readonly rowNumberOf: (row: number) => number;
  readonly renderSummary: (columnKey: string) => ReactNode;
  readonly onRetry: ((row: number, columnKey: string) => void) | undefined;
}

const EMPTY_FEED: GridFeed = {
  getCell: () => undefined,
  isRowBusy: () => false,
  rowNumberOf: (row) => row + 1,
  renderSummary: () => null,
  onRetry: undefined,
};

export const GridFeedContext = createContext<GridFeed>(EMPTY_FEED);

export function useGridFeed(): GridFeed {
  return useContext(GridFeedContext);
}
