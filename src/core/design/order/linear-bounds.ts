/**
 * Which columns that rules over sums speak of are drawn in which order, and what each keeps to, so that all
 * of the rules hold. Orders of two columns that share a column with such a rule are kept together with it.
 * A rule that may leave a column no room is left out: its rows are checked, and it is named.
 */
import { comparisonsOfRule } from '#core/design/comparison.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { Inequality } from '#core/design/inequality.ts';
import { everything, intersection, roundedRange } from '#core/design/interval.ts';
import type { Distribution } from '#core/design/distribution.ts';
import { lawOf } from '#core/design/law/law-of.ts';
import type { Range } from '#core/design/law/law.ts';
import {
  boundsByElimination,
  type EliminationBudget,
  type LinearBound,
  type LinearColumn,
  type LinearRule,
} from './elimination.ts';
import type { WrittenRule } from './linear-rules.ts';
import type { Order } from './moving-bounds.ts';
import { placesOf } from './number-grid.ts';
import type { Readings } from './readings.ts';
import { columnIdsOf } from './term.ts';

export interface LinearBounds {
  readonly bounds: ReadonlyMap<string, readonly LinearBound[]>;
  /** Where columns lie that keep to these, and that have no number which can be drawn farther out. */
  readonly reaches: ReadonlyMap<string, Range>;
  /** Those that the draws keep to. */
  readonly held: readonly WrittenRule[];
  /** Orders that are kept to here, so that nothing else has to. */
  readonly orders: ReadonlySet<Order>;
  /** Those that hold but for rows in which a column is at the very end of what it may be. */
  readonly doubtful: ReadonlySet<Inequality>;
}

interface Parts {
  /** Where each column lies by its law, and by the rules about it alone where it can be cut. */
  readonly rangeOf: (columnId: string) => Range;
  readonly isNarrowable: (column: Column) => boolean;
  readonly readings: Readings;
  readonly orders: readonly Order[];
  readonly inequalities: readonly Inequality[];
}

/** More columns than this in one knot of rules are left alone; pairs of rules are counted for all knots together. */
const mostColumns = 48;
const mostPairs = 6_000;
/** Of a single try, so that what is tried next still has some. */
const mostPairsAtOnce = 1_500;

/** Columns that rules connect, and these rules. */
interface Knot {
  readonly rules: readonly WrittenRule[];
  readonly orders: readonly Order[];
}

export function linearBoundsOf(
  design: DatasetDesign,
  rules: readonly WrittenRule[],
  parts: Parts,
): LinearBounds {
  const columns = new Map(design.columns.map((column) => [column.id, column]));
  const budget = { pairs: mostPairs };
  const bounds = new Map<string, readonly LinearBound[]>();
  const held: WrittenRule[] = [];
  const reaches = new Map<string, Range>();
  const kept = new Set<Order>();
  const doubtful = new Set<Inequality>();
  const isReadable = ({ factors }: WrittenRule): boolean =>
    factors.every(([id]) => isNumber(columns.get(id)) && parts.readings.canBeRead(id));
  const orders = parts.orders.filter(isNumberOrder);
  const ends = openEnds(parts.inequalities, columns);
  const isSeed = (order: Order): boolean => isDelicate(order, columns, ends);
  for (const knot of knotsOf(rules.filter(isReadable), orders, isSeed)) {
    const found = heldOf(knot, { ...parts, design, columns, ends, budget });
    if (found === undefined) {
      // One delicate order is enough: the others may have led its columns to their very ends.
      const suspects = knot.orders.some(isSeed) ? knot.orders : [];
      for (const rule of delicateRules(suspects, ends)) doubtful.add(rule);
      continue;
    }
    held.push(...found.rules);
    for (const order of knot.orders) kept.add(order);
    for (const [id, own] of found.bounds) bounds.set(id, own);
    found.order.forEach((column, index) => {
      if (column.isNarrowable) reaches.set(column.id, column.range);
      const before = found.order[index - 1];
      if (before !== undefined) parts.readings.add(column.id, before.id);
    });
  }
  return { bounds, reaches, held, orders: kept, doubtful };
}

