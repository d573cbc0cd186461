/**
 * `+ - * / // % ** ~` on any two values, with Python's meaning of `//` and `%`, booleans as 0 and 1, and
 * an error instead of Infinity or NaN. Powers with whole and half exponents are multiplied out, because engines
 * may differ in the last digit of `Math.pow` and rows must not.
 */
import type { ArithmeticOperator, BinaryOperator } from './ast.ts';
import { charge, chargeText, textWithin } from './budget.ts';
import { problemAt } from './problem.ts';
import type { Site } from './signature.ts';
import { describeValue, isList, numberOf, type Value } from './value.ts';

/** Evaluates one operator. `site.name` is the operator. Throws `ExpressionError` at the site. */
export function applyOperator(
  operator: BinaryOperator,
  [left, right]: readonly [Value, Value],
  site: Site,
): Value {
  if (operator === '~') return joinTexts(left, right, site);
  if (operator === '+') return add(left, right, site);
  if (operator === '*') return multiply(left, right, site);
  return onNumbers(operator, [left, right], site);
}

/** The value, or `not-finite` at the site when it is Infinity or NaN. */
export function assertFinite(value: number, site: Site): number {
  if (Number.isFinite(value)) return value;
  throw problemAt(
    site,
    'not-finite',
    `The result of “${site.name}” is too large or no real number.`,
  );
}

function onNumbers(
  operator: ArithmeticOperator,
  [left, right]: readonly [Value, Value],
  site: Site,
): number {
  const first = numberOf(left);
  const second = numberOf(right);
  if (first === undefined || second === undefined) throw mismatch([left, right], site);
  return assertFinite(kernels[operator](first, second, site), site);
}

type Kernel = (left: number, right: number, site: Site) => number;

const kernels: Readonly<Record<ArithmeticOperator, Kernel>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right, site) => left / nonZero(right, site),
  '//': (left, right, site) => floorDivide(left, nonZero(right, site)),
  '%': (left, right, site) => modulo(left, nonZero(right, site)),
  '**': power,
};

function nonZero(divisor: number, site: Site): number {
  if (divisor !== 0) return divisor;
  throw problemAt(site, 'division-by-zero', 'This divides by zero.');
}

/** The remainder takes the sign of the divisor, as in Python. */
export function modulo(left: number, right: number): number {
  const remainder = left % right;
  if (remainder === 0) return 0;
  return remainder < 0 === right < 0 ? remainder : remainder + right;
}

/** Rounds down, and agrees with `modulo`: `left == right * (left // right) + left % right`. */
function floorDivide(left: number, right: number): number {
  const quotient = (left - modulo(left, right)) / right;
  const floor = Math.floor(quotient);
  return (quotient - floor > 0.5 ? floor + 1 : floor) || 0;
}

const largestMultipliedExponent = 1024;

function power(base: number, exponent: number, site: Site): number {
  if (base === 0 && exponent < 0)
    throw problemAt(site, 'division-by-zero', 'Zero to a negative power divides by zero.');
  const size = Math.abs(exponent);
  const hasRoot = size % 1 === 0.5;
  const isExact = size <= largestMultipliedExponent && (Number.isInteger(size) || hasRoot);
  if (!isExact) return base ** exponent;
  const result = multiplyOut(base, Math.floor(size)) * (hasRoot ? Math.sqrt(base) : 1);
  return exponent < 0 ? 1 / result : result;
}

function multiplyOut(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

function add(left: Value, right: Value, site: Site): Value {
  if (typeof left === 'string' && typeof right === 'string') return joinTexts(left, right, site);
  if (isList(left) && isList(right)) {
    charge(site.budget, left.length + right.length, site);
    return [...left, ...right];
  }
  return onNumbers('+', [left, right], site);
}

function joinTexts(left: Value, right: Value, site: Site): string {
  const first = textWithin(site.budget, left, site);
  const second = textWithin(site.budget, right, site);
  chargeText(site.budget, first.length + second.length, site);
  return first + second;
}

function multiply(left: Value, right: Value, site: Site): Value {
  const isSwapped = typeof right === 'string' || isList(right);
  const [repeated, factor] = isSwapped ? [right, left] : [left, right];
  const count = numberOf(factor);
  const isRepeatable = typeof repeated === 'string' || isList(repeated);
  if (!isRepeatable || count === undefined) return onNumbers('*', [left, right], site);
  if (!Number.isInteger(count))
    throw problemAt(
      site,
      'type-mismatch',
      `Only a whole number can repeat text or a list, not ${count}.`,
    );
  return repeat(repeated, Math.max(0, count), site);
}

function repeat(value: string | readonly Value[], count: number, site: Site): Value {
  if (typeof value === 'string') {
    if (value === '') return '';
    chargeText(site.budget, value.length * count, site);
    return value.repeat(count);
  }
  charge(site.budget, value.length * count, site);
  return Array.from({ length: value.length && count }, () => value).flat();
}

/** A `type-mismatch` that names both operands. */
export function mismatch([left, right]: readonly [Value, Value], site: Site): Error {
  const isJoin = site.name === '+' && [left, right].some((value) => typeof value === 'string');
  const hint = isJoin ? ' Use “~” to join values as text.' : '';
  return problemAt(
    site,
    'type-mismatch',
    `“${site.name}” does not work on ${describeValue(left)} and ${describeValue(right)}.${hint}`,
  );
}
