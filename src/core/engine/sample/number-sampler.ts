/** Numbers by a law, one uniform number each; where rules narrow them, from what the rules leave of the law. */
import { success } from '#core/base/result.ts';
import type { Narrowing } from '#core/design/narrowing.ts';
import { inputRefusal, Refusal, type Draw } from '#core/engine/cell-draw.ts';
import { createNumberMap, type NumberMap } from './number-map.ts';
import type { CreateSampler, SampleContext, Sampler } from './sample-context.ts';
import { createStepTable } from './step-table.ts';

export const createNumberSampler: CreateSampler<'number'> = (fill, context) => {
  const { column, narrowing } = context;
  const map = createNumberMap(fill, column.type);
  if (!map.ok) return map;
  if (narrowing === undefined) return success(samplerOf(map.value, context));
  if (narrowing.atLeast.length + narrowing.atMost.length > 0)
    return success({ draw: createMovingDraw(map.value, narrowing, context) });
  const at = map.value.cut(narrowing);
  if (at === undefined) {
    const refusal = nothingLeft(column.name, narrowing);
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

/** Reads the columns that bound it in the same row; where one is empty or no number, it does not bound. */
function createMovingDraw(
  map: NumberMap,
  narrowing: Narrowing,
  { design, column, uniform }: SampleContext,
): Draw {
  const ids = new Set([...narrowing.atLeast, ...narrowing.atMost].map(({ columnId }) => columnId));
  const inputs = design.columns.filter(({ id }) => ids.has(id));
  return (row, view) => {
    const refusal = inputRefusal(inputs, view);
    if (refusal !== undefined) return refusal;
    let { low, high } = narrowing;
    for (const { columnId, add } of narrowing.atLeast) {
      const value = view.value(columnId);
      if (typeof value === 'number') low = Math.max(low, value + add);
    }
    for (const { columnId, add } of narrowing.atMost) {
      const value = view.value(columnId);
      if (typeof value === 'number') high = Math.min(high, value + add);
    }
    return map.cut({ low, high })?.(uniform(row, view)) ?? nothingLeft(column.name, { low, high });
  };
}

function nothingLeft(
  name: string,
  { low, high }: { readonly low: number; readonly high: number },
): Refusal {
  return new Refusal(
    'failed',
    `The rules leave ${name} from ${low} to ${high}, where its law has no number. Loosen a rule or widen the law.`,
  );
}
