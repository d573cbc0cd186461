/** Numbers by a law: uniform, whole numbers, normal. */
import type { RandomStream } from '#core/base/random.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { Distribution } from '#core/design/distribution.ts';
import { roundDecimal } from '#core/expression/round.ts';
import { createDecimalGrid } from './decimal-grid.ts';
import { createTruncatedNormal } from '#core/base/normal.ts';
import type { CreateDraw } from './sample-context.ts';

type NumberDraw = (row: number) => number;
type LawOf<Kind extends Distribution['kind']> = Extract<Distribution, { kind: Kind }>;

/**
 * Without decimal places a uniform number lies in [low, high). With decimal places, and for whole
 * numbers, every number of so many places from low to high, both included, is equally likely. A
 * column of type integer has no decimal places.
 */
export const createNumberDraw: CreateDraw<'number'> = (fill, { column, columnRandom }) => {
  const { distribution } = fill;
  const places = column.type === 'integer' ? 0 : fill.decimalPlaces;
  if (
    Object.values(distribution).some((part) => typeof part === 'number' && !Number.isFinite(part))
  )
    return failure('The parameters must be finite numbers.');
  switch (distribution.kind) {
    case 'integer':
      return drawFromGrid(distribution, 0, columnRandom);
    case 'uniform':
      return places === undefined
        ? drawUniform(distribution, columnRandom)
        : drawFromGrid(distribution, places, columnRandom);
    case 'gaussian':
      return drawGaussian(distribution, places, columnRandom);
  }
};

interface Range {
  readonly low: number;
  readonly high: number;
}

function lowAboveHigh({ low, high }: Range): string {
  return `The low end ${low} is above the high end ${high}. Exchange them.`;
}

function noneBetween({ low, high }: Range, places: number): string {
  const what = places === 0 ? 'whole number' : `number of ${places} decimal places`;
  return `No ${what} lies between ${low} and ${high}. Widen the range or use more decimal places.`;
}

function drawFromGrid(
  range: Range,
  places: number,
  random: RandomStream,
): Result<NumberDraw, string> {
  if (range.low > range.high) return failure(lowAboveHigh(range));
  const grid = createDecimalGrid(range.low, range.high, places);
  if (grid === undefined) return failure(noneBetween(range, places));
  return success((row) => grid.at(Math.floor(random.float(row, 0) * grid.count)));
}

function drawUniform(range: Range, random: RandomStream): Result<NumberDraw, string> {
  const { low, high } = range;
  if (low > high) return failure(lowAboveHigh(range));
  const width = high - low;
  if (!Number.isFinite(width)) return failure('The range is too wide. Bring its ends closer.');
  return success((row) => {
    const value = low + width * random.float(row, 0);
    // The sum can round up to the end that does not belong to the range.
    return value < high ? value : low;
  });
}

function drawGaussian(
  law: LawOf<'gaussian'>,
  places: number | undefined,
  random: RandomStream,
): Result<NumberDraw, string> {
  const { mean, stddev, low = -Infinity, high = Infinity } = law;
  const range = { low, high };
  if (low > high) return failure(lowAboveHigh(range));
  if (stddev < 0) return failure('The standard deviation is below 0. Choose 0 or more.');
  const map =
    stddev === 0
      ? (): number => Math.min(high, Math.max(low, mean))
      : createTruncatedNormal({ mean, stddev, low, high });
  if (map === undefined)
    return failure('The range lies too far from the mean to draw from. Move it or widen the law.');
  if (places === undefined) return success((row) => map(random.float(row, 0)));
  const lowest = Number.isFinite(low) ? roundDecimal(low, places, 'ceil') : low;
  const highest = Number.isFinite(high) ? roundDecimal(high, places, 'floor') : high;
  if (lowest > highest) return failure(noneBetween(range, places));
  return success((row) => {
    const value = roundDecimal(map(random.float(row, 0)), places);
    return Math.min(highest, Math.max(lowest, value));
  });
}
