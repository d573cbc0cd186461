/** A moment so long after another column's moment, or before it. */
import { failure, success } from '#core/base/result.ts';
import { findColumn } from '#core/design/design.ts';
import { inputRefusal, Refusal, type Draw } from '#core/engine/cell-draw.ts';
import { formatMoment, parseMoment } from './moment.ts';
import { unitMs } from '#core/design/iso-moment.ts';
import type { CreateDraw } from './sample-context.ts';

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
    const steps = first + Math.floor(context.uniform(row) * count);
    const timeMs = from + steps * unitMs[fill.unit];
    if (!(timeMs >= earliest && timeMs <= latest))
      return new Refusal('failed', 'The moment lies outside the years 1 to 9999.');
    return formatMoment(timeMs).slice(0, length);
  };
  return success(draw);
};
