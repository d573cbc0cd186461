/** Findings on distributions of numbers: laws that leave nothing to draw. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { boundsOfDistribution } from './column-facts.ts';
import type { Distribution } from './distribution.ts';
import type { FillOf } from './fill.ts';
import { errorAt } from './finding.ts';

type Gaussian = Extract<Distribution, { kind: 'gaussian' }>;

/** Beyond this many standard deviations a normal law has less weight than a double can tell from 0. */
const farthestDeviations = 8;

export function checkNumber(fill: FillOf<'number'>, path: JsonPath): readonly Diagnostic[] {
  const { distribution, decimalPlaces } = fill;
  const place = [...path, 'distribution'];
  const { low, high } = boundsOfDistribution(distribution);
  if (low > high)
    return [errorAt([...place, 'low'], 'range-reversed', `low (${low}) is above high (${high}).`)];
  if (distribution.kind === 'gaussian') {
    const finding = checkGaussian(distribution, place);
    if (finding !== undefined) return [finding];
  } else if (!Number.isFinite(high - low))
    return [
      errorAt([...place, 'high'], 'range-too-wide', 'This range is wider than a number can hold.'),
    ];
  const places = distribution.kind === 'integer' ? 0 : decimalPlaces;
  return places !== undefined && !holdsRounded(low, high, places)
    ? [
        errorAt(
          place,
          'range-empty',
          places === 0
            ? `There is no whole number between ${low} and ${high}.`
            : `There is no number with ${places} decimal places between ${low} and ${high}.`,
        ),
      ]
    : [];
}

function checkGaussian(
  { mean, stddev, low, high }: Gaussian,
  path: JsonPath,
): Diagnostic | undefined {
  if (stddev <= 0) return errorAt([...path, 'stddev'], 'stddev-not-positive', 'stddev is above 0.');
  if (low !== undefined && low === high)
    return errorAt(
      [...path, 'low'],
      'range-empty',
      'low and high are the same, so nothing is left to draw.',
    );
  const reach = farthestDeviations * stddev;
  if (low !== undefined && low > mean + reach)
    return errorAt(
      [...path, 'low'],
      'range-empty',
      `low lies more than ${farthestDeviations} standard deviations above the mean, so nothing is left to draw.`,
    );
  if (high !== undefined && high < mean - reach)
    return errorAt(
      [...path, 'high'],
      'range-empty',
      `high lies more than ${farthestDeviations} standard deviations below the mean, so nothing is left to draw.`,
    );
  return undefined;
}

function holdsRounded(low: number, high: number, places: number): boolean {
  const scale = 10 ** places;
  // The tolerance forgives products such as 1.15 * 100, which falls just short of 115.
  return Math.ceil(low * scale - 1e-9) <= Math.floor(high * scale + 1e-9);
}
