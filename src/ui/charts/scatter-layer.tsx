import { type RefObject, useLayoutEffect, useMemo } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { FittedLines } from './fitted-lines.tsx';
import { LineLabels } from './line-labels.tsx';
import { type PointPlacer, ScatterMarks } from './scatter-marks.tsx';
import type { ScatterPoint, ScatterView } from './scatter-view.ts';

/** Farther than this, in px, the pointer is near no point. */
const REACH = 24;
const CARD_GAP = 14;

interface ScatterLayerProps {
  readonly view: ScatterView;
  /** Names and laws are written beside the lines. */
  readonly labelled: boolean;
  readonly active: ScatterPoint | undefined;
  readonly cardRef: RefObject<HTMLElement | null>;
  readonly onActiveChange: (point: ScatterPoint | undefined) => void;
  readonly onPick: (point: ScatterPoint) => void;
}

function usePlacer(): PointPlacer | undefined {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  return useMemo(
    () =>
      xScale && yScale
        ? { x: (value) => xScale(value) ?? 0, y: (value) => yScale(value) ?? 0 }
        : undefined,
    [xScale, yScale],
  );
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

function nearest(points: readonly ScatterPoint[], place: PointPlacer, spot: Spot) {
  let best: ScatterPoint | undefined;
  let least = REACH * REACH;
  for (const point of points) {
    const square = (place.x(point.x) - spot.x) ** 2 + (place.y(point.y) - spot.y) ** 2;
    if (square < least) [best, least] = [point, square];
  }
  return best;
}

/** Puts the card beside its point, on the side where there is room. */
function moveCard(card: HTMLElement, spot: Spot) {
  const room = card.offsetParent?.clientWidth ?? 0;
  const fitsRight = spot.x + CARD_GAP + card.offsetWidth <= room;
  const left = fitsRight ? spot.x + CARD_GAP : spot.x - CARD_GAP - card.offsetWidth;
  const top = Math.max(0, spot.y - card.offsetHeight - CARD_GAP / 2);
  card.style.transform = `translate(${Math.max(0, left)}px, ${top}px)`;
}

/** Marks, lines and the pointer, inside the chart's own scales. */
export function ScatterLayer(props: ScatterLayerProps) {
  const { view, labelled, active, cardRef, onActiveChange, onPick } = props;
  const place = usePlacer();
  const plot = usePlotArea();
  useLayoutEffect(() => {
    if (cardRef.current === null || active === undefined || place === undefined) return;
    moveCard(cardRef.current, { x: place.x(active.x), y: place.y(active.y) });
  }, [active, place, cardRef]);
  if (place === undefined || plot === undefined) return null;

  function handleMove(event: React.PointerEvent<SVGRectElement>) {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (box === undefined || place === undefined) return;
    const spot = { x: event.clientX - box.left, y: event.clientY - box.top };
    onActiveChange(nearest(view.points, place, spot));
  }

  return (
    <g>
      <FittedLines lines={view.lines} place={place} />
      <ScatterMarks points={view.points} place={place} />
      {labelled && <LineLabels view={view} place={place} bottom={plot.y + plot.height} />}
      {active && (
        <circle
          cx={place.x(active.x)}
          cy={place.y(active.y)}
          r={7}
          fill="none"
          stroke={tokenVar('ink')}
          strokeWidth={1.75}
        />
      )}
      <rect
        {...plot}
        fill="transparent"
        style={{ cursor: active ? 'pointer' : 'default' }}
        onPointerMove={handleMove}
        onPointerLeave={() => onActiveChange(undefined)}
        onClick={() => active && onPick(active)}
      />
    </g>
  );
}
