/** Numbers by a law, one uniform number each; where rules narrow them, from what the rules leave of the law. */
import { success } from '#core/base/result.ts';
import type { Narrowing } from '#core/design/narrowing.ts';
import { Refusal, type Draw } from '#core/engine/cell-draw.ts';
import { createMovingRange, isMoving, nothingLeft } from './moving-range.ts';
import { createNumberMap, type NumberMap } from './number-map.ts';
import type { CreateSampler, SampleContext, Sampler } from './sample-context.ts';
import { createStepTable } from './step-table.ts';

export const createNumberSampler: CreateSampler<'number'> = (fill, context) => {
  const { column, narrowing } = context;
  const map = createNumberMap(fill, column.type);
  if (!map.ok) return map;
  if (narrowing === undefined) return success(samplerOf(map.value, context));
  if (isMoving(narrowing))
    return success({ draw: createMovingDraw(map.value, narrowing, context) });
  const at = map.value.cut(narrowing);
  if (at === undefined) {
    const refusal = nothingLeft(column.name, narrowing.low, narrowing.high);
    return success({ draw: () => refusal });
  }
  return success(samplerOf({ at }, context));
};

function samplerOf(
  { at, apply = createStepTable(at) }: Pick<NumberMap, 'at' | 'apply'>,
  { uniform, fillUniforms }: SampleContext,
): Sampler {
  return {
    draw: (row, view) => at(uniform(row, view)),
    law: apply,
    block: {
      kind: 'numbers',
      fill(start, count, out) {
        fillUniforms(start, count, out);
        apply(out, count);
        return true;
      },
    },
  };
}

function createMovingDraw(
  map: NumberMap,
  narrowing: Narrowing,
  { design, column, uniform }: SampleContext,
): Draw {
  const rangeOf = createMovingRange(narrowing, design, (value, { add }) =>
    typeof value === 'number' ? value + add : undefined,
  );
  return (row, view) => {
    const range = rangeOf(view);
    if (range instanceof Refusal) return range;
    return map.cut(range)?.(uniform(row, view)) ?? nothingLeft(column.name, range.low, range.high);
  };
}
