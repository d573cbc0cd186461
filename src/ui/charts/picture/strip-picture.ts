import { roundRange, tickLabels, type AxisWords } from '#ui/charts/axis-scale.ts';
import { line, type Picture, type PictureSize, type Shape } from './picture.ts';
import { plotArea } from './plot-area.ts';

export interface StripBin {
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly words: readonly string[];
  readonly key: string;
}

export interface StripView {
  readonly bins: readonly StripBin[];
  /** What the rule allows. */
  readonly allowed: { readonly low: number; readonly high: number };
  /** Undefined where there is one bin for all. */
  readonly xAxis?: AxisWords;
}

/** A ratio in each bin with its interval, in front of the range that the rule allows. */
export function stripPicture({ bins, allowed, xAxis }: StripView, size: PictureSize): Picture {
  const ends = bins.flatMap(({ low, high }) => [low, high]);
  const y = roundRange(boundedEnds(ends, allowed), 4);
  const x = roundRange(
    bins.map(({ at }) => at),
    6,
  );
  const area = plotArea({
    ...size,
    x: { range: x, ...(xAxis === undefined ? {} : { words: xAxis }) },
    y: { range: y },
  });
  const yOf = (value: number): number => area.y(Math.min(y.max, Math.max(y.min, value)));
  const times = tickLabels(y.ticks, { label: '' });
  const edges = [allowed.low, allowed.high].map((edge) => area.y(edge));
  const [bottom, top] = [edges[0] ?? 0, edges[1] ?? 0];
  return {
    ...size,
    shapes: [
      {
        kind: 'rect',
        x: area.left,
        y: top,
        width: area.right - area.left,
        height: Math.max(1, bottom - top),
        fill: 'green-soft',
      },
      ...edges.map((edge): Shape => ({
        kind: 'path',
        d: line([area.left, edge], [area.right, edge]),
        stroke: 'green-line',
        strokeWidth: 1,
        dash: '3 3',
      })),
      ...area.shapes,
      ...y.ticks.map((tick, index): Shape => ({
        kind: 'text',
        x: area.left - 8,
        y: area.y(tick),
        text: `${times[index] ?? ''} ×`,
        anchor: 'end',
      })),
      ...bins.flatMap(({ at, value, low, high, label }) =>
        binShapes({ x: area.x(at), y: yOf(value), low: yOf(low), high: yOf(high), label }),
      ),
    ],
    points: bins.map(({ at, value, words, key }) => ({
      x: area.x(at),
      y: yOf(value),
      words,
      key,
    })),
  };
}

/** Ends of intervals, and some room around what is allowed: one wild interval must not flatten the rest. */
function boundedEnds(
  ends: readonly number[],
  { low, high }: StripView['allowed'],
): readonly number[] {
  const span = Math.max(high - low, 0.1);
  const bounded = ends.map((end) => Math.min(high + span * 2, Math.max(low - span * 2, end)));
  return [low - span / 2, high + span / 8, ...bounded];
}

interface BinPlace {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

/** The interval, a dot on it, and its words. */
function binShapes({ x, y, low, high, label }: BinPlace): readonly Shape[] {
  return [
    { kind: 'path', d: line([x, low], [x, high]), stroke: 'ink', strokeWidth: 1.25 },
    { kind: 'path', d: 'M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0', x, y, fill: 'ink' },
    { kind: 'text', x: x + 8, y, text: label, fill: 'ink' },
  ];
}
