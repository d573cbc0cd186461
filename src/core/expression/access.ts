/**
 * Reads attributes, items and slices. Only own properties exist, and the names that lead to prototypes
 * are unknown even where untrusted JSON made them own properties.
 */
import { isForbiddenKey } from '#core/base/json.ts';
import { charge, chargeText } from './budget.ts';
import { problemAt } from './problem.ts';
import type { Site } from './signature.ts';
import { charactersOf } from './text.ts';
import { describeValue, isList, isMapping, quote, type Value } from './value.ts';

/** The own property `key` of an object; undefined when there is none or the value is no object. */
export function ownProperty(target: Value | undefined, key: string): Value | undefined {
  if (!isMapping(target) || isForbiddenKey(key)) return undefined;
  return Object.hasOwn(target, key) ? target[key] : undefined;
}

/** Follows a dotted path such as `maker.country` or `0.name` through objects and lists. */
export function readPath(target: Value, path: string): Value | undefined {
  let value: Value | undefined = target;
  for (const key of path.split('.'))
    value = isList(value) && /^\d+$/.test(key) ? value[Number(key)] : ownProperty(value, key);
  return value;
}

/**
 * The item of a list or text at a whole number (negative counts from the end), or the value of an
 * object at a key; undefined when there is none. Throws `type-mismatch` on anything else.
 */
export function readItem(target: Value, index: Value, site: Site): Value | undefined {
  if (isMapping(target) && typeof index === 'string') return ownProperty(target, index);
  if ((isList(target) || typeof target === 'string') && Number.isInteger(index)) {
    if (typeof target === 'string') chargeText(site.budget, target.length, site);
    const items = typeof target === 'string' ? charactersOf(target) : target;
    return items.at(index as number);
  }
  if (typeof index === 'string') return undefined;
  throw problemAt(
    site,
    'type-mismatch',
    `${capitalised(describeValue(target))} has no item at ${describeValue(index)}.`,
  );
}

/** The problem of an item that is not there. */
export function missingItem(target: Value, index: Value, site: Site): Error {
  if (typeof index === 'string') return missingAttribute(target, index, site);
  return problemAt(
    site,
    'out-of-range',
    `${capitalised(describeValue(target))} has no item at ${describeValue(index)}. Use “| default('…')” where it may be missing.`,
  );
}

/** The problem of an attribute that is not there. */
export function missingAttribute(target: Value, key: string, site: Site): Error {
  const isLength = key === 'length' && (isList(target) || typeof target === 'string');
  const hint = isLength ? ' Use “| length”.' : '';
  return problemAt(
    site,
    'unknown-attribute',
    `${capitalised(describeValue(target))} has no attribute ${quote(key)}.${hint}`,
  );
}

export interface SliceBounds {
  readonly from: Value | undefined;
  readonly to: Value | undefined;
  readonly step: Value | undefined;
}

/** `target[from:to:step]` as in Python, on lists and texts. Throws `type-mismatch`. */
export function readSlice(target: Value, bounds: SliceBounds, site: Site): Value {
  if (typeof target !== 'string' && !isList(target))
    throw problemAt(
      site,
      'type-mismatch',
      `${capitalised(describeValue(target))} cannot be sliced.`,
    );
  charge(site.budget, target.length, site);
  if (typeof target !== 'string') return sliceItems(target, bounds, site);
  return sliceItems(charactersOf(target), bounds, site).join('');
}

function sliceItems<Item extends Value>(
  items: readonly Item[],
  bounds: SliceBounds,
  site: Site,
): readonly Item[] {
  const step = wholeNumber(bounds.step, 1, site);
  if (step === 0) throw problemAt(site, 'invalid-value', 'The step of a slice cannot be zero.');
  const { length } = items;
  const clamp = (position: number): number => {
    const offset = position < 0 ? position + length : position;
    return step > 0
      ? Math.min(Math.max(offset, 0), length)
      : Math.min(Math.max(offset, -1), length - 1);
  };
  const from = bounds.from ?? null;
  const to = bounds.to ?? null;
  const start = from === null ? (step > 0 ? 0 : length - 1) : clamp(wholeNumber(from, 0, site));
  const stop = to === null ? (step > 0 ? length : -1) : clamp(wholeNumber(to, 0, site));
  const picked: Item[] = [];
  for (let index = start; step > 0 ? index < stop : index > stop; index += step) {
    const item = items[index];
    if (item !== undefined) picked.push(item);
  }
  return picked;
}

function wholeNumber(value: Value | undefined, fallback: number, site: Site): number {
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw problemAt(
    site,
    'type-mismatch',
    `A slice needs whole numbers, not ${describeValue(value)}.`,
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
