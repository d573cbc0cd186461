/** Findings on fills that are drawn here, besides tables and numbers. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { parsePattern } from '#core/base/pattern-tree.ts';
import { closestName } from './closest-name.ts';
import { findColumn, type DatasetDesign } from './design.ts';
import { fakerMethods, isFakerMethod } from './faker-methods.ts';
import type { FillOf } from './fill.ts';
import { errorAt, listNames, warningAt, withFix } from './finding.ts';
import { unitMs } from './iso-moment.ts';
import { localeNames, localeOf } from './locales.ts';

/** From one end of what is a date to the other. */
const farthestMs = 9_999 * 366 * unitMs.D;

/** Whether the reference exists at all is for the check of references. */
export function checkTimedelta(
  fill: FillOf<'timedelta'>,
  path: JsonPath,
  design: DatasetDesign,
): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (!(Math.ceil(fill.dtMax) > Math.ceil(fill.dtMin)))
    findings.push(
      errorAt(
        [...path, 'dtMax'],
        'range-reversed',
        `dtMax (${fill.dtMax}) is above dtMin (${fill.dtMin}) by one at least; it is itself not drawn.`,
      ),
    );
  for (const key of ['dtMin', 'dtMax'] as const)
    if (Math.abs(fill[key]) * unitMs[fill.unit] > farthestMs)
      findings.push(
        errorAt(
          [...path, key],
          'range-too-wide',
          'So far from any date there is no other one: dates go from the year 1 to 9999.',
        ),
      );
  const reference = findColumn(design, fill.reference);
  const isMoment =
    reference === undefined ||
    ['date', 'datetime'].includes(reference.type) ||
    ['datetime', 'timedelta', 'source', 'generated'].includes(reference.fill.kind);
  if (!isMoment)
    findings.push(
      warningAt(
        [...path, 'reference'],
        'unfit-column',
        `${reference.name} is ${reference.type}; a date is needed to count from.`,
      ),
    );
  return findings;
}

export function checkPerson(fill: FillOf<'person'>, path: JsonPath): readonly Diagnostic[] {
  const [least = 18, greatest = 114] = fill.ageRange;
  const isRange = least >= 0 && greatest <= 150 && least <= greatest;
  return [
    ...checkLocale(fill.locale, path),
    ...(isRange
      ? []
      : [
          errorAt(
            [...path, 'ageRange'],
            'range-reversed',
            'An age range goes from the least to the greatest age, between 0 and 150.',
          ),
        ]),
  ];
}

export function checkFaker(fill: FillOf<'faker'>, path: JsonPath): readonly Diagnostic[] {
  const findings = [...checkLocale(fill.locale, path)];
  if (isFakerMethod(fill.method)) return findings;
  const closest = closestName(fill.method, fakerMethods);
  const place = [...path, 'method'];
  findings.push(
    withFix(
      errorAt(
        place,
        'unknown-method',
        `“${fill.method}” is not among the methods on offer, which read neither clock nor network.`,
      ),
      closest === undefined
        ? undefined
        : { label: `Change to ${closest}`, path: place, value: closest },
    ),
  );
  return findings;
}

function checkLocale(locale: string, path: JsonPath): readonly Diagnostic[] {
  if (localeOf(locale) !== undefined) return [];
  const place = [...path, 'locale'];
  const closest = closestName(locale, localeNames);
  return [
    withFix(
      errorAt(
        place,
        'unknown-locale',
        `There are no names for “${locale}”. ${listNames('Locales', localeNames)}`,
      ),
      closest === undefined
        ? undefined
        : { label: `Change to ${closest}`, path: place, value: closest },
    ),
  ];
}

export function checkPatternFill(
  { pattern }: FillOf<'pattern'>,
  path: JsonPath,
): readonly Diagnostic[] {
  const tree = parsePattern(pattern);
  return tree.ok ? [] : [errorAt([...path, 'pattern'], 'pattern-invalid', tree.error)];
}

export function checkTextLists(
  { lists, low, high }: FillOf<'texts'>,
  path: JsonPath,
): readonly Diagnostic[] {
  const empty = lists.flatMap((list, index) =>
    list.length > 0
      ? []
      : [errorAt([...path, 'lists', index], 'empty-table', 'This list has no texts. Add one.')],
  );
  if (lists.length === 0)
    empty.push(errorAt([...path, 'lists'], 'empty-table', 'There is no list of texts. Add one.'));
  return low <= high
    ? empty
    : [
        ...empty,
        errorAt(
          [...path, 'low'],
          'range-reversed',
          `The fewest sentences (${low}) are more than the most (${high}).`,
        ),
      ];
}

export function checkSeries(
  { season, noise }: FillOf<'series'>,
  path: JsonPath,
): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (season !== undefined && !(season.period > 0))
    findings.push(
      errorAt([...path, 'season', 'period'], 'period-not-positive', 'The period is above 0.'),
    );
  if (noise < 0)
    findings.push(errorAt([...path, 'noise'], 'negative-noise', 'Noise cannot be negative.'));
  return findings;
}
