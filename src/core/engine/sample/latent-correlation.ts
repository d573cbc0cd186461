/**
 * The correlation of two normal numbers for which two columns drawn from them have a wanted one
 * (“NORTA”, Cario and Nelson 1997). Skewed laws need more behind than they show.
 */
import { normalProbability, normalQuantile } from '#core/base/normal.ts';

/** From a uniform number to a number of the column. */
export type Shape = (uniform: number) => number;

/** Points on each axis: the middles of parts with equal probability. */
const points = 48;
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

const middles = Float64Array.from({ length: points }, (_, index) =>
  normalQuantile((index + 0.5) / points),
);

function tableOf(shape: Shape): Table {
  const values = Float64Array.from({ length: knots + 1 }, (_, index) =>
    shape(Math.min(1 - 2 ** -53, normalProbability((2 * reach * index) / knots - reach))),
  );
  const at = Array.from(middles, (z) => read(values, z));
  const mean = at.reduce((sum, value) => sum + value, 0) / points;
  const square = at.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / points;
  return { values, mean, deviation: Math.sqrt(square) };
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
  for (const a of middles) {
    const first = read(one.values, a) - one.mean;
    for (const b of middles)
      sum += first * (read(other.values, latent * a + rest * b) - other.mean);
  }
  const scale = one.deviation * other.deviation;
  return scale > 0 ? sum / (points * points) / scale : 0;
}
