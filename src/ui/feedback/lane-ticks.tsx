import { styled } from '@mui/material/styles';
import { FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const MOST_TICKS = 16;

const Ticks = styled('span')({
  display: 'inline-flex',
  flexShrink: 0,
  gap: 2,
  '& > i': {
    width: 5,
    height: 11,
    borderRadius: 1.5,
    backgroundColor: tokenVar('line-2'),
    transition: 'background-color 120ms ease-out',
  },
  '& > [data-lit=true]': { backgroundColor: tokenVar('ember-line') },
  [FORCED]: {
    '& > i': { border: '1px solid CanvasText' },
    '& > [data-lit=true]': { backgroundColor: 'Highlight' },
  },
});

interface LaneTicksProps {
  readonly allowed: number;
  readonly inFlight: number;
}

/** One tick per allowed request, lit while it is in flight. */
export function LaneTicks({ allowed, inFlight }: LaneTicksProps) {
  const count = Math.min(MOST_TICKS, Math.max(0, allowed));
  return (
    <Ticks role="img" aria-label={`${inFlight} of ${allowed} requests in flight`}>
      {Array.from({ length: count }, (_, lane) => (
        <i key={lane} data-lit={lane < inFlight} />
      ))}
    </Ticks>
  );
}
