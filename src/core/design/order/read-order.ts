/** What the must-rules about order and the laws of the columns leave together, and which of them cannot hold together. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { Inequality } from '#core/design/inequality.ts';
import { everything, intersection, rangesOf } from '#core/design/interval.ts';
import type { Range } from '#core/design/law/law.ts';
import { createDifferenceGraph, type Arc, type DifferenceGraph } from './difference-graph.ts';
import {
  countedFrom,
  momentForm,
  momentGrid,
  momentRange,
  type CountedFrom,
} from './drawn-moments.ts';
import type { Order } from './moving-bounds.ts';
import { gapOf, ontoGrid, type Gap } from './number-grid.ts';
import type { Term } from './term.ts';

/** Rules and laws that contradict each other, and none of which can be left out of the contradiction. */
export interface Infeasible {
  /** Place of the last of the rules. */
  readonly constraint: number;
  /** Places of the other rules, ascending. */
  readonly others: readonly number[];
  /** The columns whose own law is part of it, with where they lie, or what they are counted from. */
  readonly laws: readonly InfeasibleLaw[];
}

export interface InfeasibleLaw {
  readonly columnId: string;
  /** Milliseconds where the column holds moments. */
  readonly range: Range;
  /** The column from which it is counted; the range is then nothing to go by. */
  readonly from: string | undefined;
}

export interface ReadOrder {
  /** Where each column lies by its own law, by id. */
  readonly own: ReadonlyMap<string, Range>;
  /** Where each column lies by the laws and by all rules that can hold, by id. */
  readonly ranges: ReadonlyMap<string, Range>;
  /** What moments that are counted from others keep to, and then the rules between two columns that can hold, in the order of the design. */
  readonly orders: readonly Order[];
  readonly infeasible: readonly Infeasible[];
}

/** An arc of a rule, or of the law of a column. */
interface RuleArc extends Arc {
  readonly rule: number | undefined;
  readonly law: { readonly columnId: string; readonly from?: string } | undefined;
}

interface Parts {
  readonly design: DatasetDesign;
  readonly columns: ReadonlyMap<string, Column>;
}

/** Rules are taken one after another; one that contradicts those before it is named and left out. */
export function readOrder(inequalities: readonly Inequality[], parts: Parts): ReadOrder {
  const { design, columns } = parts;
  const hasMoments = inequalities.some(({ momentGap }) => momentGap !== undefined);
  const own = hasMoments ? withMoments(rangesOf(design), design) : rangesOf(design);
  const counted = hasMoments ? countedIn(parts) : [];
  const places = new Map(design.columns.map(({ id }, index) => [id, index + 1]));
  const graph = createDifferenceGraph<RuleArc>(design.columns.length + 1);
  for (const [id, place] of places)
    for (const arc of lawArcs(id, place, own.get(id))) graph.add(arc);
  for (const one of counted) for (const arc of countedArcs(one, places)) graph.add(arc);
  const placeOf = ({ columnId }: Term): number | undefined =>
    columnId === undefined ? 0 : places.get(columnId);
  const infeasible = new Map<number, Infeasible>();
  const orders = counted.flatMap(countedOrders);
  for (const rule of inequalities) {
    const { constraint } = rule;
    const [lower, upper] = [placeOf(rule.lower), placeOf(rule.upper)];
    if (infeasible.has(constraint) || lower === undefined || upper === undefined) continue;
    const gap = gapOf(rule, columns);
    const circle = graph.add({ ...gap, lower, upper, rule: constraint, law: undefined });
    if (circle === undefined) orders.push(...orderOf(rule, gap));
    else infeasible.set(constraint, contradictionOf(circle, { constraint, design, own }));
  }
  return {
    own,
    ranges: rangesFrom(graph, own, parts),
    orders,
    infeasible: [...infeasible.values()],
  };
}

function orderOf(rule: Inequality, { gap, slack }: Gap): readonly Order[] {
  const [lower, upper] = [rule.lower.columnId, rule.upper.columnId];
  if (lower === undefined || upper === undefined) return [];
  return [{ lower, upper, gap, slack, target: rule.target ?? upper, rules: [rule] }];
}

