/** A new chart with columns it can draw, for the design at hand. */
import { chartSchema, type Chart, type ChartKind } from './chart.ts';
import { isNumericColumn } from './column-facts.ts';
import { uniqueName } from './column-names.ts';
import type { Column, DatasetDesign } from './design.ts';

/** Kinds that people add; charts of rules come by themselves. */
export const addableCharts = [
  'scatter',
  'histogram',
  'shares',
  'association',
  'box',
  'series',
  'coverage',
] as const satisfies readonly ChartKind[];

export type AddableChart = (typeof addableCharts)[number];

/** Columns of a few values, which make groups. */
export function isGroupColumn({ fill }: Column): boolean {
  return fill.kind === 'category' || fill.kind === 'subcategory' || fill.kind === 'boolean';
}

/** Columns that hold moments. */
export function isDateColumn({ type, fill }: Column): boolean {
  return type === 'date' || type === 'datetime' || fill.kind === 'datetime';
}

/** The first columns that fit; undefined when the design has none. */
export function createChart(kind: AddableChart, design: DatasetDesign): Chart | undefined {
  const idsOf = (fits: (column: Column) => boolean): readonly string[] =>
    design.columns.filter(fits).map(({ id }) => id);
  const numbers = idsOf(isNumericColumn);
  const groups = idsOf(isGroupColumn);
  const [date] = idsOf(isDateColumn);
  const parts = partsOf(kind, { numbers, groups, date });
  if (parts === undefined) return undefined;
  const id = uniqueName(kind, new Set(design.charts.map((chart) => chart.id)));
  return chartSchema.parse({ id, kind, ...parts });
}

interface Fitting {
  readonly numbers: readonly string[];
  readonly groups: readonly string[];
  readonly date: string | undefined;
}

function partsOf(kind: AddableChart, { numbers, groups, date }: Fitting): object | undefined {
  const [number, other] = numbers;
  const [group, second] = groups;
  switch (kind) {
    case 'scatter':
      return other === undefined ? undefined : { x: number, y: other, by: group };
    case 'histogram':
      return number === undefined ? undefined : { column: number };
    case 'shares':
      return group === undefined ? undefined : { columns: groups.slice(0, 3) };
    case 'association':
      return numbers.length + groups.length < 2 ? undefined : {};
    case 'box':
      return number === undefined || group === undefined ? undefined : { y: number, by: group };
    case 'series':
      return date === undefined ? undefined : { x: date };
    case 'coverage':
      return second === undefined ? undefined : { x: second, y: group };
  }
}
