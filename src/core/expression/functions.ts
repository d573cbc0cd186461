/** The functions that can be called by name. Each result is bounded by the limits and paid from the budget. */
import { limits } from '#core/base/limits.ts';
import { charge, chargeValue } from './budget.ts';
import { listInput, unsuited, wholeArgument } from './coerce.ts';
import { extreme, sumOf } from './collect.ts';
import { lengthOf } from './filters-list.ts';
import { absolute, rounded, toFloat, toInteger } from './numbers.ts';
import { problemAt } from './problem.ts';
import type { ArgumentValues, FunctionDefinition, Site } from './signature.ts';
import { toText, type Value } from './value.ts';

function ofOne(call: (value: Value, site: Site) => Value): FunctionDefinition {
  return { parameters: ['value'], required: 1, call: ([value], site) => call(value ?? null, site) };
}

/** By name. */
export const functions: ReadonlyMap<string, FunctionDefinition> = new Map([
  ['range', { parameters: ['start', 'stop', 'step'], required: 1, call: range }],
  ['min', extremeFunction(1)],
  ['max', extremeFunction(-1)],
  ['abs', ofOne(absolute)],
  [
    'round',
    {
      parameters: ['number', 'ndigits'],
      required: 1,
      call: ([value, digits], site) => rounded(value ?? null, [digits], site),
    },
  ],
  ['len', ofOne(lengthOf)],
  ['int', ofOne((value, site) => toInteger(value, undefined, site))],
  ['float', ofOne((value, site) => toFloat(value, undefined, site))],
  [
    'str',
    ofOne((value, site) => {
      chargeValue(site.budget, value, site);
      return toText(value);
    }),
  ],
  ['sum', ofOne((value, site) => sumOf(listInput(value, site), 0, site))],
] satisfies (readonly [string, FunctionDefinition])[]);

/** `range(stop)`, `range(start, stop)` or `range(start, stop, step)`, at most `limits.rangeItems` long. */
function range([first, second, third]: ArgumentValues, site: Site): readonly number[] {
  const start = second === undefined ? 0 : bound(first, site);
  const stop = bound(second ?? first, site);
  const step = wholeArgument(third, 1, site);
  if (step === 0) throw problemAt(site, 'invalid-value', 'The step of “range” cannot be zero.');
  const length = Math.max(0, Math.ceil((stop - start) / step));
  if (length > limits.rangeItems)
    throw problemAt(
      site,
      'budget-exceeded',
      `“range” makes at most ${limits.rangeItems.toLocaleString('en')} items, not ${length.toLocaleString('en')}.`,
    );
  charge(site.budget, length, site);
  return Array.from({ length }, (_, index) => start + index * step);
}

function bound(value: Value | undefined, site: Site): number {
  if (value === undefined || value === null) throw unsuited(null, 'whole numbers', site);
  return wholeArgument(value, 0, site);
}

/** `min(list)` or `min(a, b, …)`. */
function extremeFunction(direction: 1 | -1): FunctionDefinition {
  return {
    parameters: ['values'],
    required: 1,
    isVariadic: true,
    call: (values, site) => {
      const given = values.map((value) => value ?? null);
      const items = given.length === 1 ? listInput(given[0] ?? null, site) : given;
      const options = { direction, attribute: undefined, isCaseSensitive: true };
      const found = extreme(items, options, site);
      if (found !== undefined) return found;
      throw problemAt(site, 'empty-value', `“${site.name}” of an empty list has no result.`);
    },
  };
}
