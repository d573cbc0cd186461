/** What a mouse, a pen or a finger does to the points of a scatter. */
import { type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import type { PointPlacer } from './scatter-marks.tsx';
import type { ScatterPoint } from './scatter-view.ts';

/** Farther than this, in px, the pointer is near no point. */
const REACH = 24;
/** A shorter drag than this, in px, is a click. */
const LEAST_DRAG = 5;

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Drag {
  readonly from: Spot;
  readonly to: Spot;
}

/** A rectangle in the values of the axes; ranges include both ends. */
export interface BrushedArea {
  readonly x: readonly [low: number, high: number];
  readonly y?: readonly [low: number, high: number];
}

export interface ScatterActs {
  readonly onActiveChange: (point: ScatterPoint | undefined, isTouched?: boolean) => void;
  readonly onPick: (point: ScatterPoint) => void;
  /** A rectangle was drawn with the pointer. */
  readonly onBrush?: ((area: BrushedArea) => void) | undefined;
}

interface Pointed extends ScatterActs {
  readonly points: readonly ScatterPoint[];
  /** Undefined until the chart knows its scales; nothing can be pointed at before. */
  readonly place: PointPlacer | undefined;
  readonly active: ScatterPoint | undefined;
}

type Pointer = PointerEvent<SVGRectElement>;

/** Handlers for the area of the plot, and the rectangle that is being drawn. */
export function useScatterPointer(pointed: Pointed) {
  const { points, place, active, onActiveChange, onPick, onBrush } = pointed;
  const [drag, setDrag] = useState<Drag | undefined>(undefined);
  const isTouch = useRef(false);
  const near = (spot: Spot | undefined) =>
    spot && place && points.length > 0 ? nearest(points, place, spot) : undefined;

  function handleMove(event: Pointer) {
    const spot = spotOf(event);
    if (spot === undefined || event.pointerType === 'touch') return;
    if (drag !== undefined) setDrag({ ...drag, to: spot });
    onActiveChange(drag === undefined ? near(spot) : undefined);
  }

  function handleDown(event: Pointer) {
    const spot = spotOf(event);
    isTouch.current = event.pointerType === 'touch';
    // A finger scrolls the page; only a mouse or a pen draws.
    if (spot === undefined || onBrush === undefined || isTouch.current) return;
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

  /** A finger points at nothing beforehand: its first tap shows a point, the second takes it. */
  function handleClick(event: MouseEvent<SVGRectElement>) {
    const target = isTouch.current ? near(spotOf(event)) : active;
    if (target !== active) onActiveChange(target, true);
    else if (target !== undefined) onPick(target);
  }

  return {
    drawn: drag !== undefined && isDrawn(drag) ? drag : undefined,
    handlers: {
      onPointerDown: handleDown,
      onPointerMove: handleMove,
      onPointerUp: handleUp,
      onPointerCancel: () => setDrag(undefined),
      // A finger leaves whenever it is lifted.
      onPointerLeave: (event: Pointer) => {
        if (event.pointerType !== 'touch') onActiveChange(undefined);
      },
      onClick: handleClick,
    },
  };
}

function spotOf(event: MouseEvent<SVGRectElement>): Spot | undefined {
  const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
  return box && { x: event.clientX - box.left, y: event.clientY - box.top };
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

function isDrawn({ from, to }: Drag): boolean {
  return Math.abs(from.x - to.x) >= LEAST_DRAG && Math.abs(from.y - to.y) >= LEAST_DRAG;
}

/** The value at a pixel of a linear scale. */
function valueAt(scale: (value: number) => number, pixel: number): number {
  const zero = scale(0);
  return (pixel - zero) / (scale(1) - zero);
}
