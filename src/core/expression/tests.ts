/** The tests behind `is`. `defined` and `undefined` look at names, so the compiler answers them itself. */
import { modulo } from './arithmetic.ts';
import { numberInput } from './coerce.ts';
import { isEqual, isMember } from './comparison.ts';
import { problemAt } from './problem.ts';
import type { Site, TestDefinition } from './signature.ts';
import { isList, isMapping, type Value } from './value.ts';

function simple(holds: (input: Value) => boolean): TestDefinition {
  return { parameters: [], required: 0, holds };
}

const isNull = simple((input) => input === null);
const isIterable = simple(
  (input) => typeof input === 'string' || isList(input) || isMapping(input),
);

const equalTest: TestDefinition = {
  parameters: ['other'],
  required: 1,
  holds: (input, [other], site) => isEqual(input, other ?? null, site),
};

/** By name. */
export const tests: ReadonlyMap<string, TestDefinition> = new Map([
  ['defined', simple(() => true)],
  ['undefined', simple(() => false)],
  ['none', isNull],
  ['null', isNull],
  ['number', simple((input) => typeof input === 'number')],
  ['integer', simple((input) => Number.isInteger(input))],
  ['float', simple((input) => typeof input === 'number' && !Number.isInteger(input))],
  ['string', simple((input) => typeof input === 'string')],
  ['boolean', simple((input) => typeof input === 'boolean')],
  ['true', simple((input) => input === true)],
  ['false', simple((input) => input === false)],
  ['mapping', simple((input) => isMapping(input))],
  ['iterable', isIterable],
  ['sequence', isIterable],
  ['even', { parameters: [], required: 0, holds: (input, _, site) => divides(input, 2, site) }],
  [
    'odd',
    {
      parameters: [],
      required: 0,
      holds: (input, _, site) => modulo(numberInput(input, site), 2) === 1,
    },
  ],
  [
    'divisibleby',
    {
      parameters: ['num'],
      required: 1,
      holds: (input, [divisor], site) => divides(input, numberInput(divisor ?? null, site), site),
    },
  ],
  [
    'in',
    {
      parameters: ['seq'],
      required: 1,
      holds: (input, [container], site) => isMember(input, container ?? null, site),
    },
  ],
  ['eq', equalTest],
  ['equalto', equalTest],
] satisfies (readonly [string, TestDefinition])[]);

function divides(input: Value, divisor: number, site: Site): boolean {
  if (divisor === 0) throw problemAt(site, 'division-by-zero', 'This divides by zero.');
  return modulo(numberInput(input, site), divisor) === 0;
}
