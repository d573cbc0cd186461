import { findColumn } from '#core/design/design.ts';
import { useDataset, useDesign, useWorkbench } from '#state/react.tsx';
import { ColumnSummary, ExampleChip } from './column-summary.tsx';
import { useSeriesMarks } from './use-series-marks.ts';

/** What stands under a column's name: the examples its call uses, else a picture of its values. */
export function HeadSummary({ columnId }: { readonly columnId: string }) {
  const { edits } = useWorkbench();
  const design = useDesign((state) => state.design);
  const profile = useDataset((state) => state.summary?.profiles[columnId]);
  const series = useSeriesMarks();
  const fill = findColumn(design, columnId)?.fill;
  const call =
    fill?.kind === 'generated' ? design.calls.find(({ id }) => id === fill.call) : undefined;
  if (call !== undefined && call.examples.length > 0)
    return (
      <ExampleChip count={call.examples.length} onRemove={() => edits.dropExamples(call.id)} />
    );
  if (profile === undefined) return null;
  const seriesOf = columnId === series.columnId ? { seriesOf: series.markOf } : {};
  return <ColumnSummary profile={profile} {...seriesOf} />;
}
