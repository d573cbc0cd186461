import { useMemo } from 'react';
import type { Distribution } from '#core/design/distribution.ts';
import { lawOf, shareBetween } from '#core/design/law/law-of.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { rangeOf } from './change-distribution.ts';

const width = 44;
const height = 20;
const bins = 22;

/** The shape of a law, 44 × 20: an area for numbers that lie densely, bars for whole ones. */
export function LawCurve({ distribution }: { readonly distribution: Distribution }) {
  const shares = useMemo(() => sharesOf(distribution), [distribution]);
  const most = Math.max(...shares, 1e-9);
  const pitch = width / shares.length;
  const top = (share: number) => height - 1 - (share / most) * (height - 3);
  const law = lawOf(distribution);
  const isWhole = law.ok && law.value.isWhole;
  const line = shares.map((share, index) => `${(index + 0.5) * pitch},${top(share)}`).join(' ');
  return (
    <svg width={width} height={height} aria-hidden focusable="false">
      {isWhole ? (
        shares.map((share, index) => (
          <rect
            key={index}
            x={index * pitch + pitch * 0.15}
            y={top(share)}
            width={pitch * 0.7}
            height={height - 1 - top(share)}
            fill={tokenVar('sampled-line')}
          />
        ))
      ) : (
        <>
          <polygon
            points={`${pitch / 2},${height - 1} ${line} ${width - pitch / 2},${height - 1}`}
            fill={tokenVar('sampled-soft')}
          />
          <polyline points={line} fill="none" stroke={tokenVar('sampled-line')} strokeWidth={1.5} />
        </>
      )}
    </svg>
  );
}

function sharesOf(distribution: Distribution): readonly number[] {
  const { low, high } = rangeOf(distribution);
  const law = lawOf(distribution);
  if (law.ok && law.value.isWhole) {
    const count = Math.min(12, Math.round(high - low) + 1);
    return Array.from({ length: count }, (_, index) =>
      shareBetween(distribution, low + index - 1, low + index),
    );
  }
  const step = (high - low) / bins;
  return Array.from({ length: bins }, (_, index) =>
    shareBetween(distribution, low + index * step, low + (index + 1) * step),
  );
}
