import type { JsonValue } from '#core/base/json.ts';
import type { ColumnProfile, ValueShare } from '#core/analysis/column-profile.ts';
import { MiniHistogram } from '#ui/marks/mini-histogram.tsx';
import { ShareBar } from '#ui/marks/share-bar.tsx';

const mostShares = 6;

interface ColumnSummaryProps {
  readonly profile: ColumnProfile;
  /** For the column whose values are the series of the charts. */
  readonly seriesOf?: (value: JsonValue) => number | undefined;
}

/** The live picture under a column's name: shares, a histogram, or a count of distinct values. */
export function ColumnSummary({ profile, seriesOf }: ColumnSummaryProps) {
  if (profile.count === 0) return null;
  if (profile.numbers !== undefined)
    return <MiniHistogram tone="header" bins={profile.numbers.histogram.counts} />;
  if (profile.distinctCount <= mostShares * 2)
    return (
      <ShareBar
        segments={inSeriesOrder(profile.top, seriesOf).map(({ share, series }) => ({
          share,
          ...(series === undefined ? {} : { series }),
        }))}
      />
    );
  const { words } = profile;
  if (words !== undefined && words.high > 4)
    return (
      <span>{words.low === words.high ? words.high : `${words.low} to ${words.high}`} words</span>
    );
  return <span>{profile.distinctCount.toLocaleString('en')} distinct</span>;
}

/** Shares in the order of their series, so that the bar and the charts agree. */
function inSeriesOrder(
  top: readonly ValueShare[],
  seriesOf: ((value: JsonValue) => number | undefined) | undefined,
): readonly { readonly share: number; readonly series: number | undefined }[] {
  return top
    .slice(0, mostShares)
    .map(({ value, share }) => ({ share, series: seriesOf?.(value) }))
    .toSorted((a, b) => (a.series ?? 0) - (b.series ?? 0));
}
