/** A field that holds numbers and something else: how many of each, and where the others stand. */
import { counted } from '#core/base/counted.ts';
import type { JsonValue } from '#core/base/json.ts';
import { listWords } from '#core/base/list-words.ts';
import { isNumeric } from './type-rows.ts';

const mostWords = 3;
const mostPlaces = 3;
const longestWord = 40;

/**
 * Such as `1,204 numbers, 3 words (“n/a” in rows 7 and 31, “-” in row 40)`, rows counted from one. Undefined
 * where all values are of one kind, or where the numbers are the fewer. Blanks are neither.
 */
export function mixedValues(values: readonly JsonValue[]): string | undefined {
  const places = new Map<string, number[]>();
  let words = 0;
  for (const [row, value] of values.entries()) {
    if (isBlank(value) || isNumber(value)) continue;
    words += 1;
    const word = typeof value === 'string' ? value : JSON.stringify(value);
    const rows = places.get(word);
    if (rows === undefined) places.set(word, [row + 1]);
    else rows.push(row + 1);
    if (words > values.length / 2) return undefined;
  }
  const numbers = values.filter((value) => !isBlank(value)).length - words;
  if (words === 0 || numbers < words) return undefined;
  const shown = [...places].slice(0, mostWords).map(([word, rows]) => placeWords(word, rows));
  const rest = places.size > mostWords ? ' and others' : '';
  return `${counted(numbers, 'number')}, ${counted(words, 'word')} (${shown.join(', ')}${rest})`;
}

function isBlank(value: JsonValue): boolean {
  return value === null || value === '';
}

function isNumber(value: JsonValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && isNumeric(value.trim()));
}

function placeWords(word: string, rows: readonly number[]): string {
  const cut = word.length > longestWord ? `${word.slice(0, longestWord - 1)}…` : word;
  const shown = rows.slice(0, mostPlaces).map((row) => row.toLocaleString('en'));
  const more = rows.length - shown.length;
  if (more > 0) return `“${cut}” in rows ${shown.join(', ')} and ${more.toLocaleString('en')} more`;
  return `“${cut}” in ${shown.length === 1 ? 'row' : 'rows'} ${listWords(shown)}`;
}
