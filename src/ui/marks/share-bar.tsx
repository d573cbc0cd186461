import { styled } from '@mui/material/styles';
import { seriesVar } from '#ui/theme/series-token.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const LEAST_TINT = 24;

const Bar = styled('span')({
  display: 'inline-flex',
  flexShrink: 0,
  gap: 1,
  height: 6,
  borderRadius: 3,
  overflow: 'hidden',
  '& > span': { minWidth: 1, transition: 'flex-grow 240ms ease-out' },
  forcedColorAdjust: 'none',
});

export interface ShareSegment {
  readonly share: number;
  /** Zero-based series; without it the segment is a tint of the sampled hue, strongest first. */
  readonly series?: number;
}

interface ShareBarProps {
  readonly segments: readonly ShareSegment[];
  readonly width?: number;
}

function colourOf(segment: ShareSegment, index: number, count: number): string {
  if (segment.series !== undefined) return seriesVar(segment.series);
  const step = count > 1 ? (100 - LEAST_TINT) / (count - 1) : 0;
  const strength = Math.round(100 - index * step);
  return `color-mix(in srgb, ${tokenVar('sampled-line')} ${strength}%, ${tokenVar('sheet')})`;
}

/** A picture of shares; the numbers stand beside it in words. */
export function ShareBar({ segments, width = 52 }: ShareBarProps) {
  return (
    <Bar style={{ width }} aria-hidden>
      {segments.map((segment, index) => (
        <span
          key={index}
          style={{
            flex: `${Math.max(0, segment.share)} 1 0`,
            backgroundColor: colourOf(segment, index, segments.length),
          }}
        />
      ))}
    </Bar>
  );
}
