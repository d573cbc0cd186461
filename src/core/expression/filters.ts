/** The table of all filters, with those that belong to no group. Names and arguments follow Jinja. */
import { charge } from './budget.ts';
import { listInput, textArgument } from './coerce.ts';
import { readPath } from './access.ts';
import { listFilters } from './filters-list.ts';
import { textFilters } from './filters-text.ts';
import { absolute, rounded, toFloat, toInteger } from './numbers.ts';
import { problemAt } from './problem.ts';
import type { ArgumentValues, FilterDefinition, Site } from './signature.ts';
import { evaluateTest, quote, type Value } from './value.ts';

/**
 * `default` is the one filter whose input may be undefined: the compiler hands it null then, and
 * decides itself. Here it only replaces false values when its second argument asks for that.
 */
const defaultFilter: FilterDefinition = {
  parameters: ['default_value', 'boolean'],
  required: 0,
  apply: (input, [fallback, replacesFalse]) =>
    evaluateTest(replacesFalse ?? false) && !evaluateTest(input)
      ? fallback === undefined
        ? ''
        : fallback
      : input,
};

const mapFilter: FilterDefinition = {
  parameters: ['filter', 'attribute', 'default'],
  required: 0,
  apply: mapItems,
};

/** By name. Definitions check what they get; the number of arguments is checked while parsing. */
export const filters: ReadonlyMap<string, FilterDefinition> = new Map([
  ...textFilters,
  ...listFilters,
  ['default', defaultFilter],
  ['d', defaultFilter],
  ['abs', { parameters: [], required: 0, apply: (input, _, site) => absolute(input, site) }],
  ['round', { parameters: ['precision', 'method'], required: 0, apply: rounded }],
  [
    'int',
    {
      parameters: ['default'],
      required: 0,
      apply: (input, [other], site) => toInteger(input, other, site),
    },
  ],
  [
    'float',
    {
      parameters: ['default'],
      required: 0,
      apply: (input, [other], site) => toFloat(input, other, site),
    },
  ],
  ['map', mapFilter],
] satisfies (readonly [string, FilterDefinition])[]);

/** Names of all filters in alphabetical order, for completion and suggestions. */
export const filterNames: readonly string[] = Array.from(filters.keys()).sort();

/** `map(attribute='name')` picks an attribute of each item, `map('upper')` applies a filter to each. */
function mapItems(
  input: Value,
  [filterName, attribute, fallback]: ArgumentValues,
  site: Site,
): readonly Value[] {
  const values = listInput(input, site);
  if (attribute !== undefined) {
    const path = textArgument(attribute, '', site);
    return values.map((value) => {
      const found = readPath(value, path);
      return present(found === undefined ? fallback : found, path, site);
    });
  }
  const name = textArgument(filterName, '', site);
  const filter = filters.get(name);
  if (filter === undefined || filter === mapFilter || filter.required > 0)
    throw problemAt(site, 'unknown-filter', `“map” cannot apply a filter named ${quote(name)}.`);
  return values.map((value) => {
    charge(site.budget, 1, site);
    return present(filter.apply(value, [], site), name, site);
  });
}

function present(value: Value | undefined, what: string, site: Site): Value {
  if (value !== undefined) return value;
  throw problemAt(site, 'unknown-attribute', `“map” found an item without ${quote(what)}.`);
}
