/** What a design declares a column to be: the law of a number, the targets of a table. */
import type { Column } from '#core/design/design.ts';
import type { Distribution } from '#core/design/distribution.ts';
import type { Fill } from '#core/design/fill.ts';
import { cutOf, lawOf } from '#core/design/law/law-of.ts';
import { belowOf } from '#core/design/law/law.ts';

/** The share of values at or below x. */
export type Cdf = (x: number) => number;

/**
 * The declared law of a sampled number; undefined for other columns and for laws without a formula here.
 * Rounding is part of it: a value rounded to d places stands for half a step to either side. Where a
 * conditional table decides, the laws of its rows and the column's own, last, are mixed by the given
 * shares; without shares there is then no one law.
 */
export function declaredCdf(column: Column, shares?: readonly number[]): Cdf | undefined {
  const fills = [...(column.conditionalParams ?? []).map((row) => row.fill), column.fill];
  if (fills.length > 1 && shares === undefined) return undefined;
  const parts: { readonly share: number; readonly cdf: Cdf }[] = [];
  for (const [index, fill] of fills.entries()) {
    const share = shares?.[index] ?? 1;
    if (share === 0) continue;
    const cdf = fillCdf(fill, column.type);
    if (cdf === undefined) return undefined;
    parts.push({ share, cdf });
  }
  const [only, ...others] = parts;
  if (only === undefined || others.length === 0) return only?.cdf;
  return (x) => parts.reduce((sum, { share, cdf }) => sum + share * cdf(x), 0);
}

function fillCdf(fill: Fill, type: Column['type']): Cdf | undefined {
  if (fill.kind !== 'number') return undefined;
  const cdf = cdfOf(fill.distribution);
  const places = fill.decimalPlaces ?? (type === 'integer' ? 0 : undefined);
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

/**
 * The declared shares of an attribute table or a boolean, in its order; undefined for other columns.
 * Conditional tables are mixed as in `declaredCdf`.
 */
export function declaredShares(
  column: Column,
  shares?: readonly number[],
): readonly Target[] | undefined {
  const { fill, conditionalParams = [] } = column;
  if (conditionalParams.length === 0) return fillShares(fill);
  if (shares === undefined) return undefined;
  const mixed = new Map<Target['value'], number>();
  // The column's own table comes first, so that its order holds.
  const tables = [{ fill, share: shares.at(-1) ?? 0 }].concat(
    conditionalParams.map((row, index) => ({ fill: row.fill, share: shares[index] ?? 0 })),
  );
  for (const { fill: table, share } of tables) {
    const targets = fillShares(table);
    if (targets === undefined && share > 0) return undefined;
    for (const target of targets ?? [])
      mixed.set(target.value, (mixed.get(target.value) ?? 0) + share * target.share);
  }
  return [...mixed].map(([value, share]) => ({ value, share }));
}

function fillShares(fill: Fill): readonly Target[] | undefined {
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
