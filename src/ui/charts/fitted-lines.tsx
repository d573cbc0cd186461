import { seriesVar } from '#ui/theme/series-token.ts';
import type { PointPlacer } from './scatter-marks.tsx';
import type { FittedLine } from './scatter-view.ts';

interface FittedLinesProps {
  readonly lines: readonly FittedLine[];
  readonly place: PointPlacer;
}

function bandPath(line: FittedLine, place: PointPlacer): string {
  const band = line.band ?? [];
  const top = band.map(({ x, high }) => `${place.x(x)},${place.y(high)}`);
  const bottom = band.toReversed().map(({ x, low }) => `${place.x(x)},${place.y(low)}`);
  return `M${[...top, ...bottom].join('L')}Z`;
}

export function FittedLines({ lines, place }: FittedLinesProps) {
  return lines.map((line) => (
    <g key={line.series}>
      {line.band !== undefined && line.band.length > 1 && (
        <path d={bandPath(line, place)} fill={seriesVar(line.series)} opacity={0.13} />
      )}
      <line
        x1={place.x(line.from.x)}
        y1={place.y(line.from.y)}
        x2={place.x(line.to.x)}
        y2={place.y(line.to.y)}
        stroke={seriesVar(line.series)}
        strokeWidth={1.75}
        strokeLinecap="round"
      />
    </g>
  ));
}
