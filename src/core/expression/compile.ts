/**
 * Tree to closures, once per design; then one call per row. No source text is generated, so no `eval` is
 * needed and nothing of the host is reachable: a closure sees the scope, the budget and its own slots.
 */
import type { ExpressionNode } from './ast.ts';
import { chargeValue, createBudget, type Budget } from './budget.ts';
import {
  compileAttribute,
  compileIndex,
  compileName,
  compileOptionalName,
  strict,
} from './compile-access.ts';
import { compileBinary } from './compile-arithmetic.ts';
import { compileCall, compileFilter, compileOptionalFilter, compileTest } from './compile-call.ts';
import { compileComparison } from './compile-comparison.ts';
import { compileFormat } from './compile-format.ts';
import {
  compileConditional,
  compileDictionary,
  compileList,
  compileLogic,
  compileSlice,
  compileUnary,
} from './compile-operand.ts';
import { Environment } from './environment.ts';
import {
  constantOf,
  variable,
  type Compiled,
  type Compiler,
  type EvaluateOptional,
} from './evaluate.ts';
import type { Scope } from './scope.ts';
import type { Value } from './value.ts';

/**
 * The expression as a function. It throws `ExpressionError` and nothing else. Without a budget each call
 * gets a fresh one of the default size. The result never is or contains undefined, NaN or Infinity.
 */
export function compileExpression(node: ExpressionNode): (scope: Scope, budget?: Budget) => Value {
  const { evaluate } = createCompiler(Environment.create()).compile(node);
  return (scope, budget = createBudget()) => {
    const value = evaluate({ scope, budget, locals: [] });
    if (typeof value === 'object') chargeValue(budget, value, node);
    return value;
  };
}

/** A compiler for expressions that stand where `environment` holds. */
export function createCompiler(environment: Environment): Compiler {
  const compiler: Compiler = {
    environment,
    compile: (node) => (compilers[node.kind] as CompileNode)(node, compiler),
    compileOptional: (node) => compileOptional(node, compiler),
  };
  return compiler;
}

type CompileNode = (node: ExpressionNode, compiler: Compiler) => Compiled;
type Kind = ExpressionNode['kind'];
type Compilers = {
  readonly [K in Kind]: (
    node: Extract<ExpressionNode, { kind: K }>,
    compiler: Compiler,
  ) => Compiled;
};

const compilers: Compilers = {
  literal: (node) => constantOf(node.value),
  name: (node, compiler) => variable(compileName(node, compiler.environment)),
  list: compileList,
  dictionary: compileDictionary,
  attribute: (node, compiler) => variable(strict(compileAttribute(node, compiler, false), node)),
  index: (node, compiler) => variable(strict(compileIndex(node, compiler, false), node)),
  slice: compileSlice,
  unary: compileUnary,
  binary: compileBinary,
  logic: compileLogic,
  comparison: compileComparison,
  conditional: compileConditional,
  filter: compileFilter,
  test: compileTest,
  call: compileCall,
  format: compileFormat,
};

/** Missing names, attributes, items and empty results become undefined; other errors stay errors. */
function compileOptional(node: ExpressionNode, compiler: Compiler): EvaluateOptional {
  if (node.kind === 'name') return compileOptionalName(node, compiler.environment);
  if (node.kind === 'attribute') return compileAttribute(node, compiler, true);
  if (node.kind === 'index') return compileIndex(node, compiler, true);
  if (node.kind === 'filter') return compileOptionalFilter(node, compiler);
  return compiler.compile(node).evaluate;
}
