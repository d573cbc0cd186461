/**
 * Reads numbers from values for the filters and functions `int`, `float`, `round` and `abs`. Text that
 * is no number is an error unless the author gives a default: a made-up 0 would pass as data.
 */
import { assertFinite } from './arithmetic.ts';
import { numberInput, textArgument, textInput, unsuited, wholeArgument } from './coerce.ts';
import { problemAt } from './problem.ts';
import { roundDecimal, type RoundingMethod } from './round.ts';
import type { ArgumentValues, Site } from './signature.ts';
import { numberOf, quote, type Value } from './value.ts';

const numberText = /^[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const longestNumberText = 400;

/** The number in a value; `fallback` where there is none, and `invalid-value` without a fallback. */
export function toFloat(value: Value, fallback: Value | undefined, site: Site): Value {
  const number = numberOf(value);
  if (number !== undefined) return number;
  const text = typeof value === 'string' ? textInput(value, site).trim() : '';
  if (text.length <= longestNumberText && numberText.test(text))
    return assertFinite(Number(text.replaceAll('_', '')), site);
  if (fallback !== undefined) return fallback;
  if (typeof value !== 'string') throw unsuited(value, 'a number or a text that holds one', site);
  throw problemAt(
    site,
    'invalid-value',
    `${quote(value)} is not a number. Give a default, as in “${site.name}(0)”.`,
  );
}

/** As `toFloat`, cut towards zero. */
export function toInteger(value: Value, fallback: Value | undefined, site: Site): Value {
  const number = toFloat(value, fallback, site);
  return typeof number === 'number' ? Math.trunc(number) || 0 : number;
}

export function absolute(value: Value, site: Site): number {
  return Math.abs(numberInput(value, site));
}

const roundingMethods: ReadonlySet<string> = new Set(['common', 'ceil', 'floor']);

/** `round(precision, method)`; see `roundDecimal` for how ties go. */
export function rounded(value: Value, [precision, method]: ArgumentValues, site: Site): number {
  const name = textArgument(method, 'common', site);
  if (!roundingMethods.has(name))
    throw problemAt(
      site,
      'invalid-value',
      `“round” knows “common”, “ceil” and “floor”, not ${quote(name)}.`,
    );
  const digits = wholeArgument(precision, 0, site);
  const result = roundDecimal(numberInput(value, site), digits, name as RoundingMethod);
  return assertFinite(result, site);
}

/** Dollars with two places and thousands separators: 1459.99 → `$1,459.99`, -5 → `-$5.00`. */
export function usd(value: Value, site: Site): string {
  const amount = roundDecimal(numberInput(value, site), 2);
  const size = Math.abs(amount);
  const [whole = '0', cents = '00'] =
    size < 1e21 ? size.toFixed(2).split('.') : [BigInt(size).toString()];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}$${grouped}.${cents}`;
}
