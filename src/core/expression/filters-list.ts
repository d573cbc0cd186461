/** Filters that work on lists; most also take the characters of a text or the keys of an object. */
import { isForbiddenKey } from '#core/base/json.ts';
import { charge, chargeText, textWithin } from './budget.ts';
import { listInput, numberInput, pluck, textArgument, unsuited } from './coerce.ts';
import { distinct, extreme, sorted, sumOf } from './collect.ts';
import type { ArgumentValues, FilterDefinition, Site } from './signature.ts';
import { charactersOf } from './text.ts';
import { evaluateTest, isMapping, type Value } from './value.ts';

const lengthFilter: FilterDefinition = {
  parameters: [],
  required: 0,
  apply: (input, _, site) => lengthOf(input, site),
};

/** Characters of a text, items of a list, keys of an object. Throws `type-mismatch`. */
export function lengthOf(input: Value, site: Site): number {
  return listInput(input, site).length;
}

export const listFilters: readonly (readonly [string, FilterDefinition])[] = [
  ['length', lengthFilter],
  ['count', lengthFilter],
  ['list', { parameters: [], required: 0, apply: (input, _, site) => listInput(input, site) }],
  ['first', { parameters: [], required: 0, apply: (input, _, site) => listInput(input, site)[0] }],
  [
    'last',
    { parameters: [], required: 0, apply: (input, _, site) => listInput(input, site).at(-1) },
  ],
  ['items', { parameters: [], required: 0, apply: items }],
  ['join', { parameters: ['d', 'attribute'], required: 0, apply: join }],
  ['reverse', { parameters: [], required: 0, apply: reverse }],
  ['min', extremeFilter(1)],
  ['max', extremeFilter(-1)],
  [
    'sort',
    {
      parameters: ['reverse', 'case_sensitive', 'attribute'],
      required: 0,
      apply: (input, [reversed, isCaseSensitive, attribute], site) => {
        const isReversed = evaluateTest(reversed ?? false);
        return sorted(listInput(input, site), { isReversed, isCaseSensitive, attribute }, site);
      },
    },
  ],
  [
    'unique',
    {
      parameters: ['case_sensitive', 'attribute'],
      required: 0,
      apply: (input, [isCaseSensitive, attribute], site) =>
        distinct(listInput(input, site), { isCaseSensitive, attribute }, site),
    },
  ],
  [
    'sum',
    {
      parameters: ['attribute', 'start'],
      required: 0,
      apply: (input, [attribute, start], site) =>
        sumOf(pluck(listInput(input, site), attribute, site), numberInput(start ?? 0, site), site),
    },
  ],
];

function extremeFilter(direction: 1 | -1): FilterDefinition {
  return {
    parameters: ['case_sensitive', 'attribute'],
    required: 0,
    apply: (input, [isCaseSensitive, attribute], site) =>
      extreme(listInput(input, site), { direction, isCaseSensitive, attribute }, site),
  };
}

/** The pairs `[key, value]` of an object. */
function items(input: Value, _: ArgumentValues, site: Site): Value {
  if (!isMapping(input)) throw unsuited(input, 'an object', site);
  const entries = Object.entries(input).filter(([key]) => !isForbiddenKey(key));
  charge(site.budget, entries.length, site);
  return entries;
}

function join(input: Value, [separator, attribute]: ArgumentValues, site: Site): string {
  const between = textArgument(separator, '', site);
  const values = pluck(listInput(input, site), attribute, site);
  const texts = values.map((value) => textWithin(site.budget, value, site));
  const length = texts.reduce((sum, text) => sum + text.length + between.length, 0);
  chargeText(site.budget, length, site);
  return texts.join(between);
}

function reverse(input: Value, _: ArgumentValues, site: Site): Value {
  if (typeof input !== 'string') return listInput(input, site).toReversed();
  chargeText(site.budget, input.length, site);
  return charactersOf(input).toReversed().join('');
}
