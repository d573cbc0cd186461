import { styled } from '@mui/material/styles';
import { FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const Track = styled('span')({
  display: 'inline-block',
  height: 6,
  borderRadius: 3,
  overflow: 'hidden',
  flexShrink: 0,
  backgroundColor: tokenVar('press'),
  '& > span': {
    display: 'block',
    height: '100%',
    borderRadius: 3,
    backgroundColor: tokenVar('sampled-line'),
    transition: 'width 240ms ease-out',
  },
  [FORCED]: { border: '1px solid CanvasText', '& > span': { backgroundColor: 'Highlight' } },
});

interface WeightBarProps {
  /** 0 to 1, of the largest weight. */
  readonly fraction: number;
  readonly width?: number;
}

export function WeightBar({ fraction, width = 47 }: WeightBarProps) {
  const share = Math.min(1, Math.max(0, fraction));
  return (
    <Track style={{ width }} aria-hidden>
      <span style={{ width: `${share * 100}%` }} />
    </Track>
  );
}
