import { roundRange, type AxisWords } from '#ui/charts/axis-scale.ts';
import { SERIES_TOKENS } from '#ui/theme/series-token.ts';
import { fitText, line, type Picture, type PictureSize, type Shape } from './picture.ts';
import { plotArea, type PlotArea } from './plot-area.ts';

export interface Box {
  readonly name: string;
  readonly whiskerLow: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly whiskerHigh: number;
  readonly outliers: readonly {
    readonly row: number;
    readonly value: number;
    readonly words: readonly string[];
  }[];
  readonly words: readonly string[];
  readonly series?: number;
}

export interface BoxesView {
  readonly boxes: readonly Box[];
  readonly axis: AxisWords;
}

/** One box per group: quartiles, median, whiskers, and what lies beyond them. */
export function boxPicture({ boxes, axis }: BoxesView, size: PictureSize): Picture {
  const values = boxes.flatMap((box) => [
    box.whiskerLow,
    box.whiskerHigh,
    ...box.outliers.map(({ value }) => value),
  ]);
  const area = plotArea({
    ...size,
    x: { range: { min: 0, max: Math.max(1, boxes.length), ticks: [] } },
    y: { range: roundRange(values, 5), words: axis },
  });
  const pitch = area.x(1) - area.x(0);
  const middle = (index: number): number => area.x(index + 0.5);
  return {
    ...size,
    shapes: [
      ...area.shapes,
      ...boxes.flatMap((box, index) => boxShapes(box, { area, middle: middle(index), pitch })),
    ],
    points: boxes.flatMap((box, index) => [
      {
        x: middle(index),
        y: area.y(box.median),
        halfWidth: Math.min(24, pitch / 3),
        halfHeight: Math.max(8, (area.y(box.q1) - area.y(box.q3)) / 2),
        words: box.words,
        key: `group ${box.name}`,
      },
      ...box.outliers.map(({ row, value, words }) => ({
        x: middle(index),
        y: area.y(value),
        words,
        key: `row ${row}`,
      })),
    ]),
  };
}

interface BoxPlace {
  readonly area: PlotArea;
  readonly middle: number;
  readonly pitch: number;
}

function boxShapes(box: Box, { area, middle, pitch }: BoxPlace): readonly Shape[] {
  const half = Math.min(24, pitch / 3);
  const fill =
    box.series === undefined ? 'series-rest' : (SERIES_TOKENS[box.series] ?? 'series-rest');
  const [top, bottom] = [area.y(box.q3), area.y(box.q1)];
  const whisker = (from: number, to: number): Shape => ({
    kind: 'path',
    d: line([middle, area.y(from)], [middle, area.y(to)]),
    stroke: fill,
    strokeWidth: 1.5,
  });
  return [
    whisker(box.whiskerLow, box.q1),
    whisker(box.q3, box.whiskerHigh),
    {
      kind: 'rect',
      x: middle - half,
      y: top,
      width: half * 2,
      height: Math.max(1, bottom - top),
      radius: 3,
      fill,
      opacity: 0.28,
    },
    {
      kind: 'path',
      d: line([middle - half, area.y(box.median)], [middle + half, area.y(box.median)]),
      stroke: 'ink',
      strokeWidth: 2,
    },
    ...box.outliers.map(({ value }): Shape => ({
      kind: 'path',
      d: 'M-2.4,0a2.4,2.4 0 1,0 4.8,0a2.4,2.4 0 1,0 -4.8,0',
      x: middle,
      y: area.y(value),
      fill,
      opacity: 0.62,
    })),
    {
      kind: 'text',
      x: middle,
      y: area.bottom + 14,
      text: fitText(box.name, pitch),
      anchor: 'middle',
    },
  ];
}
