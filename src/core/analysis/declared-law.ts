/** What a design declares a column to be: the law of a number, the targets of a table. */
import type { Column } from '#core/design/design.ts';
import type { Distribution } from '#core/design/distribution.ts';
import { cutOf, lawOf } from '#core/design/law/law-of.ts';
import { belowOf } from '#core/design/law/law.ts';

/** The share of values at or below x. */
export type Cdf = (x: number) => number;

/**
 * The declared law of a sampled number; undefined for other columns and for laws without a formula here.
 * Rounding is part of it: a value rounded to d places stands for half a step to either side.
 */
export function declaredCdf(column: Column): Cdf | undefined {
  const { fill } = column;
  if (fill.kind !== 'number' || column.conditionalParams !== undefined) return undefined;
  const cdf = cdfOf(fill.distribution);
  const places = fill.decimalPlaces ?? (column.type === 'integer' ? 0 : undefined);
  if (cdf === undefined || places === undefined || fill.distribution.kind === 'integer') return cdf;
  const half = 0.5 * 10 ** -places;
  return (x) => cdf(x + half);
}

function cdfOf(distribution: Distribution): Cdf | undefined {
  const law = lawOf(distribution);
  if (!law.ok || !(law.value.low < law.value.high)) return undefined;
  const { probability } = law.value;
  const { low, high } = cutOf(distribution);
  const below = low > law.value.low ? belowOf(law.value, low) : 0;
  const above = high < law.value.high ? probability(high) : 1;
  if (!(above > below)) return undefined;
  return (x) => clamp((probability(x) - below) / (above - below));
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

export interface Target {
  readonly value: string | number | boolean;
  /** Of the rows that hold a value, 0 to 1. */
  readonly share: number;
}

/** The declared shares of an attribute table or a boolean, in its order; undefined for other columns. */
export function declaredShares(column: Column): readonly Target[] | undefined {
  const { fill } = column;
  if (fill.kind === 'boolean')
    return [
      { value: true, share: fill.probability },
      { value: false, share: 1 - fill.probability },
    ];
  if (fill.kind !== 'category') return undefined;
  const total = fill.values.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  if (!(total > 0)) return undefined;
  return fill.values.map(({ value, weight }) => ({ value, share: Math.max(0, weight) / total }));
}
