import { memo, useMemo } from 'react';
import { seriesPath } from '#ui/marks/series-shape.ts';
import { seriesVar } from '#ui/theme/series-token.ts';
import type { ScatterPoint } from './scatter-view.ts';

const RADIUS = 3;
const RING_RADIUS = 2.4;
const SEEN_THROUGH = 0.62;
/** Points that follow each other lie close together, so they are in different paths and darken each other. */
const PATHS_PER_SERIES = 12;

export interface PointPlacer {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

interface ScatterMarksProps {
  readonly points: readonly ScatterPoint[];
  readonly place: PointPlacer;
}

/**
 * All points at once, redrawn only when they or the scales change, not while the pointer moves. Thousands
 * of elements would be thousands to compare and to lay out whenever rows are drawn anew, so points share
 * paths; a path without a transform or an opacity as a whole is no layer to the browser.
 */
export const ScatterMarks = memo(function ScatterMarks({ points, place }: ScatterMarksProps) {
  const paths = useMemo(() => sharedPaths(points, place), [points, place]);
  return (
    <g>
      {paths.map(({ key, series, outline }) => {
        const isRest = series > 5;
        const colour = seriesVar(series);
        return (
          <path
            key={key}
            d={outline}
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

interface SharedPath {
  readonly key: string;
  readonly series: number;
  readonly outline: string;
}

/** The series take turns, so that none lies on top of all others. */
function sharedPaths(points: readonly ScatterPoint[], place: PointPlacer): readonly SharedPath[] {
  const outlines = new Map<string, { readonly series: number; readonly parts: string[] }>();
  const counts = new Map<number, number>();
  for (const { series, x, y } of points) {
    const count = counts.get(series) ?? 0;
    counts.set(series, count + 1);
    const key = `${count % PATHS_PER_SERIES} ${series}`;
    const path = outlines.get(key) ?? { series, parts: [] };
    outlines.set(key, path);
    const radius = series > 5 ? RING_RADIUS : RADIUS;
    path.parts.push(seriesPath(series, radius, { x: place.x(x), y: place.y(y) }));
  }
  return [...outlines]
    .toSorted(([one], [other]) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
    .map(([key, { series, parts }]) => ({ key, series, outline: parts.join('') }));
}
