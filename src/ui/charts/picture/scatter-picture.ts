import { roundRange } from '#ui/charts/axis-scale.ts';
import type { ScatterView } from '#ui/charts/scatter-view.ts';
import { seriesPath } from '#ui/marks/series-shape.ts';
import { SERIES_TOKENS } from '#ui/theme/series-token.ts';
import { line, round, type Picture, type PictureSize, type Shape } from './picture.ts';
import { plotArea } from './plot-area.ts';

/** The scatter chart for files and reports; on screen it has scales of its own. */
export function scatterPicture(view: ScatterView, size: PictureSize): Picture {
  const ends = view.lines.flatMap(({ from, to }) => [from, to]);
  const all = [...view.points, ...ends];
  const area = plotArea({
    ...size,
    x: {
      range: roundRange(
        all.map(({ x }) => x),
        6,
      ),
      words: view.xAxis,
    },
    y: {
      range: roundRange(
        all.map(({ y }) => y),
        6,
      ),
      words: view.yAxis,
    },
  });
  return {
    ...size,
    points: [],
    shapes: [
      ...area.shapes,
      ...view.points.map((point): Shape => ({
        kind: 'path',
        d: seriesPath(point.series, 3),
        x: area.x(point.x),
        y: area.y(point.y),
        fill: colour(point.series),
        opacity: 0.62,
      })),
      ...view.lines.flatMap((fit, index) => [
        ...fitShapes(fit, area),
        ...legendShapes(fit, { area, index, name: view.seriesNames[fit.series] }),
      ]),
    ],
  };
}

type Fit = ScatterView['lines'][number];
type Area = ReturnType<typeof plotArea>;

function colour(series: number) {
  return SERIES_TOKENS[series] ?? 'series-rest';
}

/** The line in front of its band: there along the upper edge, back along the lower one. */
function fitShapes({ series, from, to, band = [] }: Fit, area: Area): readonly Shape[] {
  const edge = [
    ...band.map(({ x, high }) => [x, high] as const),
    ...band.toReversed().map(({ x, low }) => [x, low] as const),
  ].map(([x, y]) => `${round(area.x(x))},${round(area.y(y))}`);
  return [
    { kind: 'path', d: `M${edge.join('L')}Z`, fill: colour(series), opacity: 0.13 },
    {
      kind: 'path',
      d: line([area.x(from.x), area.y(from.y)], [area.x(to.x), area.y(to.y)]),
      stroke: colour(series),
      strokeWidth: 1.75,
    },
  ];
}

interface LegendPlace {
  readonly area: Area;
  readonly index: number;
  readonly name: string | undefined;
}

function legendShapes(
  { series, law, facts }: Fit,
  { area, index, name }: LegendPlace,
): readonly Shape[] {
  const y = area.top + 8 + index * 16;
  const text = [name, law, facts].filter(Boolean).join(', ');
  return [
    { kind: 'path', d: seriesPath(series, 4), x: area.left + 12, y, fill: colour(series) },
    { kind: 'text', x: area.left + 22, y, text, fill: 'ink' },
  ];
}
