import { tokenVar } from '#ui/theme/tokens.ts';

const LEAST_BAR = 1;

interface MiniHistogramProps {
  /** Counts per bin, in order. */
  readonly bins: readonly number[];
  readonly width?: number;
  readonly height?: number;
  /** `list`: sampled hue, 52×14. `header`: grey, as tall as the grid header allows. */
  readonly tone?: 'list' | 'header';
}

export function MiniHistogram({ bins, tone = 'list', ...size }: MiniHistogramProps) {
  const width = size.width ?? (tone === 'list' ? 52 : 44);
  const height = size.height ?? (tone === 'list' ? 14 : 18);
  const most = Math.max(1, ...bins);
  const pitch = width / Math.max(1, bins.length);
  const barWidth = Math.max(1, pitch - (pitch > 3 ? 1 : 0.5));
  return (
    <svg width={width} height={height} aria-hidden focusable="false" style={{ flexShrink: 0 }}>
      <g fill={tone === 'list' ? tokenVar('sampled-line') : tokenVar('ink-4')}>
        {bins.map((count, index) => {
          const tall = count > 0 ? Math.max(LEAST_BAR, (count / most) * height) : 0;
          return (
            <rect
              key={index}
              x={index * pitch}
              y={height - tall}
              width={barWidth}
              height={tall}
              rx={Math.min(1, tall / 2)}
            />
          );
        })}
      </g>
    </svg>
  );
}
