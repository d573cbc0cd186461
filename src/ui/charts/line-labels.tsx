import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { PointPlacer } from './scatter-marks.tsx';
import type { FittedLine, ScatterView } from './scatter-view.ts';

const LINE_HEIGHT = 14;
const GAP = 30;

/** A halo of the sheet keeps the words readable over points. */
const Words = styled('text')({
  fontSize: 11,
  fill: tokenVar('ink-2'),
  stroke: tokenVar('sheet'),
  strokeWidth: 4,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
  '& > [data-part=name]': { fontSize: 12, fontWeight: 600, fill: tokenVar('ink') },
});

/** Where a label starts, in px: above a line its last row keeps clear of the points, below it never leaves the plot. */
function topOf(isAbove: boolean, lineY: number, space: { rows: number; bottom: number }): number {
  const height = (space.rows - 1) * LINE_HEIGHT;
  if (isAbove) return Math.max(LINE_HEIGHT, lineY - GAP - height);
  return Math.min(lineY + GAP, space.bottom - height - 6);
}

interface LineLabelsProps {
  /** Lower edge of the plot, in px. */
  readonly bottom: number;
  readonly view: ScatterView;
  readonly place: PointPlacer;
}

const middle = ({ from, to }: FittedLine) => (from.y + to.y) / 2;

/** The highest line is labelled above itself, the lowest below, where fitted lines leave room. */
export function LineLabels({ view, place, bottom }: LineLabelsProps) {
  const ordered = view.lines.toSorted((a, b) => middle(b) - middle(a));
  const [highest] = ordered;
  const lowest = ordered.length > 1 ? ordered.at(-1) : undefined;
  return [highest, lowest].map((line) => {
    if (line === undefined) return null;
    const isAbove = line === highest;
    const share = isAbove ? 0.42 : 0.74;
    const x = place.x(line.from.x + share * (line.to.x - line.from.x));
    const lineY = place.y(line.from.y + share * (line.to.y - line.from.y));
    const name = view.seriesNames[line.series] ?? 'rest';
    const words = [name, line.law, line.facts].filter(
      (word): word is string => word !== undefined && word !== '',
    );
    const top = topOf(isAbove, lineY, { rows: words.length, bottom });
    return (
      <Words key={line.series} x={x} y={top} textAnchor={isAbove ? 'end' : 'start'}>
        {words.map((word, index) => (
          <tspan
            key={word}
            x={x}
            dy={index === 0 ? 0 : LINE_HEIGHT}
            data-part={index === 0 && name !== '' ? 'name' : 'law'}
          >
            {word}
          </tspan>
        ))}
      </Words>
    );
  });
}
