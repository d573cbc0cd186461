/**
 * Closures for arithmetic. Each operator has its own closure with the case of two numbers written out,
 * because that is nearly every evaluation; anything else goes to `applyOperator`.
 */
import type { BinaryNode, BinaryOperator } from './ast.ts';
import { applyOperator } from './arithmetic.ts';
import { createBudget } from './budget.ts';
import {
  constantOf,
  siteOf,
  variable,
  type Compiled,
  type Compiler,
  type Context,
  type Evaluate,
} from './evaluate.ts';
import { ExpressionError } from './problem.ts';
import type { Value } from './value.ts';

type Slow = (left: Value, right: Value, context: Context) => Value;

interface Operands {
  readonly left: Evaluate;
  readonly right: Evaluate;
  readonly slow: Slow;
}

/** Folds two constants; otherwise picks the closure of the operator. */
export function compileBinary(node: BinaryNode, compiler: Compiler): Compiled {
  const { operator } = node;
  const left = compiler.compile(node.left);
  const right = compiler.compile(node.right);
  const slow: Slow = (first, second, context) =>
    applyOperator(operator, [first, second], siteOf(context, node, operator));
  if (typeof left.constant === 'number' && typeof right.constant === 'number') {
    const folded = fold(node, left.constant, right.constant);
    if (folded !== undefined) return constantOf(folded);
  }
  if (typeof right.constant === 'number' && operator in withNumber)
    return variable(
      withNumber[operator as keyof typeof withNumber](left.evaluate, right.constant, slow),
    );
  const operands = { left: left.evaluate, right: right.evaluate, slow };
  return variable((closures[operator] ?? general)(operands));
}

/** Undefined where the operation fails: the error then comes at evaluation, with its position. */
function fold(
  { operator, start, end }: BinaryNode,
  left: number,
  right: number,
): Value | undefined {
  try {
    return applyOperator(operator, [left, right], {
      budget: createBudget(),
      start,
      end,
      name: operator,
    });
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function general({ left, right, slow }: Operands): Evaluate {
  return (context) => slow(left(context), right(context), context);
}

const closures: Partial<Record<BinaryOperator, (operands: Operands) => Evaluate>> = {
  '+':
    ({ left, right, slow }) =>
    (context) => {
      const first = left(context);
      const second = right(context);
      if (typeof first === 'number' && typeof second === 'number') {
        const result = first + second;
        if (Number.isFinite(result)) return result;
      }
      return slow(first, second, context);
    },
  '-':
    ({ left, right, slow }) =>
    (context) => {
      const first = left(context);
      const second = right(context);
      if (typeof first === 'number' && typeof second === 'number') {
        const result = first - second;
        if (Number.isFinite(result)) return result;
      }
      return slow(first, second, context);
    },
  '*':
    ({ left, right, slow }) =>
    (context) => {
      const first = left(context);
      const second = right(context);
      if (typeof first === 'number' && typeof second === 'number') {
        const result = first * second;
        if (Number.isFinite(result)) return result;
      }
      return slow(first, second, context);
    },
  '/':
    ({ left, right, slow }) =>
    (context) => {
      const first = left(context);
      const second = right(context);
      if (typeof first === 'number' && typeof second === 'number') {
        const result = first / second;
        if (Number.isFinite(result)) return result;
      }
      return slow(first, second, context);
    },
};

/** The same with a number on the right that is known while compiling. */
const withNumber = {
  '+':
    (left: Evaluate, number: number, slow: Slow): Evaluate =>
    (context) => {
      const first = left(context);
      if (typeof first === 'number') {
        const result = first + number;
        if (Number.isFinite(result)) return result;
      }
      return slow(first, number, context);
    },
  '-':
    (left: Evaluate, number: number, slow: Slow): Evaluate =>
    (context) => {
      const first = left(context);
      if (typeof first === 'number') {
        const result = first - number;
        if (Number.isFinite(result)) return result;
      }
      return slow(first, number, context);
    },
  '*':
    (left: Evaluate, number: number, slow: Slow): Evaluate =>
    (context) => {
      const first = left(context);
      if (typeof first === 'number') {
        const result = first * number;
        if (Number.isFinite(result)) return result;
      }
      return slow(first, number, context);
    },
};
