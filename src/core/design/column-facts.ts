/** What can be known of a column's values before any row exists. */
import type { Column } from './design.ts';
import type { CategoryValue, Distribution } from './fill.ts';

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
    default:
      return undefined;
  }
}

/** Least and greatest value a distribution can give; infinite where it is open. */
export function boundsOfDistribution(distribution: Distribution): {
  readonly low: number;
  readonly high: number;
} {
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = distribution;
  return { low, high };
}

function textsOf(values: readonly CategoryValue[]): readonly string[] {
  return [...new Set(values.map(({ value }) => String(value)))];
}
