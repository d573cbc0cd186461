/** What can be known of a column's values before any row exists. */
import type { Column } from './design.ts';
import type { CategoryValue, Fill } from './fill.ts';

/** What the rows of the column are drawn by: its own fill, then those of its table of conditions. */
export function fillsOf({
  fill,
  conditionalParams = [],
}: Pick<Column, 'fill' | 'conditionalParams'>): readonly Fill[] {
  return [fill, ...conditionalParams.map((row) => row.fill)];
}

/** What people call the column: its type, or that it is a table of values. */
export function typeWord({ fill, type }: Pick<Column, 'type' | 'fill'>): string {
  return fill.kind === 'category' || fill.kind === 'subcategory' ? fill.kind : type;
}

/** True when the cells are numbers. */
export function isNumericColumn({ type, fill }: Pick<Column, 'type' | 'fill'>): boolean {
  if (type === 'integer' || type === 'decimal') return true;
  return type === 'text' && fill.kind === 'number';
}

/** True when the cells are texts. */
export function isTextColumn({ type, fill }: Pick<Column, 'type' | 'fill'>): boolean {
  return type === 'text' && fill.kind !== 'number';
}

/** All values the column can take, as texts and without repeats; undefined when they are not listed anywhere. */
export function knownValues({ fill }: Pick<Column, 'fill'>): readonly string[] | undefined {
  switch (fill.kind) {
    case 'category':
      return textsOf(fill.values);
    case 'subcategory':
      return [...new Set(Object.values(fill.values).flatMap(textsOf))];
    case 'boolean':
      return ['true', 'false'];
    case 'generated':
      return fill.values;
    case 'constant':
      return [String(fill.value)];
    default:
      return undefined;
  }
}

/** The values of a column that makes groups as they are, in the order of its table; none for other columns. */
export function groupValues(
  column: Pick<Column, 'fill'> | undefined,
): readonly (string | number | boolean)[] {
  if (column?.fill.kind === 'category') return column.fill.values.map(({ value }) => value);
  if (column?.fill.kind === 'boolean') return [true, false];
  if (column?.fill.kind !== 'subcategory') return [];
  return [
    ...new Set(Object.values(column.fill.values).flatMap((list) => list.map(({ value }) => value))),
  ];
}

function textsOf(values: readonly CategoryValue[]): readonly string[] {
  return [...new Set(values.map(({ value }) => String(value)))];
}
