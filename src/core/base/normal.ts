/**
 * The normal distribution: its function and the inverse of it. One uniform number makes one normal
 * number, so rows stay addressable, and truncation needs no second try.
 */
import { portableExp, portableLog } from './portable-math.ts';

type Coefficients = readonly [
  ...[a: number, b: number, c: number, d: number],
  ...[e: number, f: number, g: number, h: number],
];

/** Rational approximations PPND16 of algorithm AS 241 (Wichura, Applied Statistics 37, 1988), rounded to doubles, highest power first. */
const centre: readonly [Coefficients, Coefficients] = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
];
const shoulder: readonly [Coefficients, Coefficients] = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
    0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
  ],
];
const tail: readonly [Coefficients, Coefficients] = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
];

/** The number below which a standard normal variable lies with probability `p` in (0, 1); about 16 digits. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(centre, 0.180625 - q * q);
  const r = Math.sqrt(-portableLog(q < 0 ? p : 1 - p));
  const distance = r <= 5 ? ratio(shoulder, r - 1.6) : ratio(tail, r - 5);
  return q < 0 ? -distance : distance;
}

function ratio([numerator, denominator]: readonly [Coefficients, Coefficients], x: number): number {
  return polynomial(numerator, x) / polynomial(denominator, x);
}

/** Written out, because a loop over a list takes several times as long and every sampled number comes by here. */
function polynomial(coefficients: Coefficients, x: number): number {
  const high =
    ((coefficients[0] * x + coefficients[1]) * x + coefficients[2]) * x + coefficients[3];
  return (
    (((high * x + coefficients[4]) * x + coefficients[5]) * x + coefficients[6]) * x +
    coefficients[7]
  );
}

/**
 * The probability that a standard normal variable is below `z`. Near the mean the power series
 * ½ + φ(z)(z + z³/3 + z⁵/15 + …) (Marsaglia, Journal of Statistical Software 11, 2004), further out
 * Laplace's continued fraction of the tail, so that the lower tail keeps its digits down to z = −37.
 */
export function normalProbability(z: number): number {
  if (z < -2) return tailProbability(-z);
  if (z > 2) return 1 - tailProbability(z);
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + sum * density(z);
}

/** The probability above `z`, for z of at least 2. */
function tailProbability(z: number): number {
  if (z === Number.POSITIVE_INFINITY) return 0;
  let fraction = 0;
  for (let step = 150; step >= 1; step -= 1) fraction = step / (z + fraction);
  return density(z) / (z + fraction);
}

const rootOfTwoPi = 2.5066282746310002;

function density(z: number): number {
  return portableExp((-z * z) / 2) / rootOfTwoPi;
}

export interface TruncatedNormal {
  readonly mean: number;
  /** Above 0. */
  readonly stddev: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Maps a uniform number in [0, 1) to a normal number between `low` and `high`, by the inverse of the
 * distribution function between those two, so nothing is rejected or clamped. Undefined when the range
 * has no probability that a number can hold (more than about 37 standard deviations out).
 */
export function createTruncatedNormal(
  law: TruncatedNormal,
): ((uniform: number) => number) | undefined {
  const { mean, stddev, low, high } = law;
  // The lower tail keeps its digits and the upper one loses them, so a range above the mean is mirrored.
  const isMirrored = low > mean;
  const from = (isMirrored ? mean - high : low - mean) / stddev;
  const to = (isMirrored ? mean - low : high - mean) / stddev;
  const bottom = normalProbability(from);
  const width = normalProbability(to) - bottom;
  if (!(width > 0)) return undefined;
  const smallest = 2 ** -54;
  const largest = 1 - 2 ** -53;
  return (uniform) => {
    const p = bottom + Math.max(uniform, smallest) * width;
    const z = normalQuantile(Math.min(p, largest));
    return Math.min(high, Math.max(low, mean + stddev * (isMirrored ? -z : z)));
  };
}
