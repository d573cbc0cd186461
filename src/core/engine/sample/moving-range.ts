/** What must-rules leave of a column in one row, given the columns that were drawn before it. */
import type { JsonValue } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { Range } from '#core/design/law/law.ts';
import { boundingColumns, type Narrowing } from '#core/design/narrowing.ts';
import type { LinearBound } from '#core/design/order/elimination.ts';
import type { MovingBound } from '#core/design/order/moving-bounds.ts';
import { inputRefusal, Refusal, type RowView } from '#core/engine/cell-draw.ts';

/** The end that a value of another column sets; undefined where it is nothing that bounds. */
export type EndOf = (
  value: JsonValue | undefined,
  bound: MovingBound,
  end: 'low' | 'high',
) => number | undefined;

export function isMoving({ atLeast, atMost, linear }: Narrowing): boolean {
  return atLeast.length + atMost.length + linear.length > 0;
}

/** `isInner` leaves out what is at the very end of a sum. */
export type MovingRange = (view: RowView, isInner?: boolean) => Range | Refusal;

/** Reads the columns that bound it in the same row; where one is empty or not of the kind, it does not bound. */
export function createMovingRange(
  narrowing: Narrowing,
  design: DatasetDesign,
  endOf: EndOf,
): MovingRange {
  const { atLeast, atMost, linear } = narrowing;
  const ids = boundingColumns(narrowing);
  const inputs = design.columns.filter(({ id }) => ids.has(id));
  return (view, isInner = false) => {
    const refusal = inputRefusal(inputs, view);
    if (refusal !== undefined) return refusal;
    let { low, high } = narrowing;
    for (const bound of atLeast)
      low = Math.max(low, endOf(view.value(bound.columnId), bound, 'low') ?? low);
    for (const bound of atMost)
      high = Math.min(high, endOf(view.value(bound.columnId), bound, 'high') ?? high);
    for (const bound of linear) {
      const end = sumOf(bound, isInner ? bound.inner : bound.constant, view);
      if (Number.isNaN(end)) continue;
      if (bound.end === 'low') low = Math.max(low, end);
      else high = Math.min(high, end);
    }
    return { low, high };
  };
}

/** NaN where one of the columns is empty. */
function sumOf({ terms }: LinearBound, constant: number, view: RowView): number {
  let sum = constant;
  for (const { columnId, factor } of terms) {
    const value = view.value(columnId);
    sum += typeof value === 'number' ? factor * value : Number.NaN;
  }
  return sum;
}

/** Why a cell stays empty: nothing of its law lies where the rules leave it. The ends are as people read them. */
export function nothingLeft(name: string, low: number | string, high: number | string): Refusal {
  return new Refusal(
    'failed',
    `The rules leave ${name} from ${low} to ${high}, where its law has ${typeof low === 'number' ? 'no number' : 'no moment'}. Loosen a rule or widen the law.`,
  );
}
