/**
 * Turns must-rules about order (`deposit < price`, `shipped > "2024-05-01"`) into ranges from which numbers and
 * moments are drawn, so that no row is drawn twice. Constants are carried through all rules first; then, column by
 * column, what is drawn later is bounded by what was drawn before.
 */
import { fillsOf } from './column-facts.ts';
import type { Column, DatasetDesign } from './design.ts';
import { inequalitiesOf, type Inequality } from './inequality.ts';
import { everything } from './interval.ts';
import type { Range } from './law/law.ts';
import type { LinearBound } from './order/elimination.ts';
import { linearBoundsOf } from './order/linear-bounds.ts';
import { linearRulesOf } from './order/linear-rules.ts';
import { createReadings } from './order/readings.ts';
import { movingBoundsOf, type MovingBound } from './order/moving-bounds.ts';
import { countedFrom, momentForm, momentGrain } from './order/drawn-moments.ts';
import { numberGrain } from './order/number-grid.ts';
import { readOrder, type Infeasible } from './order/read-order.ts';
import { columnIdsOf } from './order/term.ts';
import { uncertainMoments } from './order/uncertain-moments.ts';
import { createUncertainNumbers } from './order/uncertain-numbers.ts';

/** A column keeps to the range and to all moving bounds; both ends belong to it. Moments are counted in milliseconds of UTC. */
export interface Narrowing extends Range {
  readonly atLeast: readonly MovingBound[];
  readonly atMost: readonly MovingBound[];
  /** What rules over sums of several columns leave. */
  readonly linear: readonly LinearBound[];
}

/** Ids of the columns that bound it in the same row. */
export function boundingColumns({ atLeast, atMost, linear }: Narrowing): ReadonlySet<string> {
  const terms = linear.flatMap((bound) => bound.terms);
  return new Set([...atLeast, ...atMost, ...terms].map(({ columnId }) => columnId));
}

export interface Narrowings {
  /** By column id; only columns that a rule narrows. */
  readonly columns: ReadonlyMap<string, Narrowing>;
  readonly infeasible: readonly Infeasible[];
  /** What the draws keep to, or what follows from the laws; other comparisons may be broken by rows. */
  readonly held: readonly Pick<Inequality, 'constraint' | 'comparison'>[];
}

/** Time grows with the rules for chains, and with rules times columns at worst. */
export function narrowingsOf(design: DatasetDesign): Narrowings {
  const inequalities = inequalitiesOf(design);
  const linearRules = linearRulesOf(design);
  if (inequalities.length + linearRules.length === 0)
    return { columns: new Map(), infeasible: [], held: [] };
  const columns = new Map(design.columns.map((column) => [column.id, column]));
  const { own, ranges, orders, infeasible } = readOrder(inequalities, { design, columns });
  const uncertain = uncertainMoments({ design, columns, inequalities });
  const cuts = new Map(
    design.columns.map((column) => [
      column.id,
      !uncertain.has(column.id) && isNarrowable(column, columns, inequalities),
    ]),
  );
  const canCut = (id: string): boolean => cuts.get(id) ?? false;
  const readings = createReadings(design);
  const linear = linearBoundsOf(design, linearRules, {
    rangeOf: (id) => (canCut(id) ? ranges : own).get(id) ?? everything,
    isNarrowable: ({ id }) => canCut(id),
    readings,
    orders,
    inequalities,
  });
  const others = orders.filter((order) => !linear.orders.has(order));
  const { bounds: moving, unheld } = movingBoundsOf(others, readings, {
    isNarrowable: canCut,
    grainOf: (id) => grainOf(columns.get(id)),
    isLaw: ({ lower, upper, gap }) =>
      (own.get(lower) ?? everything).high + gap <= (own.get(upper) ?? everything).low,
  });
  const rangeOf = (id: string): Range => linear.reaches.get(id) ?? ranges.get(id) ?? everything;
  const isCut = (id: string): boolean => {
    const [before, after] = [own.get(id) ?? everything, rangeOf(id)];
    return after.low > before.low || after.high < before.high;
  };
  const narrowed = design.columns.flatMap(({ id }): readonly [string, Narrowing][] => {
    const bounds = moving.get(id);
    const sums = linear.bounds.get(id);
    if (bounds === undefined && sums === undefined && !(isCut(id) && canCut(id))) return [];
    const range = rangeOf(id);
    const { atLeast = [], atMost = [] } = bounds ?? {};
    return [[id, { ...range, atLeast, atMost, linear: sums ?? [] }]];
  });
  const never = new Set(infeasible.map(({ constraint }) => constraint));
  const isUncertain = createUncertainNumbers(columns, inequalities);
  const hasNothing = (id: string): boolean => rangeOf(id).low > rangeOf(id).high;
  const held = inequalities.filter((rule) => {
    const ids = columnIdsOf(rule);
    if (never.has(rule.constraint) || linear.doubtful.has(rule)) return false;
    if (ids.some(hasNothing) || isUncertain(rule)) return false;
    return !unheld.has(rule) && ids.every((id) => canCut(id) || !isCut(id));
  });
  return { columns: new Map(narrowed), infeasible, held: [...held, ...linear.held] };
}

/** True when a column draws from a law that can be cut, whatever row of its conditional table it meets. */
function isNarrowable(
  column: Column | undefined,
  columns: ReadonlyMap<string, Column>,
  inequalities: readonly Inequality[],
): boolean {
  if (column === undefined) return false;
  if (momentForm(column) === undefined) return isDrawnNumber(column);
  if ((countedFrom(column, columns)?.cutOff ?? 0) === 0) return true;
  // Which date it is depends on the time of day that it is counted from: one such column is certain of whole days alone.
  return inequalities.every((rule) => {
    const ids = columnIdsOf(rule);
    const others = ids.flatMap((id) => (id === column.id ? [] : (columns.get(id) ?? [])));
    const isOwn = ids.includes(column.id);
    return others.every(
      (other) =>
        (countedFrom(other, columns)?.cutOff ?? 0) === 0 &&
        (!isOwn || momentForm(other)?.length === 10),
    );
  });
}

function isDrawnNumber(column: Column): boolean {
  const { convertTo } = column;
  if (convertTo !== undefined && convertTo !== 'int' && convertTo !== 'float') return false;
  return fillsOf(column).every(({ kind }) => kind === 'number');
}

function grainOf(column: Column | undefined): number {
  if (column === undefined) return 0;
  return momentForm(column) === undefined ? numberGrain(column) : momentGrain(column);
}
