import { memo } from 'react';
import { seriesPath } from '#ui/marks/series-shape.ts';
import { seriesVar } from '#ui/theme/series-token.ts';
import type { ScatterPoint } from './scatter-view.ts';

const RADIUS = 3;
const RING_RADIUS = 2.4;
const SEEN_THROUGH = 0.62;

export interface PointPlacer {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

interface ScatterMarksProps {
  readonly points: readonly ScatterPoint[];
  readonly place: PointPlacer;
}

/**
 * All points at once, redrawn only when they or the scales change, not while the pointer moves. A place or
 * an opacity of its own would make each point a layer to the browser, which sorts those in every frame.
 */
export const ScatterMarks = memo(function ScatterMarks({ points, place }: ScatterMarksProps) {
  return (
    <g>
      {points.map((point) => {
        const isRest = point.series > 5;
        const colour = seriesVar(point.series);
        const centre = { x: place.x(point.x), y: place.y(point.y) };
        return (
          <path
            key={point.row}
            d={seriesPath(point.series, isRest ? RING_RADIUS : RADIUS, centre)}
            fill={isRest ? 'none' : colour}
            stroke={isRest ? colour : 'none'}
            strokeWidth={1.2}
            fillOpacity={SEEN_THROUGH}
            strokeOpacity={SEEN_THROUGH}
          />
        );
      })}
    </g>
  );
});
