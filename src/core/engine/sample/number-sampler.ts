/** Numbers by a law, one uniform number each; where rules narrow them, from what the rules leave of the law. */
import { success } from '#core/base/result.ts';
import type { Narrowing } from '#core/design/narrowing.ts';
import { createBudget } from '#core/expression/budget.ts';
import { compileExpression } from '#core/expression/compile.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { roundDecimal } from '#core/expression/round.ts';
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
  const cut = column.convertTo === 'int' ? createWholeCut(map.value) : map.value.cut;
  if (isMoving(narrowing)) return success({ draw: createMovingDraw(cut, narrowing, context) });
  const at = cut(narrowing);
  if (at === undefined) {
    const refusal = nothingLeft(column.name, narrowing.low, narrowing.high);
    return success({ draw: () => refusal });
  }
  return success(samplerOf({ at }, context));
};

/** The law cut so that its numbers lie in a range once they are rounded to whole ones, as the column does with them. */
function createWholeCut({ cut }: NumberMap): NumberMap['cut'] {
  return (range) => {
    const [low, high] = [Math.ceil(range.low), Math.floor(range.high)];
    const part = low > high ? undefined : cut({ low: low - 0.5, high: high + 0.5 });
    return part && ((uniform) => Math.min(high, Math.max(low, roundDecimal(part(uniform), 0))));
  };
}

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
  cut: NumberMap['cut'],
  narrowing: Narrowing,
  { design, column, uniform }: SampleContext,
): Draw {
  const rangeOf = createMovingRange(narrowing, design, (value, { add }) =>
    typeof value === 'number' ? value + add : undefined,
  );
  const test = createEndTest(column, narrowing);
  return (row, view) => {
    const range = rangeOf(view);
    if (range instanceof Refusal) return range;
    const value = cut(range)?.(uniform(row, view));
    if (value !== undefined && (test?.(view, value) ?? true)) return value;
    // Sums of decimals are not exact, so that the last number before the end may break the rule as it is written.
    const inner = test === undefined ? range : rangeOf(view, true);
    if (inner instanceof Refusal) return inner;
    const next = test === undefined ? undefined : cut(inner)?.(uniform(row, view));
    return next ?? nothingLeft(column.name, range.low, range.high);
  };
}

/** Whether all rules over sums, as they are written, are true of a row with this number; undefined without such a rule. */
function createEndTest(
  { name }: Column,
  { linear }: Narrowing,
): ((view: RowView, value: number) => boolean) | undefined {
  const written = linear.flatMap(({ test }) => test ?? []);
  if (written.length === 0) return undefined;
  const tests = written.map(({ left, operator, right }) => {
    const links = [{ operator, operand: right }];
    const { start } = left;
    return compileExpression({ kind: 'comparison', first: left, links, start, end: right.end });
  });
  return (view, value) => {
    const get = (other: string): Value | undefined =>
      other === name ? value : view.scope.get(other);
    return tests.every((test) => {
      try {
        return evaluateTest(test({ get }, createBudget()));
      } catch (error) {
        if (error instanceof ExpressionError) return true;
        throw error;
      }
    });
  };
}
