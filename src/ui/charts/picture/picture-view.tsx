import { styled } from '@mui/material/styles';
import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import { HoverCard } from '#ui/charts/hover-card.tsx';
import { stepTarget } from '#ui/charts/step-target.ts';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { darkTokens, lightTokens, tokenVar } from '#ui/theme/tokens.ts';
import { useIsDark } from '#ui/theme/scheme.ts';
import { PictureShapes } from './picture-shapes.tsx';
import type { Picture, PicturePoint, PictureSize } from './picture.ts';
import { useWidth } from './use-width.ts';

const Stage = styled('div')({
  position: 'relative',
  width: '100%',
  borderRadius: 6,
  '& svg': { display: 'block' },
});

interface PictureViewProps {
  /** Lays the picture out for a size; keep its identity while nothing in it changes. */
  readonly draw: (size: PictureSize) => Picture;
  readonly height: number;
  /** The chart in one sentence: finding and verdict. */
  readonly sentence: string;
  readonly onPick?: (key: string) => void;
}

/** Draws a picture as wide as there is room; the pointer and the arrow keys reach its points. */
export function PictureView({ draw, height, sentence, onPick }: PictureViewProps) {
  const { ref, width } = useWidth();
  const picture = useMemo(
    () => (width === 0 ? undefined : draw({ width, height })),
    [draw, width, height],
  );
  const [activeIndex, setActiveIndex] = useState(-1);
  const [isTouched, setTouched] = useState(false);
  const points = picture?.points ?? [];
  const active = points[activeIndex];

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && active?.key !== undefined) onPick?.(active.key);
    if (event.key === 'Escape' && active) {
      event.stopPropagation();
      setActiveIndex(-1);
    }
    const target = stepTarget(event.key, activeIndex, points.length);
    if (target === undefined) return;
    event.preventDefault();
    setActiveIndex(target);
  }

  return (
    <Stage
      ref={ref}
      role="group"
      aria-label={sentence}
      tabIndex={0}
      style={{ minHeight: height }}
      onKeyDown={handleKey}
      onBlur={() => setActiveIndex(-1)}
    >
      {picture && (
        <Drawing
          picture={picture}
          active={active}
          canPick={onPick !== undefined}
          onHover={(index, isByFinger = false) => {
            setActiveIndex(index);
            setTouched(isByFinger);
          }}
          onPick={(point) => point.key !== undefined && onPick?.(point.key)}
        />
      )}
      <HoverCard
        lines={cardLines(active, isTouched && onPick !== undefined)}
        x={active?.x ?? 0}
        y={active?.y ?? 0}
      />
      <VisuallyHidden role="status">{active?.words.join(', ')}</VisuallyHidden>
    </Stage>
  );
}

interface DrawingProps {
  readonly picture: Picture;
  readonly active: PicturePoint | undefined;
  readonly canPick: boolean;
  readonly onHover: (index: number, isByFinger?: boolean) => void;
  readonly onPick: (point: PicturePoint) => void;
}

function cardLines(point: PicturePoint | undefined, isAskedAgain: boolean) {
  if (point?.key === undefined || !isAskedAgain) return point?.words;
  return [...point.words, 'Tap again to see the rows'];
}

function Drawing({ picture, active, canPick, onHover, onPick }: DrawingProps) {
  const { width, height } = picture;
  const svg = useRef<SVGSVGElement>(null);
  const isTouch = useRef(false);
  const isDark = useIsDark();
  const tokens = isDark ? darkTokens : lightTokens;

  function pointAt(event: React.MouseEvent): number {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined) return -1;
    return nearestPoint(picture.points, event.clientX - box.left, event.clientY - box.top);
  }

  /** A finger points at nothing beforehand: its first tap says what is there, the second takes it. */
  function handleClick(event: React.MouseEvent) {
    const index = pointAt(event);
    const point = picture.points[index];
    if (isTouch.current && (point === undefined || point !== active)) onHover(index, true);
    else if (point !== undefined) onPick(point);
  }

  return (
    <svg
      ref={svg}
      width={width}
      height={height}
      aria-hidden
      focusable="false"
      style={{ cursor: active?.key !== undefined && canPick ? 'pointer' : 'default' }}
      onPointerDown={(event) => {
        isTouch.current = event.pointerType === 'touch';
      }}
      onPointerMove={(event) => {
        if (event.pointerType !== 'touch') onHover(pointAt(event));
      }}
      // A finger leaves whenever it is lifted.
      onPointerLeave={(event) => {
        if (event.pointerType !== 'touch') onHover(-1);
      }}
      onClick={handleClick}
    >
      <Shapes picture={picture} tokens={tokens} />
      {active && <Ring point={active} />}
    </svg>
  );
}

const Shapes = memo(PictureShapes);

function Ring({ point }: { readonly point: PicturePoint }) {
  const { x, y, halfWidth, halfHeight } = point;
  const ring = { fill: 'none', stroke: tokenVar('ink'), strokeWidth: 1.5 };
  if (halfWidth === undefined || halfHeight === undefined)
    return <circle cx={x} cy={y} r={7} {...ring} />;
  return (
    <rect
      x={Math.max(1, x - halfWidth)}
      y={Math.max(1, y - halfHeight)}
      width={halfWidth * 2 - 1}
      height={halfHeight * 2 - 1}
      rx={3}
      {...ring}
    />
  );
}

const reach = 16;

/** The point whose box holds the place, else the nearest within reach; −1 for none. */
export function nearestPoint(points: readonly PicturePoint[], x: number, y: number): number {
  let best = -1;
  let least = reach * reach;
  for (const [index, point] of points.entries()) {
    const dx = Math.max(0, Math.abs(point.x - x) - (point.halfWidth ?? 0));
    const dy = Math.max(0, Math.abs(point.y - y) - (point.halfHeight ?? 0));
    const square = dx * dx + dy * dy;
    if (square < least) [best, least] = [index, square];
  }
  return best;
}
