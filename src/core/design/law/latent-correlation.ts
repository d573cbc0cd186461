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

/** A law as the search for a latent correlation reads it: made once, used with any number of others. */
export interface ShapeTable {
  /** At each knot. */
  readonly values: Float64Array;
  readonly mean: number;
  readonly deviation: number;
}

/** In [−1, 1]; the end that comes nearest where the laws do not allow the wanted correlation. */
export function latentCorrelation(wanted: number, one: ShapeTable, other: ShapeTable): number {
  if (wanted === 0) return 0;
  const beyond = (latent: number): number => correlationAt(latent, one, other) - wanted;
  const side = wanted > 0 ? 1 : -1;
  const most = beyond(side);
  if (!(most * side > 0)) return side;
  const cell = cellOf(beyond, side, most) ?? halved(beyond, side);
  return (cell + 0.5) / cells;
}

/** The answer is the middle of one of so many equal parts of [0, 1], or of [−1, 0]. */
const cells = 2 ** 24;

/** The part in which `beyond` changes its sign, by regula falsi (Illinois); undefined where that does not come to rest in it. */
function cellOf(
  beyond: (latent: number) => number,
  side: 1 | -1,
  most: number,
): number | undefined {
  let [near, far] = [
    { at: 0, value: beyond(0) },
    { at: side as number, value: most },
  ];
  for (let step = 0; step < 20; step += 1) {
    const at = far.at - (far.value * (far.at - near.at)) / (far.value - near.value);
    if (!Number.isFinite(at)) return undefined;
    const cell = Math.floor(at * cells);
    const found = { at, value: beyond(at) };
    if (Math.abs(at - far.at) * cells < 2 || found.value === 0)
      return beyond(cell / cells) < 0 && beyond((cell + 1) / cells) >= 0 ? cell : undefined;
    if (found.value > 0 === far.value > 0) near = { ...near, value: near.value / 2 };
    else near = far;
    far = found;
  }
  return undefined;
}

/** The same by halving, which cannot fail. */
function halved(beyond: (latent: number) => number, side: 1 | -1): number {
  let [low, high] = side > 0 ? [0, cells] : [-cells, 0];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (beyond(middle / cells) < 0) low = middle;
    else high = middle;
  }
  return low;
}

/** Numbers of a law from its lower tail to its upper one, as `extremeCorrelation` weighs them. */
export function shapePoints(shape: Shape): Float64Array {
  return places.map((z) => shape(uniformAt(z)));
}

/**
 * The correlation that two laws have when their numbers rise together (`side` 1), or when one falls as
 * the other rises (−1): none can be beyond. 0 where one of them does not vary.
 */
export function extremeCorrelation(side: 1 | -1, x: Float64Array, y: Float64Array): number {
  const one = centred(x);
  // The places lie evenly around 0, so that the list read backwards is the law that falls.
  const other = centred(side > 0 ? y : y.toReversed());
  const scale = Math.sqrt(productOf(one, one) * productOf(other, other));
  return scale > 0 ? productOf(one, other) / scale : 0;
}

function uniformAt(z: number): number {
  return Math.min(1 - 2 ** -53, normalProbability(z));
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value, index) => sum + (weights[index] ?? 0) * value, 0);
  return values.map((value) => value - mean);
}

function productOf(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, i) => sum + (weights[i] ?? 0) * value * (other[i] ?? 0), 0);
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

/** Asks the law at each knot. */
export function createShapeTable(shape: Shape): ShapeTable {
  const values = Float64Array.from({ length: knots + 1 }, (_, index) =>
    shape(uniformAt((2 * reach * index) / knots - reach)),
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

function correlationAt(latent: number, one: ShapeTable, other: ShapeTable): number {
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
