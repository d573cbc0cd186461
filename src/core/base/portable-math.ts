/**
 * Logarithm and exponential from the four basic operations alone. `Math.log` and `Math.exp` may differ
 * in the last bit between browsers, and a design with a seed must give the same rows in all of them.
 */

const halfRoot = Math.SQRT1_2;
/** ln 2 in two parts; the first has enough trailing zeros for exact products with an exponent. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const twoTo32 = 4294967296;

/**
 * Natural logarithm of a number above 0, good to about 2 units in the last place. Splits off the power
 * of two and sums ln m = 2 artanh((m − 1) / (m + 1)) as a power series for m between √½ and √2.
 */
export function portableLog(x: number): number {
  let mantissa = x;
  let exponent = 0;
  while (mantissa < 1 / twoTo32) {
    mantissa *= twoTo32;
    exponent -= 32;
  }
  while (mantissa < halfRoot) {
    mantissa *= 2;
    exponent -= 1;
  }
  while (mantissa > 2 * halfRoot) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let odd = 23; odd >= 1; odd -= 2) sum = sum * square + 1 / odd;
  return exponent * ln2High + (exponent * ln2Low + 2 * s * sum);
}

/** e to the power of a finite number, good to a few units in the last place; 0 below about −745. */
export function portableExp(x: number): number {
  const exponent = Math.round(x / Math.LN2);
  const rest = x - exponent * ln2High - exponent * ln2Low;
  let sum = 1;
  for (let order = 18; order >= 1; order -= 1) sum = 1 + (sum * rest) / order;
  const step = exponent < 0 ? 0.5 : 2;
  for (let left = Math.min(Math.abs(exponent), 2200); left > 0; left -= 1) sum *= step;
  return sum;
}

/** base to the power of exponent for a base of at least 0, through the logarithm: relative error about |exponent · ln base| units. */
export function portablePower(base: number, exponent: number): number {
  if (base === 0) return exponent === 0 ? 1 : exponent > 0 ? 0 : Number.POSITIVE_INFINITY;
  if (base === Number.POSITIVE_INFINITY) return exponent > 0 ? base : exponent === 0 ? 1 : 0;
  return portableExp(exponent * portableLog(base));
}

/** Sine of a number of whole turns: 0.25 is the peak. Any finite number; good to about 1e-15. */
export function portableSine(turns: number): number {
  const turn = turns - Math.floor(turns);
  const isLower = turn >= 0.5;
  const half = isLower ? turn - 0.5 : turn;
  // Both flanks of the half wave mirror the first quarter, where the series is short.
  const angle = 2 * Math.PI * (half > 0.25 ? 0.5 - half : half);
  const square = angle * angle;
  let sum = 1;
  for (let order = 20; order >= 2; order -= 2) sum = 1 - (sum * square) / (order * (order + 1));
  const sine = angle * sum;
  return isLower ? -sine : sine;
}
