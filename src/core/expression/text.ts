/** Text counted in characters (code points) as in Python, so that an emoji is one and is never cut in half. */

const surrogate = /[\uD800-\uDFFF]/;

/** The characters of a text, in order. */
export function charactersOf(text: string): readonly string[] {
  return surrogate.test(text) ? Array.from(text) : text.split('');
}

export function characterCount(text: string): number {
  return surrogate.test(text) ? Array.from(text).length : text.length;
}

/** The first `count` characters. */
export function takeCharacters(text: string, count: number): string {
  return surrogate.test(text) ? Array.from(text).slice(0, count).join('') : text.slice(0, count);
}

/** First letter in upper case, the rest in lower case. */
export function capitalise(text: string): string {
  const first = takeCharacters(text, 1);
  return first.toUpperCase() + text.slice(first.length).toLowerCase();
}

/** Replaces halves of a surrogate pair that stand alone, which cannot be encoded. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
