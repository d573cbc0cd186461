/** What each kind of chart gives before a frame is put around it. */
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import type { RowFilter } from '#core/rows/row-query.ts';
import type { Chart } from '#core/design/chart.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { TableView } from '#ui/charts/data-table.tsx';
import type { Picture, PictureSize } from '#ui/charts/picture/picture.ts';
import type { ScatterView } from '#ui/charts/scatter-view.ts';
import type { TagTone } from '#ui/marks/tag.tsx';

export interface Verdict {
  readonly tone: TagTone;
  readonly text: string;
}

/** What a click on a mark leads to. */
export type PickTarget =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'rows'; readonly filters: readonly RowFilter[] };

export interface ChartBody {
  /** The finding, when the design has no title of its own. */
  readonly title: string;
  /** What is measured, when no rule says so. */
  readonly subtitle?: string;
  /** What is shown of how many, and other notes after the subtitle. */
  readonly note?: string;
  readonly verdict?: Verdict;
  /** Facts beyond the title, for those who do not see the picture. */
  readonly facts?: readonly string[];
  readonly table: TableView;
  readonly draw: (size: PictureSize) => Picture;
  readonly height: (width: number) => number;
  readonly pick?: (key: string) => PickTarget | undefined;
  /** Drawn by the interactive scatter chart instead. */
  readonly scatter?: ScatterView;
}

export interface ChartContext {
  readonly chart: Chart;
  readonly design: DatasetDesign;
  readonly measures: Readonly<Record<string, ConstraintMeasure>>;
}
