/** Turns inputs and arguments of filters and functions into what they work on, or says why that fails. */
import { isForbiddenKey } from '#core/base/json.ts';
import { readPath } from './access.ts';
import { chargeText, charge } from './budget.ts';
import { problemAt } from './problem.ts';
import type { Site } from './signature.ts';
import { charactersOf } from './text.ts';
import { describeValue, isList, isMapping, numberOf, quote, toText, type Value } from './value.ts';

/** A `type-mismatch`: what the call needs, and what it got. */
export function unsuited(value: Value, needs: string, site: Site): Error {
  return problemAt(
    site,
    'type-mismatch',
    `${quote(site.name)} needs ${needs}, but got ${describeValue(value)}.`,
  );
}

/** The text of a scalar, charged for scanning it. Lists and objects are refused. */
export function textInput(value: Value, site: Site): string {
  if (isList(value) || isMapping(value)) throw unsuited(value, 'text', site);
  const text = toText(value);
  chargeText(site.budget, text.length, site);
  return text;
}

export function numberInput(value: Value, site: Site): number {
  const number = numberOf(value);
  if (number !== undefined) return number;
  const hint = typeof value === 'string' ? ' (use “| float” to read one from text)' : '';
  throw unsuited(value, `a number${hint}`, site);
}

/** The items of a list, the characters of a text or the keys of an object, charged for. */
export function listInput(value: Value, site: Site): readonly Value[] {
  if (isList(value)) {
    charge(site.budget, value.length, site);
    return value;
  }
  if (typeof value === 'string') {
    charge(site.budget, value.length, site);
    return charactersOf(value);
  }
  if (!isMapping(value)) throw unsuited(value, 'a list', site);
  const keys = Object.keys(value).filter((key) => !isForbiddenKey(key));
  charge(site.budget, keys.length, site);
  return keys;
}

export function textArgument(value: Value | undefined, fallback: string, site: Site): string {
  if (value === undefined || value === null) return fallback;
  return textInput(value, site);
}

export function wholeArgument(value: Value | undefined, fallback: number, site: Site): number {
  if (value === undefined || value === null) return fallback;
  const number = numberOf(value);
  if (number === undefined || !Number.isInteger(number))
    throw unsuited(value, 'a whole number', site);
  return number;
}

/** The attribute at a dotted path of each item, or the items themselves without a path. */
export function pluck(
  items: readonly Value[],
  attribute: Value | undefined,
  site: Site,
): readonly Value[] {
  if (attribute === undefined || attribute === null) return items;
  const path = toText(attribute);
  return items.map((item) => {
    const value = readPath(item, path);
    if (value !== undefined) return value;
    throw problemAt(
      site,
      'unknown-attribute',
      `${quote(site.name)} found ${describeValue(item)} without the attribute ${quote(path)}.`,
    );
  });
}
