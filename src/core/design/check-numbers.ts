/** Findings on distributions of numbers: laws that leave nothing to draw. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { createTruncatedNormal } from '#core/base/normal.ts';
import { closestName } from './closest-name.ts';
import type { Distribution } from './distribution.ts';
import type { FillOf } from './fill.ts';
import { errorAt, withFix } from './finding.ts';
import { cutOf, lawOf } from './law/law-of.ts';
import { within } from './law/law.ts';
import { isScipyName } from './law/scipy-law.ts';
import { scipyNames } from './scipy-names.ts';

type Gaussian = Extract<Distribution, { kind: 'gaussian' }>;

export function checkNumber(fill: FillOf<'number'>, path: JsonPath): readonly Diagnostic[] {
  const { distribution, decimalPlaces } = fill;
  const place = [...path, 'distribution'];
  const { low, high } = cutOf(distribution);
  if (low > high)
    return [errorAt([...place, 'low'], 'range-reversed', `low (${low}) is above high (${high}).`)];
  const finding = checkLaw(distribution, place);
  if (finding !== undefined) return [finding];
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

function checkLaw(distribution: Distribution, place: JsonPath): Diagnostic | undefined {
  switch (distribution.kind) {
    case 'gaussian':
      return checkGaussian(distribution, place);
    case 'integer':
    case 'uniform':
      return Number.isFinite(distribution.high - distribution.low)
        ? undefined
        : errorAt(
            [...place, 'high'],
            'range-too-wide',
            'This range is wider than a number can hold.',
          );
    default:
      return checkOtherLaw(distribution, place);
  }
}

function checkOtherLaw(distribution: Distribution, place: JsonPath): Diagnostic | undefined {
  const law = lawOf(distribution);
  if (!law.ok) return withNameFix(errorAt(place, 'law-invalid', law.error), distribution, place);
  return within(law.value, cutOf(distribution)) === undefined
    ? errorAt(
        place,
        'range-empty',
        'Between low and high the law has nothing to draw. Move them to where its numbers are.',
      )
    : undefined;
}

function withNameFix(
  diagnostic: Diagnostic,
  distribution: Distribution,
  place: JsonPath,
): Diagnostic {
  if (!('distName' in distribution) || isScipyName(distribution.distName)) return diagnostic;
  const path = [...place, 'distName'];
  const closest = closestName(distribution.distName, scipyNames);
  return withFix(
    { ...diagnostic, path },
    closest === undefined ? undefined : { label: `Change to ${closest}`, path, value: closest },
  );
}

function checkGaussian(
  { mean, stddev, low, high }: Gaussian,
  path: JsonPath,
): Diagnostic | undefined {
  if (stddev < 0) return errorAt([...path, 'stddev'], 'stddev-negative', 'stddev is 0 or more.');
  if (low !== undefined && low === high)
    return errorAt(
      [...path, 'low'],
      'range-empty',
      'low and high are the same, so nothing is left to draw.',
    );
  const ends = { low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY };
  if (stddev === 0 || createTruncatedNormal({ mean, stddev, ...ends }) !== undefined)
    return undefined;
  const isAbove = ends.low > mean;
  return errorAt(
    [...path, isAbove ? 'low' : 'high'],
    'range-empty',
    `${isAbove ? 'low lies too far above' : 'high lies too far below'} the mean, where the law has nothing left to draw.`,
  );
}

function holdsRounded(low: number, high: number, places: number): boolean {
  const scale = 10 ** places;
  // The tolerance forgives products such as 1.15 * 100, which falls just short of 115.
  return Math.ceil(low * scale - 1e-9) <= Math.floor(high * scale + 1e-9);
}
