import type { AxisWords } from './axis-scale.ts';

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Zero-based; beyond five it is drawn as "rest". */
  readonly series: number;
  /** Index of the row it stands for. */
  readonly row: number;
  /** What one knows the row by. */
  readonly title?: string;
}

interface LineEnd {
  readonly x: number;
  readonly y: number;
}

export interface FittedLine {
  readonly series: number;
  readonly from: LineEnd;
  readonly to: LineEnd;
  /** The 95 % band at several x, in order. */
  readonly band?: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  /** Direct label: the law in words, such as "price = 33.6 × size − 384". */
  readonly law?: string;
  /** Below the law: "r 0.98, 90 rows". */
  readonly facts?: string;
  /** Standard deviation of the distances from the line, in units of y. */
  readonly sigma?: number;
}

export interface ScatterView {
  readonly points: readonly ScatterPoint[];
  /** Names by series index. */
  readonly seriesNames: readonly string[];
  readonly lines: readonly FittedLine[];
  readonly xAxis: AxisWords;
  readonly yAxis: AxisWords;
}

export const MOST_POINTS = 2_000;

/** Points in the order the arrow keys walk them. */
export function orderByX(points: readonly ScatterPoint[]): readonly ScatterPoint[] {
  return points.toSorted((a, b) => a.x - b.x || a.y - b.y);
}

/** How far a point lies from its series' line, in words; undefined without a line. */
export function distanceWords(
  point: ScatterPoint,
  lines: readonly FittedLine[],
): string | undefined {
  const line = lines.find((candidate) => candidate.series === point.series);
  if (line?.sigma === undefined || line.sigma <= 0) return undefined;
  const { from, to } = line;
  const slope = to.x === from.x ? 0 : (to.y - from.y) / (to.x - from.x);
  const distance = (point.y - (from.y + slope * (point.x - from.x))) / line.sigma;
  if (Math.abs(distance) < 0.05) return 'on the line';
  return `${Math.abs(distance).toFixed(1)} σ ${distance > 0 ? 'above' : 'below'} the line`;
}
