import { type RefObject, useLayoutEffect, useMemo } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { FittedLines } from './fitted-lines.tsx';
import { LineLabels } from './line-labels.tsx';
import { type PointPlacer, ScatterMarks } from './scatter-marks.tsx';
import type { ScatterPoint, ScatterView } from './scatter-view.ts';
import { type ScatterActs, type Spot, useScatterPointer } from './use-scatter-pointer.ts';

const CARD_GAP = 14;

interface ScatterLayerProps extends ScatterActs {
  readonly view: ScatterView;
  /** Names and laws are written beside the lines. */
  readonly labelled: boolean;
  readonly active: ScatterPoint | undefined;
  readonly cardRef: RefObject<HTMLElement | null>;
  /** A range of x that the keyboard has marked. */
  readonly marked?: readonly [number, number] | undefined;
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

/** Puts the card beside its point, on the side where there is room. */
function moveCard(card: HTMLElement, spot: Spot) {
  const room = card.offsetParent?.clientWidth ?? 0;
  const fitsRight = spot.x + CARD_GAP + card.offsetWidth <= room;
  const left = fitsRight ? spot.x + CARD_GAP : spot.x - CARD_GAP - card.offsetWidth;
  const top = Math.max(0, spot.y - card.offsetHeight - CARD_GAP / 2);
  card.style.transform = `translate(${Math.max(0, left)}px, ${top}px)`;
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
  const { view, labelled, active, cardRef, marked } = props;
  const place = usePlacer();
  const plot = usePlotArea();
  const { drawn, handlers } = useScatterPointer({ ...props, points: view.points, place });
  useLayoutEffect(() => {
    if (cardRef.current === null || active === undefined || place === undefined) return;
    moveCard(cardRef.current, { x: place.x(active.x), y: place.y(active.y) });
  }, [active, place, cardRef]);
  if (place === undefined || plot === undefined) return null;

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
      {drawn && (
        <Brush left={drawn.from.x} right={drawn.to.x} top={drawn.from.y} bottom={drawn.to.y} />
      )}
      <rect
        {...plot}
        fill="transparent"
        style={{ cursor: active ? 'pointer' : 'default' }}
        {...handlers}
      />
    </g>
  );
}
