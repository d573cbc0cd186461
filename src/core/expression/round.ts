/**
 * Rounding to decimal places on the shortest decimal form of a number, the one people see: ties go to
 * the even digit, so 2.675 becomes 2.68 and 2.5 becomes 2, whatever the binary form behind them is.
 */

export type RoundingMethod = 'common' | 'ceil' | 'floor';

/** Powers of ten that are exact doubles. */
const powers: readonly number[] = Array.from({ length: 23 }, (_, exponent) =>
  Number(`1e${exponent}`),
);

/** Whole numbers up to this one, times ten, are exact. */
const safeScale = 2 ** 49;

/** Rounds a finite number to `digits` places, which may be negative (tens, hundreds). */
export function roundDecimal(
  value: number,
  digits: number,
  method: RoundingMethod = 'common',
): number {
  if (value === 0 || digits > 330) return value;
  return roundByScale(value, digits, method) ?? roundByDigits(value, digits, method);
}

/**
 * The fast way. A whole number divided by an exact power of ten is the double nearest to that decimal, so
 * comparing with it tells on which side of a boundary the shortest form of `value` lies. Undefined where
 * the scaled numbers are not exact.
 */
function roundByScale(value: number, digits: number, method: RoundingMethod): number | undefined {
  const power = powers[digits];
  const tenfold = powers[digits + 1];
  if (power === undefined || tenfold === undefined) return undefined;
  const scaled = value * power;
  if (Math.abs(scaled) > safeScale) return undefined;
  if (method === 'common') {
    const whole = Math.floor(scaled);
    const tie = (whole * 10 + 5) / tenfold;
    const isUp = value > tie || (value === tie && whole % 2 !== 0);
    return positiveZero((isUp ? whole + 1 : whole) / power);
  }
  const nearest = Math.round(scaled);
  const boundary = nearest / power;
  if (method === 'floor') return positiveZero((value < boundary ? nearest - 1 : nearest) / power);
  return positiveZero((value > boundary ? nearest + 1 : nearest) / power);
}

/** The exact way, on the digits that `toExponential` gives: `d.ddd` times ten to the `exponent`. */
function roundByDigits(value: number, digits: number, method: RoundingMethod): number {
  const [mantissa = '0', exponentText = '0'] = Math.abs(value).toExponential().split('e');
  const all = mantissa.replace('.', '');
  const kept = Number(exponentText) + 1 + digits;
  if (kept >= all.length) return value;
  const head = kept > 0 ? all.slice(0, kept) : '0';
  const tail = kept >= 0 ? all.slice(kept) : `0${all}`;
  const isUp = roundsAway(head, tail, { method, isNegative: value < 0 });
  const rounded = BigInt(head) + (isUp ? 1n : 0n);
  const sign = value < 0 ? '-' : '';
  return positiveZero(Number(`${sign}${rounded.toString()}e${-digits}`));
}

interface Direction {
  readonly method: RoundingMethod;
  readonly isNegative: boolean;
}

/** Whether the dropped digits `tail` push `head` one step away from zero. */
function roundsAway(head: string, tail: string, { method, isNegative }: Direction): boolean {
  const hasRest = /[1-9]/.test(tail);
  if (method === 'ceil') return hasRest && !isNegative;
  if (method === 'floor') return hasRest && isNegative;
  const first = tail.charCodeAt(0) - 48;
  if (first !== 5) return first > 5;
  return /[1-9]/.test(tail.slice(1)) || Number(head.at(-1)) % 2 === 1;
}

function positiveZero(value: number): number {
  return value === 0 ? 0 : value;
}
