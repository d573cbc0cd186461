/** A sentence cut into the things it lists, and the numbers that stand in it. No grammar, only marks and small words. */

export interface Phrase {
  /** Without articles and small words, lower case. */
  readonly words: string;
  /** Values in brackets behind it, such as `(open, closed)`. */
  readonly values: readonly string[];
  /** Numbers said with it, as `8 to 20` or `between 8 and 20`. */
  readonly range?: readonly [low: number, high: number] | undefined;
}

const smallWords =
  /^(?:(?:a|an|the|its|their|his|her|of|for|with|and|or|each|every|some|one|what|which|who|whose|has|have|having|there|is|are|was|were|in|on|at|by|to|from|between|about|short|long|random|fake|realistic|synthetic|columns?|fields?|add|also|please|plus)\b\s*)+/i;

/** What a sentence asks for: the things after its colon, or all that it lists. */
export function phrasesOf(sentence: string): readonly Phrase[] {
  const [head = ''] = sentence.split(/(?<=[.!?])\s+/);
  const listed = /:(.+)$/s.exec(head)?.[1] ?? /\bwith\b(.+)$/is.exec(head)?.[1] ?? head;
  return splitOutsideBrackets(listed).flatMap((part) => {
    const phrase = phraseOf(part);
    return phrase.words === '' ? [] : [phrase];
  });
}

/** Commas, semicolons and “and” part things; not inside brackets, and not the “and” of “between 1 and 5”. */
function splitOutsideBrackets(text: string): readonly string[] {
  const hidden = text
    .replace(/\(([^)]*)\)/g, (inner) =>
      inner.replaceAll(',', '\u0001').replace(/ and | or /g, '\u0001'),
    )
    .replace(/(between\s+[\d.]+)\s+and\s+/gi, '$1\u0002');
  return hidden
    .split(/[,;]|\s+and\s+(?!a half\b)/i)
    .map((part) => part.replaceAll('\u0002', ' and ').trim())
    .filter((part) => part !== '');
}

function phraseOf(part: string): Phrase {
  const inner = /\(([^)]*)\)/.exec(part)?.[1] ?? '';
  const range = rangeIn(part);
  const words = part
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b(?:between|from|of)?\s*[\d.]+\s*(?:to|and|-|–)\s*[\d.]+.*$/i, ' ')
    .replace(/[^\p{L}\p{N}\s'’-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(smallWords, '')
    .replace(/\b(?:that|which|who|so that|because)\b.*$/i, '')
    .trim()
    .toLowerCase();
  const values = inner
    .split('\u0001')
    .map((value) => value.trim())
    .filter((value) => value !== '' && !/^\d+\s*(?:to|-|–)\s*\d+/.test(value));
  return { words, values: values.length > 1 ? values : [], range };
}

/** `8 to 20`, `8-20`, `between 8 and 20`. */
export function rangeIn(text: string): readonly [number, number] | undefined {
  const found = /([\d.]+)\s*(?:to|and|-|–)\s*[^\d\s]?([\d.]+)/.exec(text);
  const [low, high] = [Number(found?.[1]), Number(found?.[2])];
  return found !== null && low < high ? [low, high] : undefined;
}

/** How many rows were asked for; 0 when none were counted. */
export function rowsIn(text: string): number {
  const found = /\b([\d,]{1,9})\s+(?:rows|records|examples|lines|entries|items|samples)\b/i.exec(
    text,
  );
  return Number(found?.[1]?.replaceAll(',', '') ?? 0);
}

const fractions: Readonly<Record<string, number>> = {
  half: 0.5,
  third: 1 / 3,
  quarter: 0.25,
  fifth: 0.2,
  tenth: 0.1,
};

/** “A third of the jobs are rushed”, “20 % are urgent”: what is true of a share of the rows. */
export function sharesIn(
  text: string,
): readonly { readonly word: string; readonly share: number }[] {
  const pattern =
    /(?:(?:a|one)\s+(half|third|quarter|fifth|tenth)|(half)|(\d{1,2})\s*%)\s+(?:of\s+(?:the\s+)?[\p{L}]+\s+)?(?:are|is|were|have|has)\s+([\p{L}]+)/giu;
  return [...text.matchAll(pattern)].map(([, one = '', half = '', percent = '', word = '']) => ({
    word: word.toLowerCase(),
    share: fractions[(one || half).toLowerCase()] ?? Number(percent) / 100,
  }));
}
