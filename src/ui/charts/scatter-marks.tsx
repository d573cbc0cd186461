import { memo } from 'react';
import { seriesPath } from '#ui/marks/series-shape.ts';
import { seriesVar } from '#ui/theme/series-token.ts';
import type { ScatterPoint } from './scatter-view.ts';

const RADIUS = 3;
const RING_RADIUS = 2.4;

export interface PointPlacer {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

interface ScatterMarksProps {
  readonly points: readonly ScatterPoint[];
  readonly place: PointPlacer;
}

/** All points at once, redrawn only when they or the scales change, not while the pointer moves. */
export const ScatterMarks = memo(function ScatterMarks({ points, place }: ScatterMarksProps) {
  return (
    <g>
      {points.map((point) => {
        const isRest = point.series > 5;
        const colour = seriesVar(point.series);
        return (
          <path
            key={point.row}
            d={seriesPath(point.series, isRest ? RING_RADIUS : RADIUS)}
            transform={`translate(${place.x(point.x)},${place.y(point.y)})`}
            fill={isRest ? 'none' : colour}
            stroke={isRest ? colour : 'none'}
            strokeWidth={1.2}
            opacity={0.62}
          />
        );
      })}
    </g>
  );
});
