import { findColumn } from '#core/design/design.ts';
import { useDataset, useDesign, useWorkbench } from '#state/react.tsx';
import { callOf, columnMarks } from './cell-marks.ts';
import { ColumnSummary, MarksChip } from './column-summary.tsx';
import { useSeriesMarks } from './use-series-marks.ts';

/** What stands under a column's name: what its cells teach the model, else a picture of its values. */
export function HeadSummary({ columnId }: { readonly columnId: string }) {
  const { edits } = useWorkbench();
  const design = useDesign((state) => state.design);
  const marks = useDesign((state) => state.marks);
  const profile = useDataset((state) => state.summary?.profiles[columnId]);
  const series = useSeriesMarks();
  const column = findColumn(design, columnId);
  const call = column && callOf(design, column);
  if (column !== undefined && call !== undefined) {
    const said = columnMarks(design, marks, column);
    if (said.corrections + said.examples > 0)
      return <MarksChip marks={said} onRemove={() => edits.dropExamples(call.id)} />;
  }
  if (profile === undefined) return null;
  const seriesOf = columnId === series.columnId ? { seriesOf: series.markOf } : {};
  return <ColumnSummary profile={profile} {...seriesOf} />;
}
