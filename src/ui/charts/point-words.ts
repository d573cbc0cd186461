import type { AxisWords } from './axis-scale.ts';
import { distanceWords, type ScatterPoint, type ScatterView } from './scatter-view.ts';

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export function valueWords(value: number, words: AxisWords): string {
  const sign = value < 0 ? '−' : '';
  const number = `${sign}${words.prefix ?? ''}${numbers.format(Math.abs(value))}`;
  return words.unit === undefined ? number : `${number} ${words.unit}`;
}

/** The lines of a point's card: what it is, its values, and where it lies. */
export interface PointWords {
  readonly title: string;
  readonly row: string;
  readonly values: string;
  readonly distance: string | undefined;
}

export function pointWords(point: ScatterPoint, view: ScatterView): PointWords {
  const name = view.seriesNames[point.series];
  const values = [valueWords(point.x, view.xAxis), valueWords(point.y, view.yAxis)];
  return {
    title: point.title ?? `Row ${point.row + 1}`,
    row: point.title === undefined ? '' : `row ${point.row + 1}`,
    values: (name === undefined ? values : [name, ...values]).join(', '),
    distance: distanceWords(point, view.lines),
  };
}
