/** A number over time: level, trend, season and noise, over the order of rows or for each group by itself. */
import { normalQuantile } from '#core/base/normal.ts';
import { portableSine } from '#core/base/portable-math.ts';
import { failure, success } from '#core/base/result.ts';
import { inside } from '#core/design/law/law.ts';
import { findColumn } from '#core/design/design.ts';
import { inputRefusal, Refusal, type Draw } from '#core/engine/cell-draw.ts';
import { roundDecimal } from '#core/expression/round.ts';
import { parentKey } from './parent-key.ts';
import { createRank } from './rank.ts';
import type { CreateSampler } from './sample-context.ts';

/** level + trend · t + amplitude · sin(2π (t + phase) / period) + noise, t counting rows from 0. Null where the group is null. */
export const createSeriesSampler: CreateSampler<'series'> = (
  fill,
  { design, column, store, uniform },
) => {
  const { level, trend, season, noise, by } = fill;
  if (season !== undefined && !(season.period > 0)) return failure('The period is above 0.');
  if (noise < 0) return failure('Noise cannot be negative.');
  const places = column.type === 'integer' ? 0 : fill.decimalPlaces;
  const valueAt = (time: number, row: number): number => {
    const wave =
      season === undefined
        ? 0
        : season.amplitude * portableSine((time + season.phase) / season.period);
    const error = noise === 0 ? 0 : noise * normalQuantile(inside(uniform(row)));
    const value = level + trend * time + wave + error;
    return places === undefined ? value : roundDecimal(value, places);
  };
  if (by === undefined)
    return success({
      draw: (row) => held(valueAt(row, row)),
      block: {
        kind: 'numbers',
        fill(start, count, out) {
          for (let index = 0; index < count; index += 1)
            out[index] = valueAt(start + index, start + index);
          return out.subarray(0, count).every(Number.isFinite);
        },
      },
    });
  const group = findColumn(design, by);
  if (group === undefined)
    return failure('The column of its groups does not exist. Choose another one.');
  const keyOf = (row: number): string | undefined => {
    const value = store.value(group.id, row);
    return value === undefined || value === null ? undefined : parentKey(value);
  };
  const rank = createRank(keyOf);
  const inputs = [{ id: group.id, name: group.name }];
  const draw: Draw = (row, view) => {
    const refusal = inputRefusal(inputs, view);
    if (refusal !== undefined) return refusal;
    const key = keyOf(row);
    return key === undefined ? null : held(valueAt(rank(row, key), row));
  };
  return success({ draw });
};

function held(value: number): number | Refusal {
  return Number.isFinite(value)
    ? value
    : new Refusal('failed', 'The series has grown beyond what a number can hold. Lower its trend.');
}
