import { styled } from '@mui/material/styles';
import Bookmark from 'lucide-react/icons/bookmark';
import PenLine from 'lucide-react/icons/pen-line';
import X from 'lucide-react/icons/x';
import { memo } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { JsonValue } from '#core/base/json.ts';
import type { ColumnProfile, ValueShare } from '#core/analysis/column-profile.ts';
import { MiniHistogram } from '#ui/marks/mini-histogram.tsx';
import { ShareBar } from '#ui/marks/share-bar.tsx';
import { marksWords, type ColumnMarks } from './cell-marks.ts';

const Chip = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 3,
  height: 18,
  padding: '0 5px',
  border: 0,
  borderRadius: 4,
  font: 'inherit',
  fontWeight: 500,
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  color: tokenVar('generated'),
  backgroundColor: tokenVar('generated-soft'),
});

/** Below this width of a head the words give way to figures. */
const roomForWords = '@container head-summary (max-width: 219.95px)';
const Words = styled('span')({ [roomForWords]: { display: 'none' } });
const Figures = styled('span')({
  display: 'none',
  alignItems: 'center',
  gap: 3,
  [roomForWords]: { display: 'inline-flex' },
});

interface MarksChipProps {
  readonly marks: Pick<ColumnMarks, 'corrections' | 'examples'>;
  readonly onRemove: () => void;
}

/** What the model is taught by cells. A click takes the examples away; so does the menu of the column, by keyboard too. */
export function MarksChip({ marks, onRemove }: MarksChipProps) {
  const words = marksWords(marks);
  if (marks.examples === 0)
    return (
      <span title={words}>
        <Words>{words}</Words>
        <MarkFigures marks={marks} />
      </span>
    );
  return (
    <Chip
      type="button"
      tabIndex={-1}
      title={`${words}. A click stops using the examples.`}
      onClick={(event) => {
        event.stopPropagation();
        onRemove();
      }}
    >
      <Words>{words}</Words>
      <MarkFigures marks={marks} />
      <Icon glyph={X} size={12} />
    </Chip>
  );
}

/** The same in a narrow head: each count beside its glyph. */
function MarkFigures({ marks: { corrections, examples } }: Pick<MarksChipProps, 'marks'>) {
  return (
    <Figures>
      {corrections > 0 && (
        <>
          <Icon glyph={PenLine} size={12} />
          {corrections.toLocaleString('en')}
        </>
      )}
      {examples > 0 && (
        <>
          <Icon glyph={Bookmark} size={12} />
          {examples.toLocaleString('en')}
        </>
      )}
    </Figures>
  );
}

const Lengths = styled('span')({
  display: 'inline-flex',
  alignItems: 'flex-end',
  gap: 6,
  '& > svg': { ['@container head-summary (max-width: 149.95px)']: { display: 'none' } },
});

const mostShares = 6;

interface ColumnSummaryProps {
  readonly profile: ColumnProfile;
  /** For the column whose values are the series of the charts. */
  readonly seriesOf?: (value: JsonValue) => number | undefined;
}

/** The live picture under a column's name: shares, a histogram, or a count of distinct values. */
export const ColumnSummary = memo(function ColumnSummary({
  profile,
  seriesOf,
}: ColumnSummaryProps) {
  if (profile.count === 0) return null;
  if (profile.numbers !== undefined)
    return <MiniHistogram tone="header" bins={profile.numbers.histogram.counts} />;
  // Where nothing repeats, equal shares would tell nothing.
  if (profile.distinctCount <= mostShares * 2 && profile.distinctCount < profile.count)
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
      <Lengths>
        <MiniHistogram tone="header" bins={words.histogram.counts} />
        <span>{words.low === words.high ? words.high : `${words.low} to ${words.high}`} words</span>
      </Lengths>
    );
  return <span>{profile.distinctCount.toLocaleString('en')} distinct</span>;
});

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