function rangesFrom(
  graph: DifferenceGraph<RuleArc>,
  own: ReadonlyMap<string, Range>,
  { design, columns }: Parts,
): ReadonlyMap<string, Range> {
  const moves = design.columns.map((column) => inwardsOf(column, columns));
  const { low, high } = graph.ranges(
    (place, value, end) => moves[place - 1]?.(value, end) ?? value,
  );
  return new Map(
    design.columns.map(({ id }, index): readonly [string, Range] => {
      const byRules = {
        low: low[index + 1] ?? everything.low,
        high: high[index + 1] ?? everything.high,
      };
      return [id, intersection(own.get(id) ?? everything, byRules)];
    }),
  );
}

/** Moves an end of the column's range to a value that it can have. */
function inwardsOf(
  column: Column,
  columns: ReadonlyMap<string, Column>,
): (value: number, end: 'low' | 'high') => number {
  if (momentForm(column) === undefined) return (value, end) => ontoGrid(value, column, end);
  const grid = momentGrid(column, columns);
  return (value, end) => {
    if (!Number.isFinite(value)) return value;
    return end === 'low' ? grid.next(value) : grid.last(value);
  };
}

function withMoments(
  ranges: ReadonlyMap<string, Range>,
  { columns }: DatasetDesign,
): ReadonlyMap<string, Range> {
  const moments = columns
    .filter((column) => momentForm(column) !== undefined)
    .map((column): readonly [string, Range] => [column.id, momentRange(column)]);
  return new Map([...ranges, ...moments]);
}

function lawArcs(
  columnId: string,
  place: number,
  { low, high }: Range = everything,
): readonly RuleArc[] {
  const common = { isStrict: false, rule: undefined, law: { columnId } };
  return [
    ...(Number.isFinite(low) ? [{ ...common, lower: 0, upper: place, gap: low }] : []),
    ...(Number.isFinite(high) ? [{ ...common, lower: place, upper: 0, gap: -high }] : []),
  ];
}

interface Counted extends CountedFrom {
  /** The column that is counted from `columnId`. */
  readonly id: string;
}

function countedIn({ design, columns }: Parts): readonly Counted[] {
  return design.columns.flatMap((column) => {
    const found = countedFrom(column, columns);
    return found === undefined ? [] : [{ ...found, id: column.id }];
  });
}

function countedArcs(
  { id, columnId, low, high, cutOff }: Counted,
  places: ReadonlyMap<string, number>,
): readonly RuleArc[] {
  const [place, reference] = [places.get(id), places.get(columnId)];
  if (place === undefined || reference === undefined) return [];
  const common = { isStrict: false, rule: undefined, law: { columnId: id, from: columnId } };
  return [
    { ...common, lower: reference, upper: place, gap: low - cutOff },
    { ...common, lower: place, upper: reference, gap: -high },
  ];
}

function countedOrders({ id, columnId, low, high, cutOff }: Counted): Order[] {
  const common = { slack: Number.POSITIVE_INFINITY, target: id, rules: [] };
  return [
    { ...common, lower: columnId, upper: id, gap: low - cutOff },
    { ...common, lower: id, upper: columnId, gap: -high },
  ];
}

function contradictionOf(
  circle: readonly RuleArc[],
  {
    constraint,
    design,
    own,
  }: {
    readonly constraint: number;
    readonly design: DatasetDesign;
    readonly own: ReadonlyMap<string, Range>;
  },
): Infeasible {
  const rules = circle.flatMap(({ rule }) => rule ?? []);
  const others = [...new Set(rules)].filter((rule) => rule !== constraint);
  const laws = new Map(
    circle.flatMap(({ law }) => (law === undefined ? [] : [[law.columnId, law.from] as const])),
  );
  return {
    constraint,
    others: others.sort((first, second) => first - second),
    laws: design.columns
      .filter(({ id }) => laws.has(id))
      .map(({ id }) => ({
        columnId: id,
        range: own.get(id) ?? everything,
        from: laws.get(id),
      })),
  };
}
