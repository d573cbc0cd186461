/** How close two different numbers of a column can lie, and what that does to rules about order. */
import { fillsOf } from '#core/design/column-facts.ts';
import type { Column } from '#core/design/design.ts';
import type { Fill } from '#core/design/fill.ts';
import type { Inequality } from '#core/design/inequality.ts';
import { lawOf } from '#core/design/law/law-of.ts';
import { roundDecimal } from '#core/expression/round.ts';
import { columnIdsOf } from './term.ts';

/** Decimal places that every number of the column keeps to; undefined when its numbers lie densely. */
export function placesOf(column: Column | undefined): number | undefined {
  if (column === undefined) return undefined;
  if (column.type === 'integer' || column.convertTo === 'int') return 0;
  return commonPlaces(fillsOf(column).map(fillPlaces));
}

/** As `placesOf`, of the rows of one fill. */
export function fillPlaces(fill: Fill): number | undefined {
  if (fill.kind !== 'number') return undefined;
  const law = lawOf(fill.distribution);
  return law.ok && law.value.isWhole ? 0 : fill.decimalPlaces;
}

/** How far the numbers of a column lie apart; 0 when they lie densely. */
export function numberGrain(column: Column): number {
  const places = placesOf(column);
  return places === undefined ? 0 : stepOf(places);
}

/** `lower + gap ≤ upper`, or `<` where it is strict. */
export interface Gap {
  readonly gap: number;
  readonly isStrict: boolean;
  /**
   * How much less than the gap may be asked for without letting another number of the columns through.
   * It keeps the dust of sums like 0.2 + 0.1 from shutting out 0.3. Infinite where nothing is added.
   */
  readonly slack: number;
}

/** What a rule asks of its two ends; where both keep to decimal places, the next number that does. */
export function gapOf(rule: Inequality, columns: ReadonlyMap<string, Column>): Gap {
  const { lower, upper, isStrict, momentGap } = rule;
  const gap = lower.offset - upper.offset;
  if (momentGap !== undefined)
    return { gap: gap + momentGap, isStrict, slack: Number.POSITIVE_INFINITY };
  const slack = gap === 0 ? Number.POSITIVE_INFINITY : 0;
  const places = commonPlaces(columnIdsOf(rule).map((id) => placesOf(columns.get(id))));
  if (places === undefined) return { gap, isStrict, slack };
  const tidy = withoutDust(gap);
  const least = roundDecimal(tidy, places, 'ceil');
  if (!isStrict) return { gap: least, isStrict, slack };
  const step = stepOf(places);
  const next = least > tidy ? least : roundDecimal(least + step, places);
  return { gap: next, isStrict: false, slack: step / 2 };
}

/** The end of a range, moved inwards to the next number that the column can be; the dust of sums moves nothing. */
export function ontoGrid(value: number, column: Column, end: 'low' | 'high'): number {
  const places = placesOf(column);
  if (places === undefined || !Number.isFinite(value)) return value;
  const near = roundDecimal(value, places);
  if (Math.abs(near - value) <= 1e-9 * Math.max(1, Math.abs(value))) return near;
  return roundDecimal(value, places, end === 'low' ? 'ceil' : 'floor');
}

function commonPlaces(places: readonly (number | undefined)[]): number | undefined {
  const known = places.filter((one) => one !== undefined);
  return known.length < places.length ? undefined : Math.max(...known);
}

function stepOf(places: number): number {
  return Number(`1e-${places}`);
}

/** 0.3 − 0.1 is meant as 0.2. */
export function withoutDust(value: number): number {
  return Number(value.toPrecision(12));
}
