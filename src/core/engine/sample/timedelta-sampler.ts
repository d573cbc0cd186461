/** A moment so long after another column's moment, or before it. */
import { failure, success } from '#core/base/result.ts';
import { findColumn } from '#core/design/design.ts';
import { inputRefusal, Refusal, type Draw, type RowView } from '#core/engine/cell-draw.ts';
import { formatMoment, parseMoment } from './moment.ts';
import { unitMs } from '#core/design/iso-moment.ts';
import type { FillOf } from '#core/design/fill.ts';
import { momentForm, unwritten } from '#core/design/order/drawn-moments.ts';
import { createMomentEnd, noMomentLeft } from './moment-range.ts';
import { createMovingRange } from './moving-range.ts';
import type { CreateDraw, SampleContext } from './sample-context.ts';

const [earliest, latest] = [Date.UTC(1, 0, 1), Date.UTC(9999, 11, 31)];

/** Whole units from `dtMin`, included, to `dtMax`, not included. Null where the reference is null. */
export const createTimedeltaDraw: CreateDraw<'timedelta'> = (fill, context) => {
  const reference = findColumn(context.design, fill.reference);
  if (reference === undefined)
    return failure('The column it counts from does not exist. Choose another one.');
  const first = Math.ceil(fill.dtMin);
  const count = Math.ceil(fill.dtMax) - first;
  if (!(count > 0) || !Number.isSafeInteger(count))
    return failure('The end dtMax is above dtMin; it is itself not drawn.');
  const inputs = [{ id: reference.id, name: reference.name }];
  const length = context.column.type === 'date' ? 10 : 19;
  const spanOf = createSpan(fill, { first, count }, context);
  const draw: Draw = (row, view) => {
    const refusal = inputRefusal(inputs, view);
    if (refusal !== undefined) return refusal;
    const value = view.value(reference.id);
    if (value === undefined || value === null) return null;
    const from = typeof value === 'string' ? parseMoment(value) : undefined;
    if (from === undefined)
      return new Refusal(
        'failed',
        `${reference.name} is no date, so nothing can be counted from it.`,
      );
    const span = spanOf(from, view);
    if (span instanceof Refusal) return span;
    const steps = span.first + Math.floor(context.uniform(row) * span.count);
    const timeMs = from + steps * unitMs[fill.unit];
    if (!(timeMs >= earliest && timeMs <= latest))
      return new Refusal('failed', 'The moment lies outside the years 1 to 9999.');
    return formatMoment(timeMs).slice(0, length);
  };
  return success(draw);
};

/** Numbers of units, from `first` on. */
interface Span {
  readonly first: number;
  readonly count: number;
}

/** The units that the rules leave, counted from a moment. */
function createSpan(
  { unit }: FillOf<'timedelta'>,
  all: Span,
  { column, design, narrowing }: SampleContext,
): (from: number, view: RowView) => Span | Refusal {
  const form = momentForm(column);
  if (narrowing === undefined || form === undefined) return () => all;
  const rangeOf = createMovingRange(narrowing, design, createMomentEnd(design, form));
  const size = unitMs[unit];
  return (from, view) => {
    const range = rangeOf(view);
    if (range instanceof Refusal) return range;
    const { low, high } = unwritten(range, form);
    const first = Math.max(all.first, Math.ceil((low - from) / size));
    const last = Math.min(all.first + all.count - 1, Math.floor((high - from) / size));
    return last < first ? noMomentLeft(column, range, form) : { first, count: last - first + 1 };
  };
}
