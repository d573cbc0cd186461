/** Names of fields as models write them: other case, other blanks, other punctuation, the same word. */

/** The word in a name: lower case, letters and digits only. */
function foldName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * From a name in an answer to the name that was asked for; undefined for one that nobody asked for. A
 * name that stands for two of those asked for is known by its exact spelling only.
 */
export function createNameMatcher(asked: readonly string[]): (name: string) => string | undefined {
  const exact = new Set(asked);
  const byWord = new Map<string, string | undefined>();
  for (const name of asked) {
    const word = foldName(name);
    byWord.set(word, byWord.has(word) ? undefined : name);
  }
  return (name) => (exact.has(name) ? name : byWord.get(foldName(name)));
}
