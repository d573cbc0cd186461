/** What a design declares a column to be: the law of a number, the targets of a table. */
import type { Column } from '#core/design/design.ts';
import type { Fill } from '#core/design/fill.ts';
import { cutOf, lawOf } from '#core/design/law/law-of.ts';
import { belowOf, type Law, type Range } from '#core/design/law/law.ts';

/** Two rising functions, 0 to 1; they differ where a single number has a share of its own. */
export interface DeclaredLaw {
  /** The share of values at or below x. */
  readonly atMost: (x: number) => number;
  /** The share of values below x. */
  readonly below: (x: number) => number;
}

/**
 * The declared law of a sampled number; undefined for other columns and for laws without a formula here.
 * Rounding is part of it, as it is of drawing. Where a conditional table decides, the laws of its rows and
 * the column's own, last, are mixed by the given shares; without shares there is then no one law.
 */
export function declaredLaw(column: Column, shares?: readonly number[]): DeclaredLaw | undefined {
  const fills = [...(column.conditionalParams ?? []).map((row) => row.fill), column.fill];
  if (fills.length > 1 && shares === undefined) return undefined;
  const parts: { readonly share: number; readonly law: DeclaredLaw }[] = [];
  for (const [index, fill] of fills.entries()) {
    const share = shares?.[index] ?? 1;
    if (share === 0) continue;
    const law = fillLaw(fill, column.type);
    if (law === undefined) return undefined;
    parts.push({ share, law });
  }
  const [only, ...others] = parts;
  if (only === undefined || others.length === 0) return only?.law;
  return {
    atMost: (x) => parts.reduce((sum, { share, law }) => sum + share * law.atMost(x), 0),
    below: (x) => parts.reduce((sum, { share, law }) => sum + share * law.below(x), 0),
  };
}

function fillLaw(fill: Fill, type: Column['type']): DeclaredLaw | undefined {
  if (fill.kind !== 'number') return undefined;
  const { distribution } = fill;
  const places = type === 'integer' ? 0 : fill.decimalPlaces;
  if (distribution.kind === 'uniform' && places !== undefined)
    return evenLaw(gridOf(distribution, places));
  const law = lawOf(distribution);
  if (!law.ok || !(law.value.low < law.value.high)) return undefined;
  const cut = cutOf(distribution);
  const drawn = cutLaw(law.value, cut);
  if (drawn === undefined || places === undefined || law.value.isWhole) return drawn;
  return roundedLaw(drawn, gridOf(cut, places));
}

function cutLaw(law: Law, { low, high }: Range): DeclaredLaw | undefined {
  const before = low > law.low ? belowOf(law, low) : 0;
  const width = (high < law.high ? law.probability(high) : 1) - before;
  if (!(width > 0)) return undefined;
  return {
    atMost: (x) => (x >= high ? 1 : clamp((law.probability(x) - before) / width)),
    below: (x) => (x <= low ? 0 : clamp((belowOf(law, x) - before) / width)),
  };
}

/** The numbers of so many decimal places within a range, as whole numbers of `1 / power`. */
interface Grid {
  readonly power: number;
  /** Infinite where the range is open. */
  readonly first: number;
  readonly last: number;
}

/** Numbers of the grid are off it by rounding only. */
const rounding = 1e-6;

function gridOf({ low, high }: Range, places: number): Grid {
  const power = 10 ** places;
  return {
    power,
    first: Math.ceil(low * power - rounding),
    last: Math.floor(high * power + rounding),
  };
}

/** Every number of the grid alike. */
function evenLaw(grid: Grid): DeclaredLaw | undefined {
  const { first, last } = grid;
  if (!(first <= last)) return undefined;
  return steppedLaw(grid, (step) => (step - first + 1) / (last - first + 1));
}

/** A number of the grid stands for half a step to either side, the ends for all that lies beyond them. */
function roundedLaw({ atMost }: DeclaredLaw, grid: Grid): DeclaredLaw {
  return steppedLaw(grid, (step) => atMost((step + 0.5) / grid.power));
}

/** `shareTo` tells the share up to a number of the grid that is within its ends. */
function steppedLaw({ power, first, last }: Grid, shareTo: (step: number) => number): DeclaredLaw {
  const upTo = (step: number): number => {
    if (step < first) return 0;
    return step >= last ? 1 : shareTo(step);
  };
  return {
    atMost: (x) => upTo(Math.floor(x * power + rounding)),
    below: (x) => upTo(Math.ceil(x * power - rounding) - 1),
  };
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
 * Conditional tables are mixed as in `declaredLaw`.
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
