/**
 * Turns must-rules about order (`deposit < price`, `price > 100`) into ranges from which numbers are
 * drawn, so that no row is drawn twice. Constants are carried through all rules first; then, column by
 * column, what is drawn later is bounded by what was drawn before.
 */
import type { Column, DatasetDesign } from './design.ts';
import { inequalitiesOf } from './inequality.ts';
import { everything } from './interval.ts';
import type { Range } from './law/law.ts';
import { movingBoundsOf, type MovingBound } from './order/moving-bounds.ts';
import { readOrder, type Infeasible } from './order/read-order.ts';

/** A column keeps to the range and to all moving bounds; both ends belong to it. */
export interface Narrowing extends Range {
  readonly atLeast: readonly MovingBound[];
  readonly atMost: readonly MovingBound[];
}

export interface Narrowings {
  /** By column id; only columns that a rule narrows. */
  readonly columns: ReadonlyMap<string, Narrowing>;
  readonly infeasible: readonly Infeasible[];
}

/** Time grows with the rules for chains, and with rules times columns at worst. */
export function narrowingsOf(design: DatasetDesign): Narrowings {
  const inequalities = inequalitiesOf(design);
  if (inequalities.length === 0) return { columns: new Map(), infeasible: [] };
  const columns = new Map(design.columns.map((column) => [column.id, column]));
  const { own, ranges, orders, infeasible } = readOrder(inequalities, { design, columns });
  const moving = movingBoundsOf(orders, design, (id) => isNarrowable(columns.get(id)));
  const narrowed = design.columns.flatMap((column): readonly [string, Narrowing][] => {
    const before = own.get(column.id) ?? everything;
    const range = ranges.get(column.id) ?? before;
    const bounds = moving.get(column.id);
    const isCut = range.low > before.low || range.high < before.high;
    if (bounds === undefined && !(isCut && isNarrowable(column))) return [];
    return [[column.id, { ...range, ...(bounds ?? { atLeast: [], atMost: [] }) }]];
  });
  return { columns: new Map(narrowed), infeasible };
}

/** True when a column draws from a law that can be cut: a number, whatever row of its conditional table it meets. */
function isNarrowable(column: Column | undefined): boolean {
  if (column === undefined || column.convertTo !== undefined) return false;
  return [column.fill, ...(column.conditionalParams ?? []).map(({ fill }) => fill)].every(
    ({ kind }) => kind === 'number',
  );
}
