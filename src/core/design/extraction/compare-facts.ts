/**
 * Facts that were given against facts that were read back out of a text. Order does not matter: items of
 * lists are paired with the item they share most with, at any depth.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';

export interface FactComparison {
  /** Given and found. */
  readonly hits: number;
  /** Given and not found, in words. */
  readonly missing: readonly string[];
  /** Found and not given, in words. */
  readonly invented: readonly string[];
}

const nothing: FactComparison = { hits: 0, missing: [], invented: [] };

/** Null, blank texts and empty lists are no facts. Takes time in the product of the lengths of two lists. */
export function compareFacts(given: JsonValue, found: JsonValue): FactComparison {
  if (Array.isArray(given) || Array.isArray(found))
    return compareLists(listOf(given), listOf(found));
  if (isJsonObject(given) || isJsonObject(found)) return compareObjects(given, found);
  const [expected, read] = [leafText(given), leafText(found)];
  if (expected === '' && read === '') return nothing;
  if (isSameLeaf(expected, read)) return { hits: 1, missing: [], invented: [] };
  return {
    hits: 0,
    missing: expected === '' ? [] : [leafWords(given)],
    invented: read === '' ? [] : [leafWords(found)],
  };
}

/** Every single fact in a value, as text. */
export function leavesOf(value: JsonValue): readonly string[] {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap(leavesOf);
  if (isJsonObject(value)) return Object.values(value).flatMap(leavesOf);
  const text = leafWords(value).trim();
  return text === '' ? [] : [text];
}

/** Of the facts in a value those that a text does not mention, without regard to case and punctuation. */
export function unmentioned(value: JsonValue, text: string): readonly string[] {
  const plain = ` ${normalise(text)} `;
  return leavesOf(value).filter((leaf) => !plain.includes(` ${normalise(leaf)} `));
}

function listOf(value: JsonValue): readonly JsonValue[] {
  if (Array.isArray(value)) return value as readonly JsonValue[];
  return value === null || value === '' ? [] : [value];
}

function compareLists(given: readonly JsonValue[], found: readonly JsonValue[]): FactComparison {
  const left = [...found];
  const parts: FactComparison[] = [];
  for (const item of given) {
    let best = -1;
    let closest = compareFacts(item, null);
    for (const [index, candidate] of left.entries()) {
      const compared = compareFacts(item, candidate);
      if (compared.hits > closest.hits) [best, closest] = [index, compared];
    }
    if (best >= 0) left.splice(best, 1);
    parts.push(closest);
  }
  return sum([...parts, ...left.map((item) => compareFacts(null, item))]);
}

function compareObjects(given: JsonValue, found: JsonValue): FactComparison {
  const [expected, read] = [objectOf(given), objectOf(found)];
  const keys = new Set([...Object.keys(expected), ...Object.keys(read)]);
  const own = (object: JsonObject, key: string): JsonValue =>
    Object.hasOwn(object, key) ? (object[key] ?? null) : null;
  return sum([...keys].map((key) => compareFacts(own(expected, key), own(read, key))));
}

/** A single value where an object was expected is one fact without a name. */
function objectOf(value: JsonValue): JsonObject {
  if (isJsonObject(value)) return value;
  return value === null ? {} : { '': value };
}

function sum(parts: readonly FactComparison[]): FactComparison {
  return {
    hits: parts.reduce((total, { hits }) => total + hits, 0),
    missing: parts.flatMap(({ missing }) => missing),
    invented: parts.flatMap(({ invented }) => invented),
  };
}

function leafWords(value: JsonValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function leafText(value: JsonValue): string {
  return normalise(leafWords(value));
}

/** Case, punctuation and blanks make no difference; digits do. */
function normalise(text: string): string {
  const folded = text.normalize('NFKC').toUpperCase().toLowerCase();
  return folded
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/[^\p{L}\p{M}\p{N}.]+|\.(?!\d)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `12.50` is 12.5; a text of signs only is compared as blank. */
function isSameLeaf(expected: string, read: string): boolean {
  if (expected === read) return true;
  return expected !== '' && read !== '' && Number(expected) === Number(read);
}
