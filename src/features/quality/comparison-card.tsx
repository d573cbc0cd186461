import { styled } from '@mui/material/styles';
import X from 'lucide-react/icons/x';
import type { SampleComparison } from '#core/analysis/compare-sample.ts';
import { findColumn } from '#core/design/design.ts';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { WeightBar } from '#ui/marks/weight-bar.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { copyWords, distanceNames, unmatchedWords } from './comparison-words.ts';
import { Panel } from './side-cards.tsx';
import { useShowRows } from './use-show-rows.ts';

const Close = styled('div')({ float: 'right', marginTop: -32 });
const Quiet = styled('p')({ margin: '8px 0 4px', color: tokenVar('ink-2'), fontSize: '0.75rem' });
const Line = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto 60px 44px',
  alignItems: 'center',
  gap: 8,
  minHeight: 28,
  fontVariantNumeric: 'tabular-nums',
  '& > :last-child': { textAlign: 'right' },
});

interface ComparisonCardProps {
  readonly comparison: SampleComparison;
  readonly fileName: string;
  readonly onClose: () => void;
}

const mostPairs = 5;

/** The rows beside a real sample: columns, correlations, and how near rows come to real ones. */
export function ComparisonCard({ comparison, fileName, onClose }: ComparisonCardProps) {
  const design = useDesign((state) => state.design);
  const show = useShowRows();
  const name = (id: string): string => findColumn(design, id)?.name ?? id;
  const { columns, correlations, copies, sampleRows } = comparison;
  const unmatched = unmatchedWords(comparison);
  return (
    <Panel
      title={`Compared with ${fileName}`}
      note={`${sampleRows.toLocaleString('en')} real rows`}
    >
      <Close>
        <IconButton label="End the comparison" glyph={X} size="small" onClick={onClose} />
      </Close>
      {copies !== undefined && (
        <Banner tone={copies.isAlarm ? 'bad' : 'info'} inset>
          {copyWords(copies)}{' '}
          {copies.isAlarm && (
            <Button
              tone="link"
              size="small"
              onClick={() =>
                show(
                  copies.nearest.map(({ row }) => row),
                  'nearest to real rows',
                )
              }
            >
              Show the nearest
            </Button>
          )}
        </Banner>
      )}
      {columns.length > 0 && <Quiet>Distance of each column, 0 alike to 1 nothing in common</Quiet>}
      {columns.map(({ columnId, measure, isWords, distance }) => (
        <Line key={columnId}>
          <span>{isWords ? `${name(columnId)}, words` : name(columnId)}</span>
          <span>{distanceNames[measure]}</span>
          <WeightBar fraction={distance} width={60} />
          <span>{distance.toFixed(2)}</span>
        </Line>
      ))}
      {correlations.length > 0 && <Quiet>Correlation, made and real</Quiet>}
      {correlations.slice(0, mostPairs).map(({ x, y, made, real }) => (
        <Line key={`${x} ${y}`}>
          <span>
            {name(y)} with {name(x)}
          </span>
          <span>
            r {made.toFixed(2)} and {real.toFixed(2)}
          </span>
          <WeightBar fraction={Math.abs(made - real) / 2} width={60} />
          <span>{Math.abs(made - real).toFixed(2)}</span>
        </Line>
      ))}
      {unmatched !== undefined && <Quiet>{unmatched}</Quiet>}
    </Panel>
  );
}
