/**
 * The correlation of two normal numbers for which two columns drawn from them have a wanted one
 * (“NORTA”, Cario and Nelson 1997). Skewed laws need more behind than they show.
 */
import { normalProbability } from '#core/base/normal.ts';
import { portableExp } from '#core/base/portable-math.ts';

/** From a uniform number to a number of the column. */
export type Shape = (uniform: number) => number;

/** Points on each axis, evenly from one end of the reach to the other: the trapezoid rule, which is exact enough for smooth bells. */
const points = 61;
/** Knots of the table over [−reach, reach] from which values between the points are read. */
const knots = 512;
const reach = 6;

/** In [−1, 1]; the end that comes nearest where the laws do not allow the wanted correlation. */
export function latentCorrelation(wanted: number, x: Shape, y: Shape): number {
  if (wanted === 0) return 0;
  const one = tableOf(x);
  const other = tableOf(y);
  const shown = (latent: number): number => correlationAt(latent, one, other);
  const side = wanted > 0 ? 1 : -1;
  const most = shown(side);
  if (!(Math.abs(most) > Math.abs(wanted))) return side;
  let [low, high] = wanted > 0 ? [0, 1] : [-1, 0];
  for (let step = 0; step < 24; step += 1) {
    const middle = (low + high) / 2;
    if (shown(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

interface Table {
  readonly values: Float64Array;
  readonly mean: number;
  readonly deviation: number;
}

const places = Float64Array.from(
  { length: points },
  (_, index) => (2 * reach * index) / (points - 1) - reach,
);
const weights = weightsOf(places);

function weightsOf(at: Float64Array): Float64Array {
  const densities = at.map((z) => portableExp((-z * z) / 2));
  const total = densities.reduce((sum, density) => sum + density, 0);
  return densities.map((density) => density / total);
}

function tableOf(shape: Shape): Table {
  const values = Float64Array.from({ length: knots + 1 }, (_, index) =>
    shape(Math.min(1 - 2 ** -53, normalProbability((2 * reach * index) / knots - reach))),
  );
  const average = (of: (value: number) => number): number =>
    places.reduce((sum, z, index) => sum + (weights[index] ?? 0) * of(read(values, z)), 0);
  const mean = average((value) => value);
  return { values, mean, deviation: Math.sqrt(average((value) => (value - mean) ** 2)) };
}

function read(values: Float64Array, z: number): number {
  const place = ((Math.min(reach, Math.max(-reach, z)) + reach) / (2 * reach)) * knots;
  const index = Math.min(knots - 1, Math.floor(place));
  const [low = 0, high = 0] = [values[index], values[index + 1]];
  return low + (place - index) * (high - low);
}

function correlationAt(latent: number, one: Table, other: Table): number {
  const rest = Math.sqrt(Math.max(0, 1 - latent * latent));
  let sum = 0;
  for (let i = 0; i < points; i += 1) {
    const a = places[i] ?? 0;
    const first = (read(one.values, a) - one.mean) * (weights[i] ?? 0);
    for (let j = 0; j < points; j += 1) {
      const b = places[j] ?? 0;
      sum += first * (weights[j] ?? 0) * (read(other.values, latent * a + rest * b) - other.mean);
    }
  }
  const scale = one.deviation * other.deviation;
  return scale > 0 ? sum / scale : 0;
}
