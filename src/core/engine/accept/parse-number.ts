/**
 * Numbers as people and models write them. Either the text means one number, or it is refused with
 * the reason: a unit that contradicts the column, a range, a magnitude word are never guessed at.
 *
 * Separators: where both `.` and `,` occur, the last kind is the decimal one. A kind that occurs more
 * than once groups thousands. A single comma with exactly three digits after it, and no other
 * separator, groups thousands (`1,299` is 1299) unless only a zero stands before it; a single point is always decimal.
 */
import { failure, success, type Result } from '#core/base/result.ts';
import { quote } from '#core/expression/value.ts';

const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,4})?$/i;
/** Prefix, sign, digits with separators, suffix. Linear: the classes of neighbours are disjoint. */
const shaped = /^([+-]?)([^\d+.,-]{0,12})([+-]?)([\d.,][\d.,'_ ]*)([^\d.,][^\d]{0,23})?$/u;
const groups = { space: /^\d{1,3}(?:[ '_]\d{3})+$/, comma: /^\d{1,3}(?:,\d{2,3})*,\d{3}$/ };
const pointGroups = /^\d{1,3}(?:\.\d{3})+$/;

/** Names under which a unit is known; the first is the unit itself. */
const unitNames: readonly (readonly string[])[] = [
  ['in', 'inch', 'inches', '"', '″', '”'],
  ['ft', 'foot', 'feet', "'", '′'],
  ['cm', 'centimetre', 'centimetres', 'centimeter', 'centimeters'],
  ['mm', 'millimetre', 'millimetres', 'millimeter', 'millimeters'],
  ['m', 'metre', 'metres', 'meter', 'meters'],
  ['km', 'kilometre', 'kilometres', 'kilometer', 'kilometers'],
  ['g', 'gram', 'grams'],
  ['kg', 'kgs', 'kilogram', 'kilograms', 'kilo', 'kilos'],
  ['lb', 'lbs', 'pound', 'pounds'],
  ['%', 'percent', 'per cent', 'pct'],
  ['usd', '$', 'us$', 'dollar', 'dollars'],
  ['eur', '€', 'euro', 'euros'],
  ['gbp', '£'],
  ['jpy', '¥', 'yen'],
  ['inr', '₹', 'rs', 'rupee', 'rupees'],
  ['s', 'sec', 'secs', 'second', 'seconds'],
  ['min', 'mins', 'minute', 'minutes'],
  ['h', 'hr', 'hrs', 'hour', 'hours'],
  ['d', 'day', 'days'],
  ['year', 'years', 'yr', 'yrs', 'y'],
];

const magnitudes = new Set(
  'k m mn mio bn b t tn thousand million billion trillion hundred dozen lakh crore'.split(' '),
);

/** `unit` is the column's; without one any unit but a magnitude (`k`, `million`) and `%` is dropped. */
export function parseNumber(text: string, unit?: string): Result<number, string> {
  const trimmed = text
    .replace(/[\u00a0\u2007\u2009\u202f\s]+/g, ' ')
    .replaceAll('\u2212', '-')
    .replaceAll('’', "'")
    .trim()
    // The point of an abbreviation is no separator.
    .replace(/^(rs|kr|fr)\. ?(?=\d)/i, '$1 ');
  if (plain.test(trimmed)) return finite(Number(trimmed), text);
  const parts = partsOf(trimmed);
  if (parts === undefined) return failure(`${quote(text)} is no number`);
  const problem = prefixProblem(parts.prefix, unit) ?? unitProblem(parts.suffix, unit);
  if (problem !== undefined) return failure(`${quote(text)} ${problem}`);
  return finite(parts.isNegative ? -parts.value : parts.value, text);
}

interface NumberParts {
  readonly prefix: string;
  readonly isNegative: boolean;
  readonly value: number;
  readonly suffix: string;
}

/** The sign may stand on either side of a prefix, as in `-$5` and `$-5`, but not on both. */
function partsOf(text: string): NumberParts | undefined {
  const match = shaped.exec(text);
  if (match === null) return undefined;
  const [, outer = '', prefix = '', inner = '', digits = '', suffix = ''] = match;
  const value = digitsOf(digits.trim().replace(/[.,]$/, ''));
  if (value === undefined || (outer !== '' && inner !== '')) return undefined;
  return { prefix, isNegative: outer + inner === '-', value, suffix };
}

function finite(value: number, text: string): Result<number, string> {
  return Number.isFinite(value) ? success(value) : failure(`${quote(text)} is too large a number`);
}

function digitsOf(digits: string): number | undefined {
  const { whole, fraction } = splitDecimals(digits);
  const isGrouped = groups.space.test(whole) || groups.comma.test(whole) || pointGroups.test(whole);
  if (!isGrouped && !/^\d*$/.test(whole)) return undefined;
  if (!/^\d*$/.test(fraction) || whole + fraction === '') return undefined;
  return Number(`${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}`);
}

/** Finds the decimal separator by the rule at the top of this file. */
function splitDecimals(digits: string): { whole: string; fraction: string } {
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  const last = Math.max(point, comma);
  const isMixed = point >= 0 && comma >= 0;
  const isRepeated = !isMixed && last >= 0 && digits.indexOf(digits.charAt(last)) !== last;
  const isThousandsComma = point < 0 && /^[1-9]\d{0,2},\d{3}$/.test(digits);
  if (last < 0 || isRepeated || isThousandsComma) return { whole: digits, fraction: '' };
  return { whole: digits.slice(0, last), fraction: digits.slice(last + 1) };
}

/** Before a number stands money or nothing: `about` and `at least` change what it says. */
function prefixProblem(written: string, unit: string | undefined): string | undefined {
  const isMoney = /^\s*(?:[A-Z]{3}|\p{L}{0,3}\p{Sc}|[Rr]s|[Kk]r|[Ff]r)?\s*$/u.test(written);
  return isMoney ? unitProblem(written, unit) : 'is no number';
}

function unitProblem(written: string, unit: string | undefined): string | undefined {
  const word = normaliseUnit(written);
  if (word === '') return undefined;
  if (unit !== undefined && unit !== '') {
    return canonicalUnit(word) === canonicalUnit(normaliseUnit(unit))
      ? undefined
      : `has another unit than ${unit}`;
  }
  if (magnitudes.has(word)) return 'must be written out in digits';
  if (word === '%') return 'is a percentage';
  return /^(?:\p{L}[\p{L} .²³/]{0,15}|\p{Sc}|\p{L}{1,3}\p{Sc}|["″”'′°])$/u.test(word)
    ? undefined
    : 'is no number';
}

function normaliseUnit(unit: string): string {
  return unit.trim().replace(/\.$/, '').replace(/^-/, '').toLowerCase();
}

function canonicalUnit(word: string): string {
  return unitNames.find((names) => names.includes(word))?.[0] ?? word;
}
