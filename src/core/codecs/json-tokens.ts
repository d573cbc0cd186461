/** Tokens of a JSON text with their places. Anything that is no token, comments included, is passed over. */
import { parseJson } from '#core/base/json.ts';

export interface JsonToken {
  readonly kind: 'open-object' | 'open-list' | 'close' | 'string' | 'scalar';
  /** Half-open, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

// Comments come before words, or their text would be read as values.
const tokenPattern =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|[[\]{}]|[^\s,:[\]{}"/]+/g;

const kinds: Readonly<Record<string, JsonToken['kind'] | 'comment'>> = {
  '{': 'open-object',
  '[': 'open-list',
  '}': 'close',
  ']': 'close',
  '"': 'string',
  '/': 'comment',
};

/** In the order of the text. Never throws; a string that is not closed ends at its line. */
export function* scanJsonTokens(text: string): Generator<JsonToken> {
  const pattern = new RegExp(tokenPattern);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const kind = kinds[match[0].charAt(0)] ?? 'scalar';
    if (kind !== 'comment') yield { kind, start: match.index, end: pattern.lastIndex };
  }
}

/** The text a string token stands for; of a broken one, what is between its quotes. */
export function decodeJsonString(literal: string): string {
  if (!literal.includes('\\') && literal.length > 1 && literal.endsWith('"'))
    return literal.slice(1, -1);
  const parsed = parseJson(literal);
  return parsed.ok && typeof parsed.value === 'string' ? parsed.value : literal.slice(1);
}
