/** What stands before every fill: the skip rule first, then the share of nulls, then the fill itself. */
import type { RandomStream } from '#core/base/random.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { createBudget } from '#core/expression/budget.ts';
import { compileExpression } from '#core/expression/compile.ts';
import { parseExpression } from '#core/expression/parse.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { evaluateTest } from '#core/expression/value.ts';
import { inputRefusal, Refusal, type Draw, type RowView } from './cell-draw.ts';
import { textInputs } from './text-inputs.ts';
import { createShareSequence, sharesOf } from './sample/share-sequence.ts';

export interface GateOptions {
  readonly design: DatasetDesign;
  readonly column: Column;
  /** The column's stream; nulls have a fork of their own, so a changed share leaves the values alone. */
  readonly random: RandomStream;
}

/** `draw` behind the column's skip rule and share of nulls; `draw` itself where it has neither. */
export function createGate({ design, column, random }: GateOptions, draw: Draw): Draw {
  const isNull = createNullTest(column.nullRate, random.fork('null'));
  const skip = column.skip === undefined ? undefined : createSkip(design, column.skip);
  if (isNull === undefined && skip === undefined) return draw;
  return (row, view) => {
    const skipped = skip?.(view);
    if (skipped !== undefined) return skipped;
    return isNull?.(row) === true ? null : draw(row, view);
  };
}

/**
 * Says whether a row is skipped (state `skipped`, the rule as reason) or why that cannot be told
 * (`failed`, or `empty` while an input is missing); undefined when the row is to be filled.
 */
export function createSkip(
  design: DatasetDesign,
  text: string,
): (view: RowView) => Refusal | undefined {
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    const broken = new Refusal('failed', `Skip rule: ${parsed.error.message}`);
    return () => broken;
  }
  const test = compileExpression(parsed.value);
  const skipped = new Refusal('skipped', text);
  const inputs = textInputs(design, { language: 'expression', text });
  return (view) => {
    const refusal = inputRefusal(inputs, view);
    if (refusal !== undefined) return refusal;
    try {
      return evaluateTest(test(view.scope, createBudget())) ? skipped : undefined;
    } catch (error) {
      if (error instanceof ExpressionError)
        return new Refusal('failed', `Skip rule: ${error.message}`);
      throw error;
    }
  };
}

function createNullTest(
  nullRate: number,
  random: RandomStream,
): ((row: number) => boolean) | undefined {
  if (!(nullRate > 0)) return undefined;
  const shares = sharesOf([nullRate, Math.max(0, 1 - nullRate)]);
  if (shares === undefined) return undefined;
  const sequence = createShareSequence(shares, random);
  return (row) => sequence.at(row) === 0;
}
