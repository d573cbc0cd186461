import { seriesColumn } from '#core/design/shown-charts.ts';
import type { Column } from '#core/design/design.ts';
import { useDataset, useDesign } from '#state/react.tsx';
import { MiniHistogram } from '#ui/marks/mini-histogram.tsx';
import { ShareBar, type ShareSegment } from '#ui/marks/share-bar.tsx';

/** The 52 × 14 picture of a sampled column: shares of a category, bars of a number. */
export function ColumnPicture({ column }: { readonly column: Column }) {
  const profile = useDataset((state) => state.summary?.profiles[column.id]);
  const isSeries = useDesign(({ design }) => seriesColumn(design) === column.id);
  const { fill } = column;
  if (fill.kind === 'category')
    return <ShareBar segments={weightSegments(fill.values, isSeries)} />;
  if (fill.kind === 'boolean')
    return (
      <ShareBar
        segments={weightSegments(
          [{ weight: fill.probability }, { weight: 1 - fill.probability }],
          isSeries,
        )}
      />
    );
  if (profile === undefined) return null;
  if (fill.kind === 'subcategory') return <ShareBar segments={profile.top} />;
  const isNumber = fill.kind === 'number' || fill.kind === 'series';
  if (!isNumber || profile.numbers === undefined) return null;
  return <MiniHistogram bins={profile.numbers.histogram.counts} />;
}

function weightSegments(
  values: readonly { readonly weight: number }[],
  isSeries: boolean,
): readonly ShareSegment[] {
  return values.map(({ weight }, series) =>
    isSeries ? { share: weight, series } : { share: weight },
  );
}
