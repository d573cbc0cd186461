/** Formulas and templates as draws: evaluated once per cell, within a budget, failing with a reason. */
import type { JsonValue } from '#core/base/json.ts';
import type { RandomStream } from '#core/base/random.ts';
import type { Result } from '#core/base/result.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { FillOf } from '#core/design/fill.ts';
import { templateLanguage } from '#core/design/design-texts.ts';
import { parseAs } from '#core/design/parse-text.ts';
import { createPostprocessDraw } from '#core/engine/postprocess/postprocess-draw.ts';
import { derivedScope } from '#core/engine/transform/derived-scope.ts';
import { createPickDraw } from '#core/engine/transform/pick-draw.ts';
import { createShapeDraw } from '#core/engine/transform/shape-draw.ts';
import { inputRefusal, Refusal, type Draw, type RowView } from '#core/engine/cell-draw.ts';
import { createGate } from '#core/engine/gate.ts';
import { textInputs } from '#core/engine/text-inputs.ts';
import { createBudget } from '#core/expression/budget.ts';
import { compileExpression } from '#core/expression/compile.ts';
import { parseExpression } from '#core/expression/parse.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { compileTemplate } from '#core/expression/render.ts';
import { addNoise } from '#core/design/noise.ts';
import { applyRounding } from '#core/design/apply-rounding.ts';
import { coerceText, coerceValue } from './coerce-value.ts';

export interface DerivationContext {
  readonly design: DatasetDesign;
  /** `createRandom(design.seed)`; forked by column id. */
  readonly random: RandomStream;
}

/** The draw of a formula or template column, with its skip rule and share of nulls. Never throws. */
export function createDerivation(column: Column, { design, random }: DerivationContext): Draw {
  const columnRandom = random.fork(column.id);
  const { fill } = column;
  const gate = { design, column, random: columnRandom };
  switch (fill.kind) {
    case 'formula':
      return createGate(gate, createFormulaDraw(fill, gate));
    case 'template':
      return createGate(gate, createTemplateDraw(fill, gate));
    case 'list':
    case 'object':
    case 'chat':
      return createGate(gate, createShapeDraw(fill, gate));
    case 'postprocess':
      return createGate(gate, createPostprocessDraw(fill, gate));
    case 'pick':
      return createGate(gate, createPickDraw(fill, gate));
    default:
      return () => new Refusal('empty');
  }
}

interface DrawContext {
  readonly design: DatasetDesign;
  readonly column: Column;
  readonly random: RandomStream;
}

function createFormulaDraw(fill: FillOf<'formula'>, { design, column, random }: DrawContext): Draw {
  const parsed = parseExpression(fill.expression);
  if (!parsed.ok) return refuseAll(parsed.error.message);
  const evaluate = compileExpression(parsed.value);
  const inputs = textInputs(design, { language: 'expression', text: fill.expression });
  const noise = random.fork('noise');
  return (row, view) =>
    inputRefusal(inputs, view) ??
    attempt(() => {
      const value = evaluate(view.scope, createBudget());
      const scattered = scatter(value, fill, { random: noise, row });
      if (typeof scattered === 'number' && !Number.isFinite(scattered))
        return new Refusal('failed', 'The number is too large to be kept. Change the formula.');
      return accepted(coerceValue(scattered, column.type));
    });
}

function createTemplateDraw(fill: FillOf<'template'>, { design, column }: DrawContext): Draw {
  const language = templateLanguage(design);
  const parsed = parseAs(language, fill.template);
  if (!parsed.ok) return refuseAll(parsed.error.message);
  const render = compileTemplate(parsed.value);
  const inputs = textInputs(design, { language, text: fill.template });
  const scopeOf = derivedScope(design);
  return (_row, view: RowView) =>
    inputRefusal(inputs, view) ??
    attempt(() => accepted(coerceText(render(scopeOf(view.scope), createBudget()), column.type)));
}

/** Noise and rounding are for numbers; other results pass. */
function scatter(
  value: JsonValue,
  { noise, rounding }: FillOf<'formula'>,
  draw: { readonly random: RandomStream; readonly row: number },
): JsonValue {
  if (typeof value !== 'number') return value;
  const scattered = noise === undefined ? value : addNoise(value, noise, draw);
  if (rounding === undefined || !Number.isFinite(scattered)) return scattered;
  return applyRounding(scattered, rounding);
}

function accepted(result: Result<JsonValue, string>): JsonValue | Refusal {
  return result.ok ? result.value : new Refusal('failed', result.error);
}

function attempt(make: () => JsonValue | Refusal): JsonValue | Refusal {
  try {
    return make();
  } catch (error) {
    if (error instanceof ExpressionError) return new Refusal('failed', error.message);
    throw error;
  }
}

function refuseAll(reason: string): Draw {
  const refusal = new Refusal('failed', reason);
  return () => refusal;
}
