/**
 * Closures for names, attributes and items. Each exists strict (a missing value is an error with its
 * place) and optional (it is undefined), the latter for `default` and `is defined`.
 */
import type { AttributeNode, ExpressionNode, IndexNode, NameNode } from './ast.ts';
import { isForbiddenKey } from '#core/base/json.ts';
import { missingAttribute, missingItem, ownProperty, readItem } from './access.ts';
import type { Environment } from './environment.ts';
import {
  siteOf,
  type Compiler,
  type Context,
  type Evaluate,
  type EvaluateOptional,
} from './evaluate.ts';
import { problemAt } from './problem.ts';
import { quote, type Value } from './value.ts';

export function compileName(node: NameNode, environment: Environment): Evaluate {
  const { name } = node;
  const slot = environment.resolve(name);
  if (slot === undefined)
    return (context) => {
      const value = context.scope.get(name);
      if (value === undefined) throw unknownName(node);
      return value;
    };
  return (context) => {
    const value = context.locals[slot];
    if (value === undefined)
      throw problemAt(
        node,
        'unknown-name',
        `${quote(name)} is set only in a branch that was not taken.`,
      );
    return value;
  };
}

export function compileOptionalName(node: NameNode, environment: Environment): EvaluateOptional {
  const slot = environment.resolve(node.name);
  if (slot !== undefined) return (context) => context.locals[slot];
  return (context) => context.scope.get(node.name);
}

function unknownName(node: NameNode): Error {
  return problemAt(
    node,
    'unknown-name',
    `${quote(node.name)} is not known here. Check the spelling.`,
  );
}

/** The name whose attributes the scope may serve: a free name right before the dot or bracket. */
function servedName(target: ExpressionNode, environment: Environment): NameNode | undefined {
  const isFree = target.kind === 'name' && environment.resolve(target.name) === undefined;
  return isFree ? target : undefined;
}

/**
 * `target.key`, strict unless `isOptional`. The target of a free name is read optionally even in strict
 * code, because the scope may serve attributes of a name that has no value itself.
 */
export function compileAttribute(
  node: AttributeNode,
  compiler: Compiler,
  isOptional: boolean,
): EvaluateOptional {
  const { key } = node;
  const name = servedName(node.target, compiler.environment);
  const evaluate = compileTarget(node.target, compiler, isOptional || name !== undefined);
  return (context) => {
    const target = evaluate(context);
    const own = ownProperty(target, key);
    const found = own === undefined ? served(context, name, key) : own;
    if (found !== undefined || isOptional) return found;
    if (target === undefined) throw missingTarget(node.target);
    throw missingAttribute(target, key, siteOf(context, node, '.'));
  };
}

/** `target[index]`, strict unless `isOptional`. */
export function compileIndex(
  node: IndexNode,
  compiler: Compiler,
  isOptional: boolean,
): EvaluateOptional {
  const name = servedName(node.target, compiler.environment);
  const evaluate = compileTarget(node.target, compiler, isOptional || name !== undefined);
  const evaluateIndex = compiler.compile(node.index).evaluate;
  return (context) => {
    const target = evaluate(context);
    const index = evaluateIndex(context);
    const site = siteOf(context, node, '[]');
    const own = target === undefined ? undefined : readItem(target, index, site);
    const found = own === undefined ? served(context, name, index) : own;
    if (found !== undefined || isOptional) return found;
    if (target === undefined) throw missingTarget(node.target);
    throw missingItem(target, index, site);
  };
}

/** A strict closure for `evaluateOptional`s that throw where the value is missing. */
export function strict(evaluate: EvaluateOptional, node: ExpressionNode): Evaluate {
  return (context) => {
    const value = evaluate(context);
    if (value === undefined) throw missingTarget(node);
    return value;
  };
}

function compileTarget(
  target: ExpressionNode,
  compiler: Compiler,
  isOptional: boolean,
): EvaluateOptional {
  return isOptional ? compiler.compileOptional(target) : compiler.compile(target).evaluate;
}

function served(context: Context, name: NameNode | undefined, key: Value): Value | undefined {
  if (name === undefined || typeof key !== 'string' || isForbiddenKey(key)) return undefined;
  return context.scope.attribute?.(name.name, key);
}

function missingTarget(target: ExpressionNode): Error {
  if (target.kind === 'name') return unknownName(target);
  return problemAt(target, 'unknown-attribute', 'This value is missing.');
}
