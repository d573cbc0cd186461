/** What filters and functions over lists share: sorting, smallest and largest, sums, distinct items. */
import { canonicalJson } from '#core/base/json.ts';
import { assertFinite } from './arithmetic.ts';
import { charge, chargeText, chargeValue } from './budget.ts';
import { numberInput, pluck } from './coerce.ts';
import { compareOrder } from './comparison.ts';
import type { Site } from './signature.ts';
import { evaluateTest, numberOf, type Value } from './value.ts';

export interface KeyOptions {
  readonly attribute: Value | undefined;
  readonly isCaseSensitive: Value | undefined;
}

/** The value each item is compared by: its attribute, in lower case unless case matters. */
function keysOf(items: readonly Value[], options: KeyOptions, site: Site): readonly Value[] {
  const keys = pluck(items, options.attribute, site);
  if (evaluateTest(options.isCaseSensitive ?? false)) return keys;
  return keys.map((key) => {
    if (typeof key !== 'string') return key;
    chargeText(site.budget, key.length, site);
    return key.toLowerCase();
  });
}

/** A sorted copy; equal items keep their order. Throws `type-mismatch` when two items have no order. */
export function sorted(
  items: readonly Value[],
  options: KeyOptions & { readonly isReversed: boolean },
  site: Site,
): readonly Value[] {
  charge(site.budget, items.length * Math.ceil(Math.log2(items.length + 1)), site);
  const keys = keysOf(items, options, site);
  const sign = options.isReversed ? -1 : 1;
  const pairs = items.map((item, index) => ({ item, key: keys[index] ?? null }));
  pairs.sort((left, right) => sign * compareOrder(left.key, right.key, site));
  return pairs.map((pair) => pair.item);
}

/** The first smallest (`direction` 1) or largest (-1) item; undefined for an empty list. */
export function extreme(
  items: readonly Value[],
  options: KeyOptions & { readonly direction: 1 | -1 },
  site: Site,
): Value | undefined {
  const keys = keysOf(items, options, site);
  let best = 0;
  for (let index = 1; index < items.length; index += 1) {
    const order = compareOrder(keys[index] ?? null, keys[best] ?? null, site);
    if (order * options.direction < 0) best = index;
  }
  return items[best];
}

/** The sum of the items from `start` on. Throws `type-mismatch` on an item that is no number. */
export function sumOf(items: readonly Value[], start: number, site: Site): number {
  let total = start;
  for (const item of items) total += numberInput(item, site);
  return assertFinite(total, site);
}

/** The first of each group of equal items. */
export function distinct(
  items: readonly Value[],
  options: KeyOptions,
  site: Site,
): readonly Value[] {
  const seen = new Set<string>();
  const keys = keysOf(items, options, site);
  return items.filter((_, index) => {
    const key = keys[index] ?? null;
    chargeValue(site.budget, key, site);
    const mark = canonicalJson(numberOf(key) ?? key);
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
}
