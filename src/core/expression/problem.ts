/**
 * What is wrong with an expression or a template, and where in its text. Parsing returns problems as
 * values; evaluation throws them wrapped in `ExpressionError`, caught once per cell by the caller.
 */
import type { Diagnostic, JsonPath, Severity } from '#core/base/diagnostic.ts';
import type { Span } from './ast.ts';

export type ExpressionProblemCode =
  | 'expression-syntax'
  | 'expression-too-long'
  | 'expression-too-deep'
  | 'unknown-tag'
  | 'unknown-filter'
  | 'unknown-test'
  | 'unknown-function'
  | 'wrong-arguments'
  | 'unknown-name'
  | 'unknown-attribute'
  | 'unknown-key'
  | 'positional-field'
  | 'opaque-value'
  | 'out-of-range'
  | 'empty-value'
  | 'invalid-value'
  | 'type-mismatch'
  | 'division-by-zero'
  | 'not-finite'
  | 'budget-exceeded'
  | 'output-too-long';

export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  readonly message: string;
  /** Half-open range in the source text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** Thrown by compiled expressions and templates, and by nothing else that leaves this folder. */
export class ExpressionError extends Error {
  readonly problem: ExpressionProblem;

  constructor(problem: ExpressionProblem) {
    super(problem.message);
    this.name = 'ExpressionError';
    this.problem = problem;
  }
}

/** An `ExpressionError` at `at`, ready to throw. */
export function problemAt(at: Span, code: ExpressionProblemCode, message: string): ExpressionError {
  return new ExpressionError({ code, message, start: at.start, end: at.end });
}

/** The problem as a diagnostic of the string value at `path`; its range lies inside that string. */
export function toDiagnostic(
  problem: ExpressionProblem,
  path: JsonPath,
  severity: Severity = 'error',
): Diagnostic {
  const { code, message, start, end } = problem;
  return { path, code, severity, message, range: { start, end } };
}
