/** From a uniform number to a number of a column: its law, cut and rounded as the column says. */
import { createTruncatedNormal } from '#core/base/normal.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { Distribution, DistributionOf } from '#core/design/distribution.ts';
import { intersection } from '#core/design/interval.ts';
import { cutOf, lawOf } from '#core/design/law/law-of.ts';
import { within, type Law, type Range } from '#core/design/law/law.ts';
import type { FillOf } from '#core/design/fill.ts';
import type { Column } from '#core/design/design.ts';
import { roundDecimal } from '#core/expression/round.ts';
import { createDecimalGrid } from './decimal-grid.ts';
import type { ApplyLaw } from './step-table.ts';

export interface NumberMap {
  /** `uniform` in [0, 1); rises with it. */
  readonly at: (uniform: number) => number;
  /** The same for many at once, where that is faster than a table of steps (`createStepTable`). */
  readonly apply?: ApplyLaw;
  /** The same law cut to a range, both ends included; undefined where it holds no number of the column. */
  readonly cut: (range: Range) => ((uniform: number) => number) | undefined;
}

/**
 * Without decimal places a uniform number lies in [low, high). With decimal places, and for whole
 * numbers, every number of so many places from low to high, both included, is equally likely. Other laws
 * are rounded after the draw, inside their ends. A column of type integer has no decimal places.
 */
export function createNumberMap(
  fill: FillOf<'number'>,
  type: Column['type'],
): Result<NumberMap, string> {
  const { distribution } = fill;
  const places = type === 'integer' ? 0 : fill.decimalPlaces;
  if (hasInfinity(distribution)) return failure('The parameters must be finite numbers.');
  if (distribution.kind === 'integer') return gridMap(distribution, 0);
  if (distribution.kind === 'uniform')
    return places === undefined ? uniformMap(distribution) : gridMap(distribution, places);
  const law = lawOf(distribution);
  if (!law.ok) return law;
  return lawMap({ law: law.value, distribution, places });
}

function hasInfinity(distribution: Distribution): boolean {
  return Object.values(distribution).some(
    (part) => typeof part === 'number' && !Number.isFinite(part),
  );
}

function lowAboveHigh({ low, high }: Range): string {
  return `The low end ${low} is above the high end ${high}. Exchange them.`;
}

function noneBetween({ low, high }: Range, places: number): string {
  const what = places === 0 ? 'whole number' : `number of ${places} decimal places`;
  return `No ${what} lies between ${low} and ${high}. Widen the range or use more decimal places.`;
}

function gridMap(range: Range, places: number): Result<NumberMap, string> {
  if (range.low > range.high) return failure(lowAboveHigh(range));
  const grid = createDecimalGrid(range.low, range.high, places);
  if (grid === undefined) return failure(noneBetween(range, places));
  return success({
    at: (uniform) => grid.at(Math.floor(uniform * grid.count)),
    apply(numbers, count) {
      for (let index = 0; index < count; index += 1)
        numbers[index] = grid.at(Math.floor((numbers[index] ?? 0) * grid.count));
    },
    cut(further) {
      const { low, high } = intersection(range, further);
      const part = low <= high ? createDecimalGrid(low, high, places) : undefined;
      return part && ((uniform) => part.at(Math.floor(uniform * part.count)));
    },
  });
}

function uniformMap(range: Range): Result<NumberMap, string> {
  if (range.low > range.high) return failure(lowAboveHigh(range));
  if (!Number.isFinite(range.high - range.low))
    return failure('The range is too wide. Bring its ends closer.');
  const at = (uniform: number, { low, high }: Range): number => {
    const value = low + (high - low) * uniform;
    // The sum can round up to the end that does not belong to the range.
    return value < high ? value : low;
  };
  return success({
    at: (uniform) => at(uniform, range),
    apply(numbers, count) {
      const { low, high } = range;
      for (let index = 0; index < count; index += 1) {
        const value = low + (high - low) * (numbers[index] ?? 0);
        // One expression for both would make an object of each number.
        if (value < high) numbers[index] = value;
        else numbers[index] = low;
      }
    },
    cut(further) {
      const part = intersection(range, further);
      return part.low <= part.high ? (uniform) => at(uniform, part) : undefined;
    },
  });
}

interface LawParts {
  readonly law: Law;
  readonly distribution: Distribution;
  readonly places: number | undefined;
}

function lawMap({ law, distribution, places }: LawParts): Result<NumberMap, string> {
  const cut = cutOf(distribution);
  if (cut.low > cut.high) return failure(lowAboveHigh(cut));
  const draw = cutLaw(law, distribution, cut);
  if (draw === undefined)
    return failure('The range lies too far from the mean to draw from. Move it or widen the law.');
  const finish = createRounding(cut, places);
  if (finish === undefined) return failure(noneBetween(cut, places ?? 0));
  return success({
    at: (uniform) => finish(draw(uniform)),
    cut(further) {
      const part = intersection(cut, further);
      const rounding = createRounding(part, places);
      const drawn = cutLaw(law, distribution, part);
      return rounding && drawn && ((uniform) => rounding(drawn(uniform)));
    },
  });
}

/** The law between two ends. Normal laws keep more digits in their tails than the general way does. */
function cutLaw(
  law: Law,
  distribution: Distribution,
  range: Range,
): ((uniform: number) => number) | undefined {
  return distribution.kind === 'gaussian' ? cutNormal(distribution, range) : within(law, range);
}

function cutNormal(
  { mean, stddev }: DistributionOf<'gaussian'>,
  { low, high }: Range,
): ((uniform: number) => number) | undefined {
  if (low > high) return undefined;
  if (stddev === 0) return () => Math.min(high, Math.max(low, mean));
  if (low === high) return () => low;
  return createTruncatedNormal({ mean, stddev, low, high });
}

/** To so many places, staying between the ends; undefined when no such number lies there. */
function createRounding(
  { low, high }: Range,
  places: number | undefined,
): ((value: number) => number) | undefined {
  if (low > high) return undefined;
  if (places === undefined) return (value) => value;
  const lowest = Number.isFinite(low) ? roundDecimal(low, places, 'ceil') : low;
  const highest = Number.isFinite(high) ? roundDecimal(high, places, 'floor') : high;
  if (lowest > highest) return undefined;
  return (value) => Math.min(highest, Math.max(lowest, roundDecimal(value, places)));
}
