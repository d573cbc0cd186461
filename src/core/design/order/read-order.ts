/** What the must-rules about order and the laws of the columns leave together, and which of them cannot hold together. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { Inequality, Term } from '#core/design/inequality.ts';
import { everything, rangesOf } from '#core/design/interval.ts';
import type { Range } from '#core/design/law/law.ts';
import { createDifferenceGraph, type Arc } from './difference-graph.ts';
import type { Order } from './moving-bounds.ts';
import { gapOf, ontoGrid } from './number-grid.ts';

/** Rules and laws that contradict each other, and none of which can be left out of the contradiction. */
export interface Infeasible {
  /** Place of the last of the rules. */
  readonly constraint: number;
  /** Places of the other rules, ascending. */
  readonly others: readonly number[];
  /** The columns whose own law is part of it, with where they lie; at most two. */
  readonly laws: readonly { readonly columnId: string; readonly range: Range }[];
}

export interface ReadOrder {
  /** Where each column lies by its own law, by id. */
  readonly own: ReadonlyMap<string, Range>;
  /** Where each column lies by the laws and by all rules that can hold, by id. */
  readonly ranges: ReadonlyMap<string, Range>;
  /** The rules between two columns that can hold, in the order of the design. */
  readonly orders: readonly Order[];
  readonly infeasible: readonly Infeasible[];
}

/** An arc of a rule, or of the law of a column where `rule` is undefined. */
interface RuleArc extends Arc {
  readonly rule: number | undefined;
}

interface Parts {
  readonly design: DatasetDesign;
  readonly columns: ReadonlyMap<string, Column>;
}

/** Rules are taken one after another; one that contradicts those before it is named and left out. */
export function readOrder(inequalities: readonly Inequality[], parts: Parts): ReadOrder {
  const { design, columns } = parts;
  const own = rangesOf(design);
  const places = new Map(design.columns.map(({ id }, index) => [id, index + 1]));
  const graph = createDifferenceGraph<RuleArc>(design.columns.length + 1);
  for (const [id, place] of places) for (const arc of lawArcs(place, own.get(id))) graph.add(arc);
  const placeOf = ({ columnId }: Term): number | undefined =>
    columnId === undefined ? 0 : places.get(columnId);
  const infeasible = new Map<number, Infeasible>();
  const orders: Order[] = [];
  for (const rule of inequalities) {
    if (infeasible.has(rule.constraint)) continue;
    const { lower, upper, constraint } = rule;
    const [below, above] = [placeOf(lower), placeOf(upper)];
    if (below === undefined || above === undefined) continue;
    const gap = gapOf(rule, columns);
    const circle = graph.add({ ...gap, lower: below, upper: above, rule: constraint });
    if (circle !== undefined)
      infeasible.set(constraint, contradictionOf(circle, { constraint, design, own }));
    else if (lower.columnId !== undefined && upper.columnId !== undefined)
      orders.push({
        ...{ lower: lower.columnId, upper: upper.columnId, gap: gap.gap, slack: gap.slack },
        target: rule.target ?? upper.columnId,
      });
  }
  const { low, high } = graph.ranges();
  const rangeAt = (column: Column, place: number): Range => {
    const { low: least, high: most } = own.get(column.id) ?? everything;
    return {
      low: Math.max(least, ontoGrid(low[place] ?? least, column)),
      high: Math.min(most, ontoGrid(high[place] ?? most, column)),
    };
  };
  const ranges = new Map(
    design.columns.map((column, index) => [column.id, rangeAt(column, index + 1)]),
  );
  return { own, ranges, orders, infeasible: [...infeasible.values()] };
}

function lawArcs(place: number, { low, high }: Range = everything): readonly RuleArc[] {
  const common = { isStrict: false, rule: undefined };
  return [
    ...(Number.isFinite(low) ? [{ ...common, lower: 0, upper: place, gap: low }] : []),
    ...(Number.isFinite(high) ? [{ ...common, lower: place, upper: 0, gap: -high }] : []),
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
  const bound = circle.filter(({ rule }) => rule === undefined);
  const ids = new Set(bound.map(({ lower, upper }) => design.columns[lower + upper - 1]?.id));
  return {
    constraint,
    others: others.sort((first, second) => first - second),
    laws: design.columns
      .filter(({ id }) => ids.has(id))
      .map(({ id }) => ({ columnId: id, range: own.get(id) ?? everything })),
  };
}
