/** Numbers by a law, one uniform number each; where rules narrow them, from what the rules leave of the law. */
import { success } from '#core/base/result.ts';
import type { Narrowing } from '#core/design/narrowing.ts';
import { createBudget } from '#core/expression/budget.ts';
import { compileExpression } from '#core/expression/compile.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { evaluateTest, type Value } from '#core/expression/value.ts';
import type { Column } from '#core/design/design.ts';
import { Refusal, type Draw, type RowView } from '#core/engine/cell-draw.ts';
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
  const test = createEndTest(column, narrowing);
  const step = stepOf(column);
  return (row, view) => {
    const range = rangeOf(view);
    if (range instanceof Refusal) return range;
    const drawn = (inwards: number): number | undefined =>
      map.cut({
        low: range.low + (range.low === narrowing.low ? 0 : inwards),
        high: range.high - (range.high === narrowing.high ? 0 : inwards),
      })?.(uniform(row, view));
    // Sums of decimals are not exact, so that the last number before the end may break the rule as it is written.
    for (const inwards of test === undefined ? [0] : [0, step, 2 * step]) {
      const value = drawn(inwards);
      if (value !== undefined && (test?.(view, value) ?? true)) return value;
    }
    return nothingLeft(column.name, range.low, range.high);
  };
}

/** Distance of neighbouring numbers of a column, or less than anybody tells apart. */
function stepOf({ type, fill }: Column): number {
  if (type === 'integer') return 1;
  const places = fill.kind === 'number' ? fill.decimalPlaces : undefined;
  return Number(`1e-${places ?? 12}`);
}

/** Whether a rule over a sum of columns, as it is written, is true of a row with this number; undefined without such a rule. */
function createEndTest(
  { name }: Column,
  { linear }: Narrowing,
): ((view: RowView, value: number) => boolean) | undefined {
  const [written] = linear.flatMap(({ test }) => test ?? []);
  if (written === undefined) return undefined;
  const { left, operator, right } = written;
  const { start } = left;
  const { end } = right;
  const links = [{ operator, operand: right }];
  const evaluate = compileExpression({ kind: 'comparison', first: left, links, start, end });
  return (view, value) => {
    const get = (other: string): Value | undefined =>
      other === name ? value : view.scope.get(other);
    try {
      return evaluateTest(evaluate({ get }, createBudget()));
    } catch (error) {
      if (error instanceof ExpressionError) return true;
      throw error;
    }
  };
}
