/** Names for people and ids for references: made from any text, unique among those in use. */
import { isForbiddenKey } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { isIdentifier } from '#core/expression/tokenize.ts';

/** Names that every object inherits, so that no lookup by id can ever find something built in. */
const inheritedNames: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'length',
]);

/** Lower-case letters, digits and `_`, at most 60 characters; `fallback` when nothing is left. Accents are dropped, other scripts kept. */
export function slugOf(text: string, fallback = 'column'): string {
  const slug = text
    .slice(0, limits.nameLength)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .slice(0, 60)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/^_+|_+$/g, '');
  if (slug === '') return fallback;
  return isPlainId(slug) ? slug : `${slug}_1`;
}

/** `base` when free, else `base_2`, `base_3`, … */
export function uniqueName(base: string, taken: ReadonlySet<string>): string {
  return createNamer(taken)(base);
}

/** Names that differ from those in `taken` and from each other; quick for thousands with the same base. */
export function createNamer(taken: ReadonlySet<string>): (base: string) => string {
  const given = new Set(taken);
  const lastNumbers = new Map<string, number>();
  return (base) => {
    const stem = base.slice(0, limits.nameLength - 8).replace(/_\d{1,6}$/, '');
    let name = base;
    let number = lastNumbers.get(stem) ?? 1;
    while (given.has(name)) {
      number += 1;
      name = `${stem}_${number}`;
    }
    lastNumbers.set(stem, number);
    given.add(name);
    return name;
  };
}

/** True for ids that are safe as keys and in paths: letters, digits, `_` and `-`, at most 200 characters. */
export function isPlainId(id: string): boolean {
  return id.length <= limits.nameLength && /^[\p{L}\p{N}_-]+$/u.test(id) && !inheritedNames.has(id);
}

/** True when a column of this name can be read in templates and expressions. */
export function isReferable(name: string): boolean {
  return isIdentifier(name) && isUsableName(name);
}

/** False for names that no row can carry as a field: empty, too long, or able to reach a prototype. */
export function isUsableName(name: string): boolean {
  return name !== '' && name.length <= limits.nameLength && !isForbiddenKey(name);
}
