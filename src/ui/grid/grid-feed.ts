import { createContext, type ReactNode, useContext } from 'react';
import type { CellView } from './cell-view.ts';

/** What visible cells read. A new object repaints them without touching the grid's own structure. */
export interface GridFeed {
  readonly getCell: (row: number, columnKey: string) => CellView | undefined;
  readonly isRowBusy: (row: number) => boolean;
  /** The user brought the row; no run writes in it. */
  readonly isOwnRow: (row: number) => boolean;
  readonly rowNumberOf: (row: number) => number;
  /** What those hear of a column who do not see its summary. */
  readonly describeHead: (columnKey: string) => string;
  readonly renderSummary: (columnKey: string) => ReactNode;
  /** Whether a cell, by place on screen, lies in a range of more than one. */
  readonly isSelected: (place: number, columnKey: string) => boolean;
  readonly onDragOver: (place: number, columnKey: string) => void;
  readonly onSelectAll: () => void;
  readonly onHeadMenu: ((columnKey: string, anchor: HTMLElement) => void) | undefined;
  /** What an editor begins with. */
  readonly editText: (row: number, columnKey: string) => string;
  readonly editProblem: (columnKey: string, text: string) => string | undefined;
  readonly onEdit: (row: number, columnKey: string, text: string) => void;
  readonly onRetry: ((row: number, columnKey: string) => void) | undefined;
}

export const EMPTY_FEED: GridFeed = {
  getCell: () => undefined,
  isRowBusy: () => false,
  isOwnRow: () => false,
  rowNumberOf: (row) => row + 1,
  renderSummary: () => null,
  describeHead: () => '',
  isSelected: () => false,
  onDragOver: () => undefined,
  onSelectAll: () => undefined,
  onHeadMenu: undefined,
  editText: () => '',
  editProblem: () => undefined,
  onEdit: () => undefined,
  onRetry: undefined,
};

export const GridFeedContext = createContext<GridFeed>(EMPTY_FEED);

export function useGridFeed(): GridFeed {
  return useContext(GridFeedContext);
}
