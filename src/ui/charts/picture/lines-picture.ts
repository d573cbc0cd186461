import { roundRange, type AxisWords } from '#ui/charts/axis-scale.ts';
import { seriesPath } from '#ui/marks/series-shape.ts';
import { SERIES_TOKENS } from '#ui/theme/series-token.ts';
import { fitText, round, type Picture, type PictureSize, type Shape } from './picture.ts';
import { plotArea } from './plot-area.ts';

export interface LineSeries {
  readonly name: string;
  /** Zero-based. */
  readonly series: number;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly words: readonly string[];
  }[];
}

export interface LinesView {
  readonly lines: readonly LineSeries[];
  /** Labels below, at places along x. */
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly axis: AxisWords;
}

const nameRoom = 64;

/** Lines along time, each named at its end. */
export function linesPicture({ lines, ticks, axis }: LinesView, size: PictureSize): Picture {
  const all = lines.flatMap(({ points }) => points);
  const xs = all.map(({ x }) => x);
  const isNamed = lines.some(({ name }) => name !== '');
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const area = plotArea({
    width: size.width - (isNamed ? nameRoom : 0),
    height: size.height,
    x: { range: { min: low, max: high > low ? high : low + 1, ticks: [] } },
    y: { range: roundRange([0, ...all.map(({ y }) => y)], 5), words: axis },
  });
  const colour = (series: number) => SERIES_TOKENS[series] ?? 'series-rest';
  return {
    ...size,
    shapes: [
      ...area.shapes,
      ...ticks.map(({ x, label }): Shape => ({
        kind: 'text',
        x: area.x(x),
        y: area.bottom + 14,
        text: label,
        anchor: 'middle',
      })),
      ...lines.flatMap(({ name, series, points }): readonly Shape[] => [
        {
          kind: 'path',
          d: `M${points.map(({ x, y }) => `${round(area.x(x))},${round(area.y(y))}`).join('L')}`,
          stroke: colour(series),
          strokeWidth: 1.75,
        },
        ...points.map(({ x, y }): Shape => ({
          kind: 'path',
          d: seriesPath(series, 2.6),
          x: area.x(x),
          y: area.y(y),
          fill: colour(series),
        })),
        {
          kind: 'text',
          x: area.right + 6,
          y: area.y(points.at(-1)?.y ?? 0),
          text: fitText(name, nameRoom),
          fill: 'ink',
          weight: 600,
        },
      ]),
    ],
    points: all
      .toSorted((a, b) => a.x - b.x)
      .map(({ x, y, words }) => ({ x: area.x(x), y: area.y(y), words })),
  };
}
