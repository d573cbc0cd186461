/**
 * The gamma and beta functions and their incomplete forms, from the four basic operations and the
 * portable logarithm, so that laws built on them draw the same numbers on every machine.
 */
import { portableExp, portableLog } from './portable-math.ts';

/** ½ · ln 2π */
const logRootTwoPi = 0.9189385332046727;
/** Bernoulli terms of Stirling's series, lowest power first. */
const stirling = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360_360,
  1 / 156,
] as const;
const enough = 1e-16;
const mostTerms = 20_000;

/** ln Γ(x) for x above 0: Stirling's series above 12, the recurrence below; relative error about 1e-15. */
function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  for (; shifted < 12; shifted += 1) product *= shifted;
  const square = 1 / (shifted * shifted);
  let sum = 0;
  for (let index = stirling.length - 1; index >= 0; index -= 1)
    sum = sum * square + (stirling[index] ?? 0);
  const log = (shifted - 0.5) * portableLog(shifted) - shifted + logRootTwoPi + sum / shifted;
  return log - portableLog(product);
}

/**
 * P(a, x), the regularised lower incomplete gamma function, for a above 0 and x of at least 0: the
 * power series below a + 1, Legendre's continued fraction above (Numerical Recipes, 6.2).
 */
export function gammaProbability(a: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  const front = portableExp(a * portableLog(x) - x - logGamma(a));
  return x < a + 1 ? front * gammaSeries(a, x) : 1 - front * gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; step < mostTerms && term > sum * enough; step += 1) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
}

function gammaFraction(a: number, x: number): number {
  return lentz(x + 1 - a, (step) => [-step * (step - a), x + 2 * step + 1 - a]);
}

/** I_x(a, b), the regularised incomplete beta function, for a and b above 0 and x from 0 to 1 (Numerical Recipes, 6.4). */
export function betaProbability(a: number, b: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaProbability(b, a, 1 - x);
  const logFront =
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * portableLog(x) + b * portableLog(1 - x);
  return (portableExp(logFront) * betaFraction(a, b, x)) / a;
}

function betaFraction(a: number, b: number, x: number): number {
  return lentz(1, (step) => {
    const m = Math.floor(step / 2);
    const numerator =
      step % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [numerator, 1];
  });
}

/** 1 / (first + n₁/(d₁ + n₂/(d₂ + …))) by the modified method of Lentz. */
function lentz(first: number, pair: (step: number) => readonly [number, number]): number {
  const tiny = 1e-300;
  let c = first === 0 ? tiny : first;
  let d = 0;
  let value = c;
  for (let step = 1; step < mostTerms; step += 1) {
    const [numerator, denominator] = pair(step);
    d = denominator + numerator * d;
    d = 1 / (d === 0 ? tiny : d);
    c = denominator + numerator / c;
    if (c === 0) c = tiny;
    value *= c * d;
    if (Math.abs(c * d - 1) < enough) break;
  }
  return 1 / value;
}
