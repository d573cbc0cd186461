/** What a design declares a column to be: the law of a number, the targets of a table. */
import type { Column } from '#core/design/design.ts';
import type { Distribution } from '#core/design/fill.ts';

/** The share of values at or below x. */
export type Cdf = (x: number) => number;

/**
 * The declared law of a sampled number; undefined for other columns and for laws without a formula here.
 * Rounding is part of it: a value rounded to d places stands for half a step to either side.
 */
export function declaredCdf(column: Column): Cdf | undefined {
  const { fill } = column;
  if (fill.kind !== 'number') return undefined;
  const cdf = cdfOf(fill.distribution);
  const places = fill.decimalPlaces ?? (column.type === 'integer' ? 0 : undefined);
  if (cdf === undefined || places === undefined || fill.distribution.kind === 'integer') return cdf;
  const half = 0.5 * 10 ** -places;
  return (x) => cdf(x + half);
}

function cdfOf(law: Distribution): Cdf | undefined {
  switch (law.kind) {
    case 'uniform':
      return (x) => clamp((x - law.low) / (law.high - law.low));
    case 'integer': {
      const count = law.high - law.low + 1;
      return (x) => clamp((Math.floor(x) - law.low + 1) / count);
    }
    case 'gaussian': {
      if (!(law.stddev > 0)) return undefined;
      const at = (x: number): number => normalCdf((x - law.mean) / law.stddev);
      const below = law.low === undefined ? 0 : at(law.low);
      const above = law.high === undefined ? 1 : at(law.high);
      return (x) => clamp((at(x) - below) / (above - below));
    }
    default:
      return undefined;
  }
}

/** Φ(z) by Abramowitz and Stegun 7.1.26; the error is below 1.5 · 10⁻⁷. */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (series * Math.exp(-x * x)) / 2;
  return z < 0 ? tail : 1 - tail;
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
