/** Closures for lists, objects, slices, signs and everything that decides between operands. */
import { isForbiddenKey } from '#core/base/json.ts';
import { readSlice } from './access.ts';
import { assertFinite } from './arithmetic.ts';
import type {
  ConditionalNode,
  DictionaryNode,
  ListNode,
  LogicNode,
  SliceNode,
  Span,
  UnaryNode,
} from './ast.ts';
import { charge, testWithin, textWithin } from './budget.ts';
import {
  constantOf,
  siteOf,
  variable,
  type Compiled,
  type Compiler,
  type Context,
  type Evaluate,
} from './evaluate.ts';
import { problemAt } from './problem.ts';
import { describeValue, numberOf, quote, type Value } from './value.ts';

export function compileList(node: ListNode, compiler: Compiler): Compiled {
  const items = node.items.map((item) => compiler.compile(item).evaluate);
  return variable((context) => {
    charge(context.budget, items.length, node);
    return items.map((item) => item(context));
  });
}

/** Keys become text; keys that lead to prototypes are refused. */
export function compileDictionary(node: DictionaryNode, compiler: Compiler): Compiled {
  const entries = node.entries.map(({ key, value }) => ({
    key: compiler.compile(key).evaluate,
    value: compiler.compile(value).evaluate,
  }));
  return variable((context) => {
    charge(context.budget, entries.length, node);
    const record: Record<string, Value> = {};
    for (const { key, value } of entries) {
      const name = textWithin(context.budget, key(context), node);
      if (isForbiddenKey(name))
        throw problemAt(
          node,
          'invalid-value',
          `${quote(name)} cannot be a key. Choose another name.`,
        );
      record[name] = value(context);
    }
    return record;
  });
}

export function compileSlice(node: SliceNode, compiler: Compiler): Compiled {
  const target = compiler.compile(node.target).evaluate;
  const [from, to, step] = [node.from, node.to, node.step].map((part) =>
    part === undefined ? undefined : compiler.compile(part).evaluate,
  );
  return variable((context) =>
    readSlice(
      target(context),
      { from: from?.(context), to: to?.(context), step: step?.(context) },
      siteOf(context, node, '[:]'),
    ),
  );
}

export function compileUnary(node: UnaryNode, compiler: Compiler): Compiled {
  const { evaluate, constant } = compiler.compile(node.operand);
  if (node.operator === 'not')
    return variable((context) => !isTrue(evaluate(context), context, node));
  const sign = node.operator === '-' ? -1 : 1;
  if (typeof constant === 'number') return constantOf(sign * constant || 0);
  return variable((context) => {
    const value = evaluate(context);
    const number = numberOf(value);
    if (number !== undefined)
      return assertFinite(sign * number || 0, siteOf(context, node, node.operator));
    throw problemAt(
      node,
      'type-mismatch',
      `“${node.operator}” needs a number, but got ${describeValue(value)}.`,
    );
  });
}

/** `and` and `or` return the operand that decided, as in Python. */
export function compileLogic(node: LogicNode, compiler: Compiler): Compiled {
  const [first, ...others] = node.operands.map((operand) => compiler.compile(operand).evaluate);
  if (first === undefined) return constantOf('');
  const decides = node.operator === 'or';
  const [second] = others;
  if (second !== undefined && others.length === 1)
    return variable((context) => {
      const value = first(context);
      return isTrue(value, context, node) === decides ? value : second(context);
    });
  return variable((context) => {
    let value = first(context);
    for (const other of others) {
      if (isTrue(value, context, node) === decides) return value;
      value = other(context);
    }
    return value;
  });
}

export function compileConditional(node: ConditionalNode, compiler: Compiler): Compiled {
  const test = compiler.compile(node.test).evaluate;
  const consequent = compiler.compile(node.consequent).evaluate;
  const alternative: Evaluate =
    node.alternative === undefined ? () => '' : compiler.compile(node.alternative).evaluate;
  return variable((context) =>
    isTrue(test(context), context, node) ? consequent(context) : alternative(context),
  );
}

function isTrue(value: Value, context: Context, at: Span): boolean {
  return value === true || (value !== false && testWithin(context.budget, value, at));
}