function isNumber(column: Column | undefined): boolean {
  return column?.type === 'integer' || column?.type === 'decimal';
}

function isNumberOrder({ rules }: Order): boolean {
  const [rule] = rules;
  return rule !== undefined && rule.momentGap === undefined;
}

/** Comparisons of dense columns with numbers that these may not be: what is drawn up to such an end may be that end. */
function openEnds(
  inequalities: readonly Inequality[],
  columns: ReadonlyMap<string, Column>,
): ReadonlyMap<string, readonly Inequality[]> {
  const ends = new Map<string, readonly Inequality[]>();
  for (const rule of inequalities) {
    const [id, other] = columnIdsOf(rule);
    if (!rule.isStrict || id === undefined || other !== undefined) continue;
    if (placesOf(columns.get(id)) === undefined) ends.set(id, [...(ends.get(id) ?? []), rule]);
  }
  return ends;
}

/**
 * True for `a < b` where the numbers of one column lie densely and those of the other do not: that one may
 * well be drawn at the end of its range, where the dense one has nothing left but that end itself. And for
 * `a + 0.1 <= b` where one of them is drawn in decimals, whose sums may come out a bit beyond the end. And where one
 * has a table of conditions: what is drawn first does not know which of its laws the other one has in the row.
 */
function isDelicate(
  { lower, upper, rules }: Order,
  columns: ReadonlyMap<string, Column>,
  ends: ReadonlyMap<string, unknown>,
): boolean {
  const [one, other] = [placesOf(columns.get(lower)), placesOf(columns.get(upper))];
  const gaps = rules.map((rule) => rule.lower.offset - rule.upper.offset);
  if ([lower, upper].some((id) => columns.get(id)?.conditionalParams !== undefined)) return true;
  if (one === undefined && other === undefined) return false;
  if (one !== undefined && other !== undefined)
    return gaps.some((gap) => gap !== 0 && (one + other > 0 || !Number.isInteger(gap)));
  const isOpen = rules.some(({ isStrict }) => isStrict) || ends.has(lower) || ends.has(upper);
  return isOpen || gaps.some((gap) => gap !== 0);
}

function delicateRules(
  orders: readonly Order[],
  ends: ReadonlyMap<string, readonly Inequality[]>,
): readonly Inequality[] {
  return orders.flatMap(({ lower, upper, rules }) => [
    ...rules,
    ...(ends.get(lower) ?? []),
    ...(ends.get(upper) ?? []),
  ]);
}

/** Only those that a rule over a sum is part of, or a seed. */
function knotsOf(
  rules: readonly WrittenRule[],
  orders: readonly Order[],
  isSeed: (order: Order) => boolean,
): readonly Knot[] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== id) parents.set(id, root);
    return root;
  };
  const join = (one: string, other: string): void => {
    const [first, second] = [rootOf(one), rootOf(other)];
    if (first !== second) parents.set(first, second);
  };
  for (const { factors } of rules) for (const [id] of factors) join(factors[0]?.[0] ?? id, id);
  for (const { lower, upper } of orders) join(lower, upper);
  const roots = new Set(
    [
      ...rules.map(({ factors }) => factors[0]?.[0] ?? ''),
      ...orders.filter(isSeed).map(({ lower }) => lower),
    ].map(rootOf),
  );
  return [...roots].map((root) => ({
    rules: rules.filter(({ factors }) => rootOf(factors[0]?.[0] ?? '') === root),
    orders: orders.filter(({ lower }) => rootOf(lower) === root),
  }));
}

interface KnotParts extends Parts {
  readonly design: DatasetDesign;
  readonly columns: ReadonlyMap<string, Column>;
  readonly ends: ReadonlyMap<string, readonly Inequality[]>;
  readonly budget: EliminationBudget;
}

interface Found {
  readonly bounds: ReadonlyMap<string, readonly LinearBound[]>;
  readonly rules: readonly WrittenRule[];
  readonly order: readonly LinearColumn[];
}

