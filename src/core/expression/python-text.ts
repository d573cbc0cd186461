/** How Python prints JSON values: `str()`, `repr()` and `ascii()`, for texts of the format dialect. */
import { isList, type Value } from './value.ts';

/** As `str(value)`. Whole numbers count as integers. */
export function pythonText(value: Value): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** As `repr(value)`. */
export function pythonRepr(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return quoted(value);
  if (isList(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${quoted(key)}: ${pythonRepr(item)}`);
  return `{${entries.join(', ')}}`;
}

/** As `ascii(value)`: `repr` with everything beyond ASCII escaped. */
export function pythonAscii(value: Value): string {
  return Array.from(pythonRepr(value), (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 ? character : escapeOf(code);
  }).join('');
}

/** As `repr` of an `int` or `float`: exponents from 1e16 up and below 1e-4. */
export function pythonNumber(value: number): string {
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '-0.0' : String(value);
  const [digits = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= 16 || exponent < -4) {
    const sign = exponent < 0 ? '-' : '+';
    return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  return exponent < 0 ? value.toFixed(fractionDigits(digits) - exponent) : String(value);
}

function fractionDigits(digits: string): number {
  return digits.replace('-', '').replace('.', '').length - 1;
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function quoted(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = Array.from(text, (character) => {
    if (character === '\\' || character === mark) return `\\${character}`;
    const short = shortEscapes[character];
    if (short !== undefined) return short;
    return isPrintable(character) ? character : escapeOf(character.codePointAt(0) ?? 0);
  }).join('');
  return `${mark}${inner}${mark}`;
}

function isPrintable(character: string): boolean {
  return character === ' ' || !/[\p{C}\p{Z}]/u.test(character);
}

function escapeOf(code: number): string {
  const digits = code.toString(16);
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}

/** As `str.strip()`: Python counts U+001C–U+001F and U+0085 as blanks, and not U+FEFF. */
export function pythonStrip(text: string): string {
  const blanks = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\p{Z}]+';
  return text.replace(new RegExp(`^${blanks}|${blanks}$`, 'gu'), '');
}
