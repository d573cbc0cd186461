/** Findings on how columns are filled; distributions and tables have files of their own. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { checkDatetime } from './check-moments.ts';
import { checkNumber } from './check-numbers.ts';
import { checkCategory, checkSubcategory } from './check-tables.ts';
import { closestName } from './closest-name.ts';
import {
  checkFaker,
  checkPatternFill,
  checkPerson,
  checkSeries,
  checkTextLists,
  checkTimedelta,
} from './check-samplers.ts';
import type { DatasetDesign } from './design.ts';
import type { Fill, FillOf } from './fill.ts';
import { errorAt, listNames, warningAt, withFix } from './finding.ts';
import { checkRead } from './check-derived-fills.ts';
import { checkShots, checkSource } from './check-sources.ts';

export function checkFills(design: DatasetDesign): readonly Diagnostic[] {
  return design.columns.flatMap(({ fill, conditionalParams = [] }, index) => [
    ...checkFill(fill, ['columns', index, 'fill'], design),
    ...conditionalParams.flatMap((row, place) =>
      checkFill(row.fill, ['columns', index, 'conditionalParams', place, 'fill'], design),
    ),
  ]);
}

function checkFill(fill: Fill, path: JsonPath, design: DatasetDesign): readonly Diagnostic[] {
  if (fill.kind === 'postprocess' || fill.kind === 'pick') return checkRead(fill, path, design);
  return checkOwn(fill, path, design);
}

type OwnFill = Exclude<Fill, FillOf<'postprocess' | 'pick'>>;

function checkOwn(fill: OwnFill, path: JsonPath, design: DatasetDesign): readonly Diagnostic[] {
  switch (fill.kind) {
    case 'category':
      return checkCategory(fill, path);
    case 'subcategory':
      return checkSubcategory(fill, path, design);
    case 'number':
      return checkNumber(fill, path);
    case 'boolean':
      return checkBoolean(fill, path);
    case 'datetime':
      return checkDatetime(fill, path);
    case 'sequence':
      return checkSequence(fill, path, design);
    case 'source':
      return checkSource(fill, path, design);
    case 'generated':
      return checkGenerated(fill, path, design);
    case 'formula':
      return checkFormula(fill, path);
    case 'shots':
      return checkShots(fill, path, design);
    case 'timedelta':
      return checkTimedelta(fill, path, design);
    case 'person':
      return checkPerson(fill, path);
    case 'faker':
      return checkFaker(fill, path);
    case 'pattern':
      return checkPatternFill(fill, path);
    case 'texts':
      return checkTextLists(fill, path);
    case 'series':
      return checkSeries(fill, path);
    default:
      return [];
  }
}

function checkBoolean({ probability }: FillOf<'boolean'>, path: JsonPath): readonly Diagnostic[] {
  return probability >= 0 && probability <= 1
    ? []
    : [errorAt([...path, 'probability'], 'rate-outside', 'A probability lies between 0 and 1.')];
}

function checkSequence(
  { start, step }: FillOf<'sequence'>,
  path: JsonPath,
  { rows }: DatasetDesign,
): readonly Diagnostic[] {
  if (start + step === start)
    return [
      errorAt([...path, 'step'], 'step-zero', 'With this step every row gets the same number.'),
    ];
  return Math.abs(start + step * (rows - 1)) > Number.MAX_SAFE_INTEGER
    ? [
        warningAt(
          [...path, 'start'],
          'sequence-inexact',
          'Numbers as large as these are no longer told apart, so the sequence repeats some. Start lower, or with smaller steps.',
        ),
      ]
    : [];
}

function checkGenerated(
  fill: FillOf<'generated'>,
  path: JsonPath,
  { calls }: DatasetDesign,
): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (!calls.some(({ id }) => id === fill.call)) {
    const closest = closestName(
      fill.call,
      calls.map(({ id }) => id),
    );
    const names = calls.map(({ name }) => name);
    findings.push(
      withFix(
        errorAt(
          [...path, 'call'],
          'unknown-call',
          `There is no call “${fill.call}”. ${listNames('Calls', names)}`,
        ),
        closest === undefined
          ? undefined
          : { label: `Change to ${closest}`, path: [...path, 'call'], value: closest },
      ),
    );
  }
  if (fill.values?.length === 0)
    findings.push(
      errorAt(
        [...path, 'values'],
        'empty-table',
        'The list of allowed values is empty, so no answer can pass.',
      ),
    );
  return findings;
}

function checkFormula(
  { noise, rounding }: FillOf<'formula'>,
  path: JsonPath,
): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (noise !== undefined && noise.amount < 0)
    findings.push(
      errorAt([...path, 'noise', 'amount'], 'negative-noise', 'Noise cannot be negative.'),
    );
  const { ending, decimalPlaces = 0 } = rounding ?? {};
  if (ending !== undefined && Number(ending.toFixed(decimalPlaces)) !== ending)
    findings.push(
      warningAt(
        [...path, 'rounding', 'decimalPlaces'],
        'ending-cut',
        `The ending ${ending} has more than ${decimalPlaces} decimal places, so it will not show.`,
      ),
    );
  return findings;
}
