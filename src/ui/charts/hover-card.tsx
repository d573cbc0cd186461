import { styled } from '@mui/material/styles';
import { useLayoutEffect, useRef } from 'react';
import { tokenVar } from '#ui/theme/tokens.ts';

const Card = styled('div')({
  position: 'absolute',
  top: 0,
  left: 0,
  zIndex: 1,
  maxWidth: 260,
  padding: '7px 10px',
  borderRadius: 8,
  pointerEvents: 'none',
  backgroundColor: tokenVar('raised'),
  color: tokenVar('ink-2'),
  boxShadow: tokenVar('shadow-2'),
  fontSize: '0.75rem',
  lineHeight: 17 / 12,
  whiteSpace: 'nowrap',
  '& > div': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& > div:first-of-type': { fontWeight: 600, color: tokenVar('ink') },
});

const GAP = 14;

interface HoverCardProps {
  readonly lines: readonly string[] | undefined;
  readonly x: number;
  readonly y: number;
}

/** What a mark says, beside it on the side where there is room. */
export function HoverCard({ lines, x, y }: HoverCardProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const card = ref.current;
    if (card === null || lines === undefined) return;
    const room = card.offsetParent?.clientWidth ?? 0;
    const fitsRight = x + GAP + card.offsetWidth <= room;
    const left = fitsRight ? x + GAP : x - GAP - card.offsetWidth;
    const top = Math.max(0, y - card.offsetHeight - GAP / 2);
    card.style.transform = `translate(${Math.max(0, left)}px, ${top}px)`;
  }, [lines, x, y]);
  if (lines === undefined) return null;
  return (
    <Card ref={ref} aria-hidden>
      {lines.map((words) => (
        <div key={words}>{words}</div>
      ))}
    </Card>
  );
}