/** All of the rules, or one after another as many as go with all of the orders. */
function heldOf(knot: Knot, parts: KnotParts): Found | undefined {
  const order = drawOrder(knot, parts);
  if (order === undefined) return undefined;
  const orders = [
    ...knot.orders.flatMap(({ rules }) => rules),
    ...order.flatMap(({ id }) => parts.ends.get(id) ?? []),
  ].map((one) => ruleOf(one, parts));
  const tried = (rules: readonly WrittenRule[]): Found | undefined => {
    const budget = { pairs: Math.min(mostPairsAtOnce, parts.budget.pairs) };
    parts.budget.pairs -= budget.pairs;
    const bounds = boundsByElimination([...rules, ...orders], order, budget);
    parts.budget.pairs += Math.max(0, budget.pairs);
    return bounds && { bounds, rules, order };
  };
  const together = tried(knot.rules);
  if (together !== undefined) return together;
  let found = knot.orders.length === 0 ? undefined : tried([]);
  for (const rule of knot.rules) found = tried([...(found?.rules ?? []), rule]) ?? found;
  return found;
}

function ruleOf({ lower, upper, isStrict, ...at }: Inequality, { design }: KnotParts): LinearRule {
  const constraint = design.constraints[at.constraint];
  const written = constraint && comparisonsOfRule(constraint)[at.comparison];
  const factors = [
    ...(lower.columnId === undefined ? [] : [[lower.columnId, 1] as const]),
    ...(upper.columnId === undefined ? [] : [[upper.columnId, -1] as const]),
  ];
  return { factors, constant: lower.offset - upper.offset, isStrict, written };
}

/**
 * What cannot give way comes first, then what lies farther apart, and last what the rules name first. Undefined
 * where columns wait for each other or for a model.
 */
function drawOrder(knot: Knot, parts: KnotParts): readonly LinearColumn[] | undefined {
  const { columns, readings } = parts;
  const named = new Set([
    ...knot.rules.flatMap(({ factors }) => factors.map(([id]) => id)),
    ...knot.orders.flatMap(({ lower, upper, target }) => [target, lower, upper]),
  ]);
  if (named.size > mostColumns) return undefined;
  const rankOf = ({ isNarrowable, places }: LinearColumn): number =>
    isNarrowable ? 1 + (places ?? Number.POSITIVE_INFINITY) : 0;
  let left = [...named]
    .reverse()
    .flatMap((id) => linearColumn(columns.get(id), parts) ?? [])
    .sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : rankOf(one) > rankOf(other) ? 1 : 0));
  const order: LinearColumn[] = [];
  while (left.length > 0) {
    const next = left.find((column) =>
      left.every((other) => other === column || readings.canRead(other.id, column.id)),
    );
    if (next === undefined) return undefined;
    order.push(next);
    left = left.filter((column) => column !== next);
  }
  return order;
}

/** A column with a conditional table is drawn as it is: its range is not that of every row. */
function linearColumn(
  column: Column | undefined,
  { rangeOf, isNarrowable }: Parts,
): LinearColumn | undefined {
  if (column === undefined) return undefined;
  const { id, fill, conditionalParams } = column;
  const canCut = conditionalParams === undefined && isNarrowable(column);
  return {
    id,
    range: canCut ? intersection(rangeOf(id), reachOf(column)) : rangeOf(id),
    places: fill.kind === 'formula' ? undefined : placesOf(column),
    isNarrowable: canCut,
  };
}

const leastProbability = 1e-6;
/** Tails of normal laws are drawn from with all their digits, but not from any distance. */
const mostDeviations = 8;

/** Without the tails in which most laws have too little for a part of it to be drawn from. */
function reachOf({ fill, convertTo }: Column): Range {
  if (fill.kind !== 'number') return everything;
  const reach = lawReach(fill.distribution);
  return convertTo === 'int' ? roundedRange(reach) : reach;
}

function lawReach(distribution: Distribution): Range {
  if (distribution.kind === 'uniform' || distribution.kind === 'integer') return everything;
  if (distribution.kind === 'gaussian') {
    const { mean, stddev } = distribution;
    return { low: mean - mostDeviations * stddev, high: mean + mostDeviations * stddev };
  }
  const law = lawOf(distribution);
  if (!law.ok) return everything;
  const { quantile } = law.value;
  return { low: quantile(leastProbability), high: quantile(1 - leastProbability) };
}
