/** Words and numbers that several charts use. */
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import type { AxisWords } from '#ui/charts/axis-scale.ts';
import { columnAxis } from '#state/column-axis.ts';
import { seriesValues } from '#state/series.ts';

export function columnName(design: DatasetDesign, id: string): string {
  return findColumn(design, id)?.name ?? id;
}

export function axisOf(columnId: string, design: DatasetDesign): AxisWords {
  const column = findColumn(design, columnId);
  return column === undefined ? { label: columnId } : columnAxis(column);
}

/** Starts a sentence: “price” becomes “Price”. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function count(value: number): string {
  return value.toLocaleString('en');
}

/** Two decimals with a real minus sign. */
export function fixed(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** Three significant digits, whole numbers from a hundred on. */
export function digits(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return '0';
  const size = Math.abs(value);
  const text =
    size >= 100 ? Math.round(size).toLocaleString('en') : String(Number(size.toPrecision(3)));
  return value < 0 ? `−${text}` : text;
}

/** The series of a value, where the column's values are series: same place as in its attribute table. */
export function seriesIndex(design: DatasetDesign, columnId: string, value: string): number {
  return seriesValues(design.columns, columnId).map(String).indexOf(value);
}
