/** Axes, gridlines and the way from values to pixels, shared by all pictures with scales. */
import { roundRange, tickLabels, type AxisRange, type AxisWords } from '#ui/charts/axis-scale.ts';
import { line, type PictureSize, type Shape } from './picture.ts';

export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Gridlines and tick labels, to be drawn first. */
  readonly shapes: readonly Shape[];
}

export interface PlotOptions extends PictureSize {
  /** Undefined where the picture draws its own axis below. */
  readonly x: { readonly range: AxisRange; readonly words?: AxisWords };
  readonly y: { readonly range: AxisRange; readonly words?: AxisWords };
  /** Room at the left for the labels of y; 0 for none. */
  readonly leftRoom?: number;
  /** Room at the right for half of the last label; 14 when absent. */
  readonly rightRoom?: number;
}

const bottomRoom = 22;
const topRoom = 8;

export function plotArea({
  width,
  height,
  x,
  y,
  leftRoom = 46,
  rightRoom = 14,
}: PlotOptions): PlotArea {
  const [left, right, top, bottom] = [
    leftRoom,
    Math.max(leftRoom + 10, width - rightRoom),
    topRoom,
    Math.max(topRoom + 10, height - bottomRoom),
  ];
  const scale = (range: AxisRange, from: number, to: number) => (value: number) =>
    from + ((value - range.min) / (range.max - range.min)) * (to - from);
  const place = { x: scale(x.range, left, right), y: scale(y.range, bottom, top) };
  const yLabels = y.words === undefined ? [] : tickLabels(y.range.ticks, y.words);
  const xLabels = x.words === undefined ? [] : tickLabels(x.range.ticks, x.words);
  return {
    left,
    right,
    top,
    bottom,
    ...place,
    shapes: [
      ...(y.words === undefined ? [] : y.range.ticks).map((tick): Shape => ({
        kind: 'path',
        d: line([left, place.y(tick)], [right, place.y(tick)]),
        stroke: 'grid',
        strokeWidth: 1,
      })),
      ...yLabels.map((text, index): Shape => ({
        kind: 'text',
        x: left - 8,
        y: place.y(y.range.ticks[index] ?? 0),
        text,
        anchor: 'end',
      })),
      { kind: 'path', d: line([left, bottom], [right, bottom]), stroke: 'line-2', strokeWidth: 1 },
      ...xLabels.map((text, index): Shape => ({
        kind: 'text',
        x: place.x(x.range.ticks[index] ?? 0),
        y: bottom + 14,
        text,
        anchor: 'middle',
      })),
    ],
  };
}

/** A range with round ticks that ends exactly where the values do, for bars and bins. */
export function exactRange(low: number, high: number, count: number): AxisRange {
  const { ticks } = roundRange([low, high], count);
  return {
    min: low,
    max: high > low ? high : low + 1,
    ticks: ticks.filter((tick) => tick >= low && tick <= high),
  };
}
