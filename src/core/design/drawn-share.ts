/** The share of rows that a table gives to a value. */
import type { Column } from './design.ts';

/** 0 to 1; undefined where the column is no table with the value, or takes other tables in some rows. */
export function drawnShare(
  { fill, conditionalParams = [] }: Pick<Column, 'fill' | 'conditionalParams'>,
  value: string | number | boolean,
): number | undefined {
  if (fill.kind !== 'category' || conditionalParams.length > 0) return undefined;
  const own = fill.values.filter((entry) => String(entry.value) === String(value));
  const sum = (weights: readonly { readonly weight: number }[]): number =>
    weights.reduce((total, { weight }) => total + weight, 0);
  return own.length === 0 ? undefined : sum(own) / sum(fill.values);
}
