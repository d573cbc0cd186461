/** Closures for filters, tests and functions. Each call costs at least one step; arguments are bound while compiling. */
import { invariant } from '#core/base/invariant.ts';
import type { CallArguments, CallNode, FilterNode, TestNode } from './ast.ts';
import { charge } from './budget.ts';
import {
  siteOf,
  variable,
  type Compiled,
  type Compiler,
  type Context,
  type EvaluateOptional,
} from './evaluate.ts';
import { filters } from './filters.ts';
import { functions } from './functions.ts';
import { problemAt } from './problem.ts';
import { bindArguments, type ArgumentValues, type Signature } from './signature.ts';
import { tests } from './tests.ts';
import { quote } from './value.ts';

/** Throws `empty-value` where the filter has nothing to return. */
export function compileFilter(node: FilterNode, compiler: Compiler): Compiled {
  const evaluate = isDefault(node)
    ? compileDefault(node, compiler)
    : applyFilter(node, compiler, compiler.compile(node.target).evaluate);
  return variable((context) => {
    const value = evaluate(context);
    if (value !== undefined) return value;
    throw problemAt(
      node,
      'empty-value',
      `${quote(node.name)} found nothing in an empty value. Add “| default('…')”.`,
    );
  });
}

/** Undefined where the filter has nothing to return or to work on. */
export function compileOptionalFilter(node: FilterNode, compiler: Compiler): EvaluateOptional {
  if (isDefault(node)) return compileDefault(node, compiler);
  const target = compiler.compileOptional(node.target);
  return applyFilter(node, compiler, target);
}

export function compileTest(node: TestNode, compiler: Compiler): Compiled {
  const { name, isNegated } = node;
  if (name === 'defined' || name === 'undefined') {
    const evaluate = compiler.compileOptional(node.target);
    const wantsValue = (name === 'defined') !== isNegated;
    return variable((context) => (evaluate(context) !== undefined) === wantsValue);
  }
  const definition = tests.get(name);
  invariant(definition !== undefined, `The test ${name} was checked while parsing.`);
  const evaluate = compiler.compile(node.target).evaluate;
  const evaluateArguments = compileArguments(definition, node, compiler);
  return variable((context) => {
    const site = siteOf(context, node, name);
    charge(context.budget, 1, node);
    return definition.holds(evaluate(context), evaluateArguments(context), site) !== isNegated;
  });
}

export function compileCall(node: CallNode, compiler: Compiler): Compiled {
  const definition = functions.get(node.name);
  invariant(definition !== undefined, `The function ${node.name} was checked while parsing.`);
  const evaluateArguments = compileArguments(definition, node, compiler);
  return variable((context) => {
    charge(context.budget, 1, node);
    return definition.call(evaluateArguments(context), siteOf(context, node, node.name));
  });
}

function applyFilter(
  node: FilterNode,
  compiler: Compiler,
  target: EvaluateOptional,
): EvaluateOptional {
  const definition = filters.get(node.name);
  invariant(definition !== undefined, `The filter ${node.name} was checked while parsing.`);
  const evaluateArguments = compileArguments(definition, node, compiler);
  return (context) => {
    charge(context.budget, 1, node);
    const input = target(context);
    if (input === undefined) return undefined;
    return definition.apply(input, evaluateArguments(context), siteOf(context, node, node.name));
  };
}

function isDefault(node: FilterNode): boolean {
  return node.name === 'default' || node.name === 'd';
}

function compileDefault(node: FilterNode, compiler: Compiler): EvaluateOptional {
  const apply = applyFilter(node, compiler, compiler.compileOptional(node.target));
  const definition = filters.get(node.name);
  invariant(definition !== undefined, 'The filter default exists.');
  const evaluateArguments = compileArguments(definition, node, compiler);
  return (context) => {
    const value = apply(context);
    if (value !== undefined) return value;
    const [fallback] = evaluateArguments(context);
    return fallback === undefined ? '' : fallback;
  };
}

const noArguments: ArgumentValues = [];

function compileArguments(
  signature: Signature,
  call: CallArguments,
  compiler: Compiler,
): (context: Context) => ArgumentValues {
  const bound = bindArguments(signature, call);
  invariant(bound.ok, 'Arguments were checked while parsing.');
  if (bound.value.every((node) => node === undefined)) return () => noArguments;
  const compiled = bound.value.map((node) =>
    node === undefined ? undefined : compiler.compile(node),
  );
  if (compiled.every((argument) => argument === undefined || argument.constant !== undefined)) {
    const values = compiled.map((argument) => argument?.constant);
    return () => values;
  }
  return (context) => compiled.map((argument) => argument?.evaluate(context));
}
