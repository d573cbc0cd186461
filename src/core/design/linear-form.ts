/** Expressions that are sums of columns, each times a number, and a number. */
import type { ExpressionNode } from '#core/expression/ast.ts';

export interface LinearForm {
  /** By name; none is 0. */
  readonly factors: ReadonlyMap<string, number>;
  readonly constant: number;
}

/** Undefined for whatever else the expression is. */
export function linearForm(node: ExpressionNode): LinearForm | undefined {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'number' ? constantForm(node.value) : undefined;
    case 'name':
      return { factors: new Map([[node.name, 1]]), constant: 0 };
    case 'unary': {
      const form = node.operator === 'not' ? undefined : linearForm(node.operand);
      return form && (node.operator === '-' ? times(form, -1) : form);
    }
    case 'binary':
      return binaryForm(node.operator, linearForm(node.left), linearForm(node.right));
    default:
      return undefined;
  }
}

/** `one − other`. */
export function difference(one: LinearForm, other: LinearForm): LinearForm {
  return sum(one, times(other, -1));
}

function binaryForm(
  operator: string,
  left: LinearForm | undefined,
  right: LinearForm | undefined,
): LinearForm | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (operator === '+') return sum(left, right);
  if (operator === '-') return difference(left, right);
  if (operator === '*' && left.factors.size === 0) return times(right, left.constant);
  if (right.factors.size > 0) return undefined;
  if (operator === '*') return times(left, right.constant);
  return operator === '/' && right.constant !== 0 ? times(left, 1 / right.constant) : undefined;
}

function constantForm(constant: number): LinearForm {
  return { factors: new Map(), constant };
}

function times({ factors, constant }: LinearForm, by: number): LinearForm {
  if (by === 0) return constantForm(0);
  return {
    factors: new Map([...factors].map(([name, factor]) => [name, factor * by])),
    constant: constant * by,
  };
}

function sum(one: LinearForm, other: LinearForm): LinearForm {
  const factors = new Map(one.factors);
  for (const [name, factor] of other.factors) {
    const total = (factors.get(name) ?? 0) + factor;
    if (total === 0) factors.delete(name);
    else factors.set(name, total);
  }
  return { factors, constant: one.constant + other.constant };
}
