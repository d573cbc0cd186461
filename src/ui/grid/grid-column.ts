import type { ReactNode } from 'react';
import type { FillGroup } from '#ui/theme/fill-hue.ts';
import type { CellView } from './cell-view.ts';

export interface GridBand {
  /** Neighbouring columns with the same key share one band. */
  readonly key: string;
  /** Where their values come from: "sampled, seed 4711". */
  readonly label: string;
  readonly group: FillGroup;
}

/** How a cell of a column is edited in place. */
export interface GridEditor {
  readonly kind: 'text' | 'number' | 'date' | 'choice';
  /** The texts to choose from. */
  readonly options?: readonly string[];
}

export interface GridColumn {
  readonly key: string;
  readonly name: string;
  /** Accessible name of the header, when it should say more than the name. */
  readonly label?: string;
  /** Glyph before the name. */
  readonly fillKind?: string;
  readonly band?: GridBand;
  readonly align?: 'left' | 'right';
  /** Said after a number where no head says it, such as in or kg. */
  readonly unit?: string;
  /** The column one knows a row by. */
  readonly strong?: boolean;
  /** In px. Without it the column is as wide as its kind suggests. */
  readonly width?: number;
  readonly minWidth?: number;
  /** Takes what is left of the width. */
  readonly grows?: boolean;
  /** Stays at the left edge. */
  readonly pinned?: boolean;
  /** Cells can be edited in place. */
  readonly editor?: GridEditor | undefined;
  /** Replaces the usual drawing of a loaded cell. */
  readonly renderCell?: (cell: CellView, row: number) => ReactNode;
}

/** Runs of neighbouring columns under one band, in order. */
export interface BandRun {
  readonly band: GridBand | undefined;
  readonly columns: readonly GridColumn[];
}

export function bandRuns(columns: readonly GridColumn[]): readonly BandRun[] {
  const runs: { band: GridBand | undefined; columns: GridColumn[] }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last !== undefined && last.band?.key === column.band?.key) last.columns.push(column);
    else runs.push({ band: column.band, columns: [column] });
  }
  return runs;
}
