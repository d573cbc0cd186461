/** What a filter, a test or a function is, and how the arguments of a call find their parameters. */
import { failure, success, type Result } from '#core/base/result.ts';
import type { CallArguments, ExpressionNode, Span } from './ast.ts';
import type { Budget } from './budget.ts';
import { quote, type Value } from './value.ts';

export interface Signature {
  /** Names of the parameters in order; the last one takes all further arguments when `isVariadic`. */
  readonly parameters: readonly string[];
  /** How many of them must be given. */
  readonly required: number;
  readonly isVariadic?: boolean;
}

/** The call under evaluation: whose budget is charged, and where errors point. */
export interface Site extends Span {
  readonly budget: Budget;
  /** Name of the filter, test, function or operator. */
  readonly name: string;
}

/** One entry per parameter; undefined where the call gave none. */
export type ArgumentValues = readonly (Value | undefined)[];

export interface FilterDefinition extends Signature {
  /** Returns undefined when there is nothing to return, such as the first item of an empty list. Throws `ExpressionError`. */
  readonly apply: (input: Value, values: ArgumentValues, site: Site) => Value | undefined;
}

export interface TestDefinition extends Signature {
  /** Throws `ExpressionError`. */
  readonly holds: (input: Value, values: ArgumentValues, site: Site) => boolean;
}

export interface FunctionDefinition extends Signature {
  /** Throws `ExpressionError`. */
  readonly call: (values: ArgumentValues, site: Site) => Value;
}

export type BoundArguments = readonly (ExpressionNode | undefined)[];

/** Puts every argument in the place of its parameter, or says in one sentence why that fails. */
export function bindArguments(
  signature: Signature,
  { positional, named }: CallArguments,
): Result<BoundArguments, string> {
  const { parameters, required, isVariadic = false } = signature;
  if (positional.length > parameters.length && !isVariadic)
    return failure(`It takes ${countOf(parameters.length)}, but got ${positional.length}.`);
  const bound: (ExpressionNode | undefined)[] = parameters.map(() => undefined);
  for (const [index, node] of positional.entries()) bound[index] = node;
  for (const { name, value } of named) {
    const index = parameters.indexOf(name);
    if (index < 0) return failure(`It has no argument named ${quote(name)}.`);
    if (bound[index] !== undefined) return failure(`It got ${quote(name)} twice.`);
    bound[index] = value;
  }
  const missing = parameters.slice(0, required).filter((_, index) => bound[index] === undefined);
  if (missing.length > 0) return failure(`It needs ${missing.map(quote).join(' and ')}.`);
  return success(bound);
}

function countOf(parameters: number): string {
  if (parameters === 0) return 'no arguments';
  return parameters === 1 ? 'one argument' : `at most ${parameters} arguments`;
}
