/** Shortcuts of the tests of this folder: text in, value or problem out. */
import type { JsonObject } from '#core/base/json.ts';
import { compileExpression } from './compile.ts';
import { parseExpression, parseTemplate } from './parse.ts';
import { ExpressionError, type ExpressionProblem } from './problem.ts';
import { compileTemplate } from './render.ts';
import { createScope } from './scope.ts';
import type { Value } from './value.ts';

/** Parses and evaluates; throws `ExpressionError` for problems of both kinds. */
export function evaluate(text: string, record: JsonObject = {}): Value {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new ExpressionError(parsed.error);
  return compileExpression(parsed.value)(createScope(record));
}

/** Parses and renders; throws `ExpressionError` for problems of both kinds. */
export function render(text: string, record: JsonObject = {}): string {
  const parsed = parseTemplate(text);
  if (!parsed.ok) throw new ExpressionError(parsed.error);
  return compileTemplate(parsed.value)(createScope(record));
}

/** The problem of evaluating or parsing `text`; throws when there is none. */
export function problemOf(text: string, record: JsonObject = {}): ExpressionProblem {
  return caught(() => evaluate(text, record));
}

/** The problem of rendering or parsing `text`; throws when there is none. */
export function renderProblemOf(text: string, record: JsonObject = {}): ExpressionProblem {
  return caught(() => render(text, record));
}

function caught(run: () => unknown): ExpressionProblem {
  try {
    run();
  } catch (error) {
    if (error instanceof ExpressionError) return error.problem;
    throw error;
  }
  throw new Error('Expected a problem, but there was none.');
}
