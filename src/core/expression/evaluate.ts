/** The shape of compiled code: closures over the tree that get everything variable in one context. */
import type { ExpressionNode, Span } from './ast.ts';
import type { Budget } from './budget.ts';
import type { Environment } from './environment.ts';
import type { Scope } from './scope.ts';
import type { Site } from './signature.ts';
import type { Value } from './value.ts';

/** What one evaluation works with. Made anew for each evaluation, never kept. */
export interface Context {
  readonly scope: Scope;
  readonly budget: Budget;
  /** Loop and set variables by slot; undefined while unset. */
  readonly locals: (Value | undefined)[];
}

export type Evaluate = (context: Context) => Value;

/** As `Evaluate`, but a missing name, attribute or item gives undefined instead of an error. */
export type EvaluateOptional = (context: Context) => Value | undefined;

export interface Compiled {
  readonly evaluate: Evaluate;
  /** The value when it is the same for every scope; undefined otherwise. */
  readonly constant: Value | undefined;
}

/** Compiles the children of a node. Handed down, so that the files of the compiler form no cycle. */
export interface Compiler {
  /** What is bound where the node stands. */
  readonly environment: Environment;
  readonly compile: (node: ExpressionNode) => Compiled;
  readonly compileOptional: (node: ExpressionNode) => EvaluateOptional;
}

export function siteOf(context: Context, at: Span, name: string): Site {
  return { budget: context.budget, start: at.start, end: at.end, name };
}

export function constantOf(value: Value): Compiled {
  return { evaluate: () => value, constant: value };
}

export function variable(evaluate: Evaluate): Compiled {
  return { evaluate, constant: undefined };
}
