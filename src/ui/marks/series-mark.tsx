import { seriesVar } from '#ui/theme/series-token.ts';
import { seriesPath } from './series-shape.ts';

interface SeriesMarkProps {
  /** Zero-based; beyond five it is the ring of "rest". */
  readonly series: number;
  readonly size?: number;
}

/** Shape repeats the colour, so that a series is known without it. */
export function SeriesMark({ series, size = 9 }: SeriesMarkProps) {
  const isRest = series > 5;
  const colour = seriesVar(series);
  return (
    <svg
      width={size}
      height={size}
      viewBox="-5 -5 10 10"
      aria-hidden
      focusable="false"
      style={{ flexShrink: 0 }}
    >
      <path
        d={seriesPath(series, isRest ? 3.6 : 4.4)}
        fill={isRest ? 'none' : colour}
        stroke={isRest ? colour : 'none'}
        strokeWidth={1.8}
      />
    </svg>
  );
}
