import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
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
  /** A rectangle was drawn with the pointer. */
  readonly onBrush?: ((area: BrushedArea) => void) | undefined;
  /** A range of x that the keyboard has marked. */
  readonly marked?: readonly [number, number] | undefined;
}

/** A rectangle in the values of the axes; ranges include both ends. */
export interface BrushedArea {
  readonly x: readonly [low: number, high: number];
  readonly y?: readonly [low: number, high: number];
}

/** A shorter drag than this, in px, is a click. */
const LEAST_DRAG = 5;

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

interface Drag {
  readonly from: Spot;
  readonly to: Spot;
}

function isDrawn({ from, to }: Drag): boolean {
  return Math.abs(from.x - to.x) >= LEAST_DRAG && Math.abs(from.y - to.y) >= LEAST_DRAG;
}

/** The value at a pixel of a linear scale. */
function valueAt(scale: (value: number) => number, pixel: number): number {
  const zero = scale(0);
  return (pixel - zero) / (scale(1) - zero);
}

interface BrushProps {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function Brush({ left, right, top, bottom }: BrushProps) {
  return (
    <rect
      x={Math.min(left, right)}
      y={Math.min(top, bottom)}
      width={Math.abs(right - left)}
      height={Math.abs(bottom - top)}
      fill={tokenVar('blue-line')}
      fillOpacity={0.1}
      stroke={tokenVar('blue-line')}
    />
  );
}

/** Marks, lines and the pointer, inside the chart's own scales. */
export function ScatterLayer(props: ScatterLayerProps) {
  const { view, labelled, active, cardRef, onActiveChange, onPick, onBrush, marked } = props;
  const place = usePlacer();
  const plot = usePlotArea();
  const [drag, setDrag] = useState<Drag | undefined>(undefined);
  useLayoutEffect(() => {
    if (cardRef.current === null || active === undefined || place === undefined) return;
    moveCard(cardRef.current, { x: place.x(active.x), y: place.y(active.y) });
  }, [active, place, cardRef]);
  if (place === undefined || plot === undefined) return null;

  function spotOf(event: React.PointerEvent<SVGRectElement>): Spot | undefined {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    return box && { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  function handleMove(event: React.PointerEvent<SVGRectElement>) {
    const spot = spotOf(event);
    if (spot === undefined || place === undefined) return;
    if (drag !== undefined) setDrag({ ...drag, to: spot });
    onActiveChange(drag === undefined ? nearest(view.points, place, spot) : undefined);
  }

  function handleDown(event: React.PointerEvent<SVGRectElement>) {
    const spot = spotOf(event);
    // A finger scrolls the page; only a mouse or a pen draws.
    if (spot === undefined || onBrush === undefined || event.pointerType === 'touch') return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: spot, to: spot });
  }

  function handleUp() {
    if (drag === undefined || place === undefined) return;
    setDrag(undefined);
    if (!isDrawn(drag)) return;
    const range = (axis: 'x' | 'y'): readonly [number, number] => {
      const ends = [drag.from, drag.to].map((spot) => valueAt(place[axis], spot[axis]));
      return [Math.min(...ends), Math.max(...ends)];
    };
    onBrush?.({ x: range('x'), y: range('y') });
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
      {marked && (
        <Brush
          left={place.x(marked[0])}
          right={place.x(marked[1])}
          top={plot.y}
          bottom={plot.y + plot.height}
        />
      )}
      {drag && isDrawn(drag) && (
        <Brush left={drag.from.x} right={drag.to.x} top={drag.from.y} bottom={drag.to.y} />
      )}
      <rect
        {...plot}
        fill="transparent"
        style={{ cursor: active ? 'pointer' : 'default' }}
        onPointerDown={handleDown}
        onPointerMove={handleMove}
        onPointerUp={handleUp}
        onPointerCancel={() => setDrag(undefined)}
        onPointerLeave={() => onActiveChange(undefined)}
        onClick={() => active && onPick(active)}
      />
    </g>
  );
}
