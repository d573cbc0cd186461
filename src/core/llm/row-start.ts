/** How a row begins: what tells it from other braces, also where the text before it is broken. */

/** The key of `{ "key" :`, also in single quotes or none. */
export function firstKey(head: string): string {
  return head
    .slice(1, -1)
    .trim()
    .replace(/^["']|["']$/g, '');
}

/** Finds `{ "name" :` with any of the names as the first key, also in single quotes or none. */
export function rowStartPattern(names: readonly string[]): RegExp {
  const either = names.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
  return new RegExp(`\\{\\s{0,20}["']?(?:${either})["']?\\s{0,5}:`);
}
